/** A page that shows an error to the person developing the app. */
export function devErrorPage(error: unknown, status: number): Response {
  const title = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const detail = error instanceof Error ? error.stack ?? "" : "";
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${
    escapeHtml(title)
  }</title></head><body><h1>${escapeHtml(title)}</h1><pre>${
    escapeHtml(detail)
  }</pre></body></html>`;
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
