/** A table in Markdown, which also reads well on a terminal. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((title) => ` ${"-".repeat(Math.max(3, title.length))} `).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** The same with columns of one width, for a terminal. */
export function alignedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = head.map((title, column) => {
    return Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0));
  });
  const pad = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return markdownTable(pad(head), rows.map(pad));
}
