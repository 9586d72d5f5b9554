/**
 * A raw fuzz of a live server: valid, mutated and random frames over TCP, then the questions that
 * matter: is the process alive, does a call still work, did the memory come back?
 */
import type { RunningApp } from "../rig/app.ts";
import { pause, systemClock } from "../../signaling/clock.ts";
import { encode } from "../../signaling/protocol.ts";
import { clientMessage } from "./messages.ts";
import { fc } from "./deps.ts";
import { openPage, socketUrl, startProcess } from "./processes.ts";
import { frameBytes } from "../rig/raw_frames.ts";
import { RawSocket } from "../rig/raw_socket.ts";
import { Watch } from "./watch.ts";

export interface FuzzReport {
  readonly frames: number;
  /** Frames the server sent back: answers, errors, greetings. */
  readonly answers: number;
  readonly connections: number;
  readonly seconds: number;
  /** Resident memory after the warm-up and at the end, both idle, in MB. */
  readonly memoryBeforeMb: number;
  readonly memoryAfterMb: number;
  /** JavaScript heap in use at the same moments, in MB. */
  readonly heapBeforeMb: number;
  readonly heapAfterMb: number;
}

export interface FuzzOptions {
  readonly frames: number;
  readonly seed: number;
}

/** The limits would end the fuzz of a socket after twenty frames. */
const NO_LIMITS = {
  LIMIT_MESSAGES_PER_SECOND: "10000000",
  LIMIT_BYTES_PER_SECOND: "1000000000",
  LIMIT_ERRORS_PER_MINUTE: "10000000",
  LIMIT_JOINS_PER_MINUTE: "10000000",
  LIMIT_NAMES_PER_MINUTE: "10000000",
  LIMIT_NEW_ROOMS_PER_HOUR: "10000000",
};

const SOCKETS = 8;
const FRAMES_PER_WRITE = 40;
/** Rooms are few, so that the fuzz meets itself in them, and rows do not pile up. */
const ROOMS = 40;
/** Deno's own idle timer keeps a closed socket in memory for this long. */
const SILENT_MS = 1_000;
/** What a collection sets free is finalised soon after it. */
const COLLECTED_MS = 100;
/** Distinct valid messages; the rest are made from them. */
const SAMPLES = 4_000;

/**
 * Runs the fuzz.
 *
 * @throws {Error} when the server died or no longer serves a call
 */
export async function fuzz({ frames, seed }: FuzzOptions): Promise<FuzzReport> {
  const started = performance.now();
  const samples = fc.sample(clientMessage, { numRuns: SAMPLES, seed });
  const random = generator(seed);
  await using server = await startProcess({
    env: NO_LIMITS,
    timings: { holdLostMs: 200, silentMs: SILENT_MS },
  });
  const texts = samples.map((message) => {
    const room = `room ${Math.floor(random() * ROOMS)}`;
    return encode(message.type === "join" && random() < 0.9 ? { ...message, room } : message);
  });
  const warmUp = Math.floor(frames / 4);
  const first = await storm(server, warmUp, { texts, random });
  const before = await memory(server);
  const second = await storm(server, frames - warmUp, { texts, random });
  const after = await memory(server);
  await assertServes(server);
  return {
    frames,
    answers: first.answers + second.answers,
    connections: first.connections + second.connections,
    seconds: (performance.now() - started) / 1_000,
    memoryBeforeMb: before.rss,
    memoryAfterMb: after.rss,
    heapBeforeMb: before.heapUsed,
    heapAfterMb: after.heapUsed,
  };
}

interface Material {
  readonly texts: readonly string[];
  readonly random: () => number;
}

/** Sends so many frames over several sockets; one that the server closes is replaced. */
async function storm(server: RunningApp, frames: number, material: Material) {
  const count = { sent: 0, answers: 0, connections: 0 };
  async function one(): Promise<void> {
    while (count.sent < frames) {
      count.connections++;
      using socket = await RawSocket.open(socketUrl(server));
      const watch = new Watch(socket);
      try {
        while (count.sent < frames && !watch.over) {
          const batch = nextBatch(material, Math.min(frames - count.sent, FRAMES_PER_WRITE));
          count.sent += batch.length;
          await socket.write(concat(batch));
          await watch.caughtUp();
        }
      } catch {
        // The server hung up while we wrote: it was right to.
      }
      socket.finish();
      await watch.ended();
      count.answers += watch.frames;
    }
  }
  await Promise.all(Array.from({ length: SOCKETS }, one));
  return count;
}

/** Frames a server must take; the last is sometimes one after which it must hang up. */
function nextBatch(material: Material, size: number): Uint8Array[] {
  const batch = Array.from({ length: size }, () => nextFrame(material));
  const { random } = material;
  if (random() < 0.05) {
    batch[size - 1] = frameBytes({
      opcode: Math.floor(random() * 16),
      fin: random() < 0.5,
      payload: randomBytes(Math.floor(random() * 300), random),
    });
  }
  return batch;
}

function nextFrame({ texts, random }: Material): Uint8Array {
  const text = texts[Math.floor(random() * texts.length)] ?? "";
  const dice = random();
  if (dice < 0.45) return textFrame(text);
  if (dice < 0.85) return textFrame(mutate(text, random));
  if (dice < 0.97) return textFrame(randomText(random));
  if (dice < 0.99) return frameBytes({ opcode: 9, fin: true, payload: randomBytes(8, random) });
  const half = Math.floor(text.length / 2);
  return concat([
    frameBytes({ opcode: 1, fin: false, payload: encoder.encode(text.slice(0, half)) }),
    frameBytes({ opcode: 0, fin: true, payload: encoder.encode(text.slice(half)) }),
  ]);
}

function textFrame(text: string): Uint8Array {
  return frameBytes({ opcode: 1, fin: true, payload: encoder.encode(text) });
}

function mutate(text: string, random: () => number): string {
  let mutated = text;
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
    const at = Math.floor(random() * mutated.length);
    const cut = Math.floor(random() * 4);
    const insert = random() < 0.5 ? "" : String.fromCharCode(Math.floor(random() * 0x500));
    mutated = mutated.slice(0, at) + insert + mutated.slice(at + cut);
  }
  return mutated;
}

function randomText(random: () => number): string {
  const length = Math.floor(random() * 200);
  return String.fromCharCode(...Array.from({ length }, () => Math.floor(random() * 0xd800)));
}

function randomBytes(length: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

/** Memory with no socket left and the garbage collected, in MB. */
async function memory(server: RunningApp) {
  await pause(systemClock, SILENT_MS);
  let memory = { rss: 0, heapUsed: 0 };
  for (let collections = 0; collections < 3; collections++) {
    await pause(systemClock, COLLECTED_MS);
    memory = await fetch(`${server.url}memory`).then((response) => response.json());
  }
  return { rss: memory.rss / 1e6, heapUsed: memory.heapUsed / 1e6 };
}

async function assertServes(server: RunningApp): Promise<void> {
  const [ann, bob] = [await openPage(server), await openPage(server)];
  await ann.sit("after the storm");
  await bob.sit("after the storm");
  await ann.next("arrived");
  await ann.close();
  await bob.close();
}

const encoder = new TextEncoder();

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Mulberry32: small, fast, and the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
