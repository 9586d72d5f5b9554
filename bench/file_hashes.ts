/**
 * `deno run --allow-all bench/file_hashes.ts`: how fast a file's parts can be hashed: by the browser's
 * own SubtleCrypto, by JavaScript, by WebAssembly. In V8, as in Chromium; 1 MiB at a time. Counted is
 * the time of the processor, so that other work on the machine matters less.
 */
import { cpuUsage } from "node:process";
import { sha256 } from "@noble/hashes/sha2.js";
import { createBLAKE3, createSHA256 } from "npm:hash-wasm@^4.12";

const MIB = 1024 * 1024;
const PARTS = 128;

const parts = Array.from({ length: 8 }, () => {
  const part = new Uint8Array(MIB);
  for (let at = 0; at < MIB; at += 65_536) crypto.getRandomValues(part.subarray(at, at + 65_536));
  return part;
});
const wasmSha = await createSHA256();
const wasmBlake = await createBLAKE3();

const WAYS: Readonly<Record<string, (part: Uint8Array<ArrayBuffer>) => unknown>> = {
  "SubtleCrypto, SHA-256": (part) => crypto.subtle.digest("SHA-256", part),
  "@noble/hashes, SHA-256": (part) => sha256(part),
  "hash-wasm, SHA-256": (part) => wasmSha.init().update(part).digest("binary"),
  "hash-wasm, BLAKE3": (part) => wasmBlake.init().update(part).digest("binary"),
};

console.log("| Way | processor ms per MiB |\n| --- | ---: |");
for (const [name, hash] of Object.entries(WAYS)) {
  // What is compiled on the way is not counted.
  for (const part of parts) await hash(part);
  const before = cpuUsage();
  for (let count = 0; count < PARTS; count += 1) {
    await hash(parts[count % parts.length] ?? parts[0]!);
  }
  const { user, system } = cpuUsage(before);
  console.log(`| ${name} | ${((user + system) / PARTS / 1_000).toFixed(1)} |`);
}
