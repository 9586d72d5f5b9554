/** The page's script in one piece, made in memory. */
import * as esbuild from "npm:esbuild@0.25.7";
import { fileURLToPath } from "node:url";

/** What browsers get of each package: the files its authors built for them. */
const FOR_BROWSERS: ReadonlyMap<string, string> = new Map([
  ["npm:socket.io-client@4.8.4", "npm:socket.io-client@4.8.4/dist/socket.io.js"],
  ["npm:simple-peer@9.11.1", "npm:simple-peer@9.11.1/simplepeer.min.js"],
]);

/** Never called: Deno fetches what a program may import before it starts. */
export async function clientPackages(): Promise<void> {
  await import("npm:socket.io-client@4.8.4/dist/socket.io.js");
  await import("npm:simple-peer@9.11.1/simplepeer.min.js");
}

/** @returns an ES module without imports */
export async function bundlePage(): Promise<string> {
  const { outputFiles: [script] } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL("page.ts", import.meta.url))],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [{
      name: "npm",
      setup(build) {
        build.onResolve({ filter: /^npm:/ }, ({ path }) => {
          const file = import.meta.resolve(FOR_BROWSERS.get(path) ?? path);
          return { path: fileURLToPath(file) };
        });
      },
    }],
  });
  await esbuild.stop();
  return script?.text ?? "";
}
