import { assertEquals } from "@std/assert";
import type { SilentHop } from "../facts.ts";
import { type Facts, NOTHING_KNOWN } from "./facts.ts";
import { silentHops } from "./verdict.ts";

const WELL: Facts = {
  microphone: "sounds",
  voice: "sound",
  player: "plays",
  camera: "sends",
  picture: "moves",
};

type Part = "voice" | "picture";
type Row = [sender: Partial<Facts>, receiver: Partial<Facts>, part: Part, hop: SilentHop | null];

const TABLE: readonly Row[] = [
  [{}, {}, "voice", null],
  [{ microphone: "silent" }, { voice: "silence" }, "voice", "microphone"],
  [{ microphone: "silent" }, { player: "blocked" }, "voice", "microphone"],
  [{ microphone: "silent" }, { voice: "unknown" }, "voice", "microphone"],
  [{ microphone: "unknown" }, { voice: "silence" }, "voice", "microphone"],
  [{ microphone: "unknown" }, {}, "voice", null],
  [{ microphone: "unknown" }, { voice: "nothing" }, "voice", "voice-lost"],
  [{ microphone: "sounds" }, { voice: "silence" }, "voice", "voice-lost"],
  [{ microphone: "sounds" }, { voice: "nothing" }, "voice", "voice-lost"],
  [{ microphone: "quiet" }, { voice: "silence" }, "voice", null],
  [{ microphone: "quiet" }, { voice: "nothing" }, "voice", null],
  [{ microphone: "muted" }, { voice: "silence" }, "voice", null],
  [{ microphone: "muted" }, { voice: "nothing" }, "voice", null],
  [{}, { player: "blocked" }, "voice", "sound-blocked"],
  [{ microphone: "muted" }, { player: "blocked" }, "voice", "sound-blocked"],
  [{}, { player: "unknown" }, "voice", null],
  [{}, {}, "picture", null],
  [{ camera: "stuck" }, { picture: "still" }, "picture", "camera"],
  [{ camera: "stuck" }, {}, "picture", "camera"],
  [{ camera: "sends" }, { picture: "black" }, "picture", "picture-black"],
  [{ camera: "sends" }, { picture: "still" }, "picture", "picture-lost"],
  [{ camera: "sends" }, { picture: "unknown" }, "picture", null],
  [{ camera: "off" }, { picture: "black" }, "picture", null],
  [{ camera: "off" }, { picture: "still" }, "picture", null],
  [{ camera: "held" }, { picture: "still" }, "picture", null],
  [{ camera: "unknown" }, { picture: "black" }, "picture", null],
];

Deno.test("hearing: the first silent hop of each way, and both pages find the same one", () => {
  for (const [sender, receiver, part, hop] of TABLE) {
    const one = { ...WELL, ...sender };
    const other = { ...WELL, ...receiver };
    const row = JSON.stringify([sender, receiver]);
    assertEquals(silentHops(one, other)["to-friend"][part], hop, row);
    assertEquals(silentHops(other, one)["from-friend"][part], hop, row);
  }
});

Deno.test("hearing: of a friend whose page tells nothing, only one's own devices are judged", () => {
  const own: Facts = {
    microphone: "silent",
    voice: "silence",
    player: "blocked",
    camera: "stuck",
    picture: "still",
  };
  assertEquals(silentHops(own, null), {
    "to-friend": { voice: "microphone", picture: "camera" },
    "from-friend": { voice: null, picture: null },
  });
  assertEquals(silentHops(NOTHING_KNOWN, NOTHING_KNOWN), silentHops(NOTHING_KNOWN, null));
});
