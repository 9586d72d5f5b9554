/**
 * `deno task compile`: one program with everything in it, `.duet/duet` (or the path given). Build
 * first. It may do what the `serve` task may; its rooms are in `.duet` where it is started.
 */
import { join } from "node:path";

const ROOT = new URL("../", import.meta.url);
const OUTPUT = ".duet/duet";

if (import.meta.main) {
  const [output = OUTPUT, ...more] = Deno.args;
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const args = compileArguments(String(tasks.serve), {
    output,
    assets: await assetFolders(),
    more,
  });
  const { code } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT }).spawn().status;
  Deno.exit(code);
}

export interface CompileOptions {
  readonly output: string;
  /** Folders of the build that are served, not imported. */
  readonly assets: readonly string[];
  readonly more: readonly string[];
}

/** The words after `deno`, with the permissions of the `serve` task. */
export function compileArguments(serve: string, options: CompileOptions): string[] {
  const { output, assets, more } = options;
  const [, , ...words] = serve.split(" ");
  const program = words.at(-1) ?? "";
  // What is embedded lies in a folder whose name is only known when the program runs.
  const permissions = words.slice(0, -1)
    .map((word) => word.startsWith("--allow-read=") ? "--allow-read" : word);
  const included = assets.flatMap((folder) => ["--include", folder]);
  return ["compile", ...permissions, ...included, "--output", output, ...more, program];
}

async function assetFolders(): Promise<string[]> {
  const folders: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL("_fresh", ROOT))) {
    if (isDirectory) folders.push(join("_fresh", name));
  }
  return folders;
}
