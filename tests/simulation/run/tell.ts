/** Tells a life in full: what each page knows whenever it changes, and what the sockets carry. */
import type { Person } from "../people/person.ts";
import type { LifePlan } from "../schedule/happenings.ts";
import { inWords } from "../schedule/words.ts";
import { type Cast, everybody, live } from "./life.ts";

export interface TellOptions {
  readonly print: (line: string) => void;
  /** Also every message. */
  readonly frames: boolean;
}

export async function tellLife(plan: LifePlan, { print, frames }: TellOptions): Promise<void> {
  const shown = new Map<string, string>();
  print(inWords(plan));

  function look(cast: Cast): void {
    const { network, scheduler } = cast.world;
    const at = String(Math.round(scheduler.now)).padStart(6);
    if (frames) {
      network.tap ??= (to, frame) => {
        const line = frameInShort(frame);
        if (line !== null) {
          print(`${String(Math.round(scheduler.now)).padStart(6)}   → ${to}: ${line}`);
        }
      };
    }
    for (const person of everybody(cast)) {
      const line = personInShort(person);
      if (shown.get(person.name) === line) continue;
      shown.set(person.name, line);
      print(`${at} ${line}`);
    }
  }

  const { breaches } = await live(plan, look);
  for (const { rule, what, atMs } of breaches) {
    print(`=> ${rule} (${Math.round(atMs)} ms): ${what}`);
  }
  if (breaches.length === 0) print("=> every rule holds");
}

/** The heartbeat, candidates and the text of descriptions would only hide the rest. */
function frameInShort(frame: unknown): string | null {
  const text = JSON.stringify(frame).replaceAll("\\", "");
  if (/"(ping|pong)"|"kind":"candidate"/.test(text)) return null;
  return text.replaceAll(/"sdp":"[^"]*"/g, '"sdp":"…"').replaceAll(/"ice":\{.*?null\}/g, '"ice":…');
}

function personInShort({ name, page, wish, asked, state }: Person): string {
  const { view, actor } = page;
  const life = page.alive ? actor.frozen ? "stands still" : "" : "gone";
  const facts = Object.entries(state).flatMap(([key, value]) => {
    if (key === "name" || value === null || value === false) return [];
    if (value === true) return [key];
    if (typeof value !== "object") return [`${key} ${short(value)}`];
    const inner = Object.entries(value).flatMap(([field, fact]) => {
      if (fact === null || fact === false || typeof fact === "object") return [];
      return fact === true ? [field] : [short(fact)];
    });
    return [`${key} ${inner.join("/")}`];
  });
  const connections = [...page.connections].filter(({ ice }) => !ice.closed).map((pc) => {
    const hears = pc.getTransceivers().some(({ inbound }) => inbound.flowing);
    const media = `${pc.sending ? " sends" : ""}${hears ? " receives" : ""}`;
    return `[${pc.signalingState} ${pc.iceConnectionState} ${pc.connectionState}${media}]`;
  });
  return [
    `${page.name === name ? name : `${name} (${page.name})`} ${life}`.trim(),
    view.call.peek().online ? "online" : "offline",
    state.name,
    `{${facts.join(", ")}}`,
    `wants ${wish ?? "nothing"}, asked for ${asked ?? "nothing"}`,
    ...connections,
  ].join(" ");
}

/** Names of connections and sessions by their beginning. */
function short(value: unknown): string {
  const text = String(value);
  return /^[\w-]{22}$/.test(text) ? text.slice(0, 4) : text;
}
