import { parseSignal } from "../../../signaling/protocol.ts";
import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { answerTo, join, offerOf } from "../messages.ts";
import { startTarget } from "../target.ts";

const SECTIONS = 50;
const SDP = "v=0\r\n" + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n".repeat(SECTIONS);

export const manySections: Attack = {
  name: "an offer of fifty videos",
  who: "hostile friend",
  rule: "media: a description with more sections than Duet makes is refused by server and page",
  async run() {
    await using app = await startTarget();
    using ann = await Caller.open(app);
    await ann.sit("tea");
    using bob = await Caller.open(app);
    bob.say(join({ room: "tea", session: bob.session, offer: offerOf(SDP) }));
    const reply = await bob.next(["joined", "full", "error"]);
    if (reply.type !== "joined") await bob.sit("tea");
    bob.say(answerTo(ann.session, SDP));
    const relayed = await ann.wait(["signal"], 1_000) !== null ||
      ann.heard.some((message) => JSON.stringify(message).includes("m=video"));
    const overChannel = parseSignal(JSON.stringify(offerOf(SDP))).ok;
    const said = reply.type === "error" ? reply.code : reply.type;
    return {
      tried:
        `a join whose offer has ${SECTIONS} video sections, such an answer, such an offer over ` +
        "the data channel",
      figure: `join "${said}", ${relayed ? "relayed" : "not relayed"}, page ` +
        `${overChannel ? "takes" : "refuses"} it`,
      limit: '"bad-message", not relayed, refuses',
      held: said === "bad-message" && !relayed && !overChannel,
    };
  },
};
