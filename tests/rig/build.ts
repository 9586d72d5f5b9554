/** Set when the app in `_fresh/` was built by the run that this process belongs to. */
export const BUILT_VARIABLE = "DUET_TEST_BUILT";

let building: Promise<void> | undefined;

/** Builds the app once per test run, however many tests ask for it. */
export function ensureBuilt(root: URL): Promise<void> {
  if (Deno.env.has(BUILT_VARIABLE)) return Promise.resolve();
  return building ??= build(root);
}

async function build(root: URL): Promise<void> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["task", "build"],
    cwd: root,
    stdout: "piped",
    stderr: "piped",
  });
  const { code, stdout, stderr } = await command.output();
  if (code === 0) return;
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  throw new Error(`Cannot build the app: deno task build ended ${code}\n${said}`);
}
