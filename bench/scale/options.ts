/** `--name=number` arguments onto an object of defaults. */

/**
 * The defaults, with what the arguments say instead.
 *
 * @throws {Error} for a name that has no default, or what is no number
 */
export function readNumbers<K extends string>(
  args: readonly string[],
  defaults: Readonly<Record<K, number>>,
): Record<K, number> {
  const options: Record<K, number> = { ...defaults };
  const isName = (name: string): name is K => Object.hasOwn(defaults, name);
  for (const arg of args) {
    const [, name = "", value = ""] = /^--([a-z-]+)=([\d.]+)$/i.exec(arg) ?? [];
    const number = Number(value || NaN);
    if (!isName(name) || Number.isNaN(number)) throw new Error(`Unknown option: ${arg}`);
    options[name] = number;
  }
  return options;
}
