/**
 * `deno task size`: what the first page costs, as served to a browser that takes compressed answers.
 * Ends with 1 when it is more than agreed.
 *
 * Counted is what the browser needs before it can ask for camera and microphone: the page, its
 * stylesheets, and every script that is loaded at once. Icons and the manifest hold nothing up.
 */
import { Buffer } from "node:buffer";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startApp } from "../tests/rig/app.ts";

/** One answer, its size in bytes on the wire. */
interface Answer {
  path: string;
  text: string;
  bytes: number;
  link: string;
}

/** What is counted, and the most it may be. */
export interface Budget {
  name: string;
  value: number;
  limit: number;
  unit: "bytes" | "requests";
}

const MAX_SCRIPT_BYTES = 40_000;
const MAX_PAGE_BYTES = 12_000;
const MAX_REQUESTS = 6;

if (import.meta.main) {
  await using app = await startApp();
  const budgets = await measurePage(new URL(app.url));
  for (const budget of budgets) console.log(describe(budget));
  if (budgets.some(({ value, limit }) => value > limit)) Deno.exitCode = 1;
}

/** Counts what the first page of a running app needs, in the language `locale`. */
export function measurePage(app: URL, locale = "en"): Promise<Budget[]> {
  return measure((path) => get(new URL(path, app), locale));
}

/** Counts what the first page needs. */
export async function measure(get: (path: string) => Promise<Answer>): Promise<Budget[]> {
  const page = await get("/");
  const styles = await Promise.all(stylesheetsOf(page.text).map(get));
  const paths = new Set(scriptsOf(page));
  const scripts: Answer[] = [];
  // A set that grows is walked to its end.
  for (const path of paths) {
    const script = await get(path);
    scripts.push(script);
    for (const name of importsOf(script.text)) paths.add(new URL(name, `http://x${path}`).pathname);
  }
  const sum = (answers: Answer[]) => answers.reduce((total, { bytes }) => total + bytes, 0);
  const requests = 1 + styles.length + scripts.length;
  return [
    { name: "JavaScript", value: sum(scripts), limit: MAX_SCRIPT_BYTES, unit: "bytes" },
    { name: "HTML and CSS", value: sum([page, ...styles]), limit: MAX_PAGE_BYTES, unit: "bytes" },
    { name: "before the prompt", value: requests, limit: MAX_REQUESTS, unit: "requests" },
  ];
}

function describe({ name, value, limit, unit }: Budget): string {
  const verdict = value > limit ? "TOO MUCH" : "ok";
  return `${name.padEnd(18)} ${`${value}`.padStart(6)} ${unit.padEnd(8)} of ${limit}  ${verdict}`;
}

function stylesheetsOf(html: string): string[] {
  return Array.from(
    html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g),
    ([, href = ""]) => href,
  );
}

/** The scripts that the page's own script imports, and those its header has preloaded. */
function scriptsOf({ text, link }: Answer): string[] {
  const inline = text.match(/<script type="module"[^>]*>(.*?)<\/script>/s)?.[1] ?? "";
  const preloaded = link.matchAll(/<([^>]+)>; rel="modulepreload"/g);
  return [...importsOf(inline), ...Array.from(preloaded, ([, path = ""]) => path)];
}

/** What is imported with the script, not later. */
function importsOf(code: string): string[] {
  return Array.from(
    code.matchAll(/(?:from|import)\s*"([^"]+\.js)"/g),
    ([, specifier = ""]) => specifier,
  );
}

/** Asks as browsers do, and counts the bytes before they are decompressed. */
function get(url: URL, locale: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = { "Accept-Encoding": "gzip, deflate, br", "Accept-Language": locale };
  const asked = request(url, { headers }, async (response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { "content-encoding": coding, link } = response.headers;
    const text = decoded(body, coding).toString();
    resolve({ path: url.pathname, text, bytes: body.length, link: [link ?? []].flat().join(", ") });
  });
  asked.on("error", reject);
  asked.end();
  return promise;
}

function decoded(body: Buffer, coding: string | undefined): Buffer {
  if (coding === "br") return brotliDecompressSync(body);
  return coding === "gzip" ? gunzipSync(body) : body;
}
