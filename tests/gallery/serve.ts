/**
 * Every state of the screens, with a fake call behind the real components:
 * `deno run -A tests/gallery/serve.ts`, then open the address it prints. Never part of the app.
 */

const ROOT = new URL("../../", import.meta.url);
const STYLES = ["tokens", "base", "layout", "controls", "panel", "call"];
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  png: "image/png",
};

/** Bundles the gallery; returns its files by name. */
export async function bundleGallery(): Promise<ReadonlyMap<string, string>> {
  const folder = await Deno.makeTempDir();
  try {
    await writeConfig(`${folder}/deno.json`);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      cwd: ROOT,
      args: [
        ...["bundle", "--platform", "browser", "--code-splitting", "--minify", "--no-lock"],
        ...["--config", `${folder}/deno.json`, "--outdir", `${folder}/out`],
        "tests/gallery/gallery.tsx",
      ],
    }).output();
    if (!success) throw new Error(`Cannot bundle: ${new TextDecoder().decode(stderr)}`);
    const files = new Map<string, string>();
    for await (const { name } of Deno.readDir(`${folder}/out`)) {
      files.set(name, await Deno.readTextFile(`${folder}/out/${name}`));
    }
    return files;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The app's own configuration, but for JSX: `precompile` makes strings, which only servers read. */
async function writeConfig(path: string): Promise<void> {
  const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const compilerOptions = { jsx: "react-jsx", jsxImportSource: "preact" };
  const known = Object.entries<string>(imports).filter(([, to]) => to.startsWith("npm:"));
  const config = { imports: Object.fromEntries(known), compilerOptions };
  await Deno.writeTextFile(path, JSON.stringify(config));
}

/** Serves it on a free port, with the app's own styles and security policy. */
export function serveGallery(files: ReadonlyMap<string, string>): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    const path = new URL(request.url).pathname.slice(1);
    const script = files.get(path);
    if (script !== undefined) return answer(script, "js");
    return path === "" ? answer(PAGE, "html") : staticFile(path);
  });
}

async function staticFile(path: string): Promise<Response> {
  try {
    return answer(await Deno.readFile(new URL(`static/${path}`, ROOT)), path.split(".").at(-1));
  } catch {
    return new Response(null, { status: 404 });
  }
}

function answer(body: BodyInit, extension = ""): Response {
  const headers = {
    "content-type": TYPES[extension] ?? "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; " +
      "img-src 'self'; media-src 'self'; connect-src 'self'",
  };
  return new Response(body, { headers });
}

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Duet gallery</title>
<link rel="icon" href="/favicon.svg">
${STYLES.map((name) => `<link rel="stylesheet" href="/css/${name}.css">`).join("\n")}
<body><script type="module" src="/gallery.js"></script></body>
</html>`;

if (import.meta.main) {
  const { addr } = serveGallery(await bundleGallery());
  console.info(`http://localhost:${addr.port}/`);
}
