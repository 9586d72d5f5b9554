import { SocketEnd } from "../models/socket.ts";
import { planLife } from "../schedule/generate.ts";
import { inWords } from "../schedule/words.ts";
import { everybody, live } from "./life.ts";
const given = Deno.args[0] ?? "";
const isSeed = /^\d+$/.test(given);
const [number, from = 0, to = Infinity] = Deno.args.slice(1).map(Number);
const plan = isSeed ? planLife(Number(given), number ?? 0) : JSON.parse(given);
console.log(inWords(plan));
if (Deno.env.get("FRAMES")) {
  const take = SocketEnd.prototype.take;
  SocketEnd.prototype.take = function (frame) {
    if (frame.kind === "text") {
      const text = String(frame.data).replaceAll(/"sdp":"[^"]*"/g, '"sdp":".."').replaceAll(
        /"ice":\{.*?\}\]?,"renewInMs":null\}/g,
        "..",
      );
      if (!/ping|pong|candidate/.test(text)) {
        console.log(`      > ${this.constructor.name} ${text.slice(0, 300)}`);
      }
    } else console.log(`      > ${this.constructor.name} ${JSON.stringify(frame)}`);
    return take.call(this, frame);
  };
}
const shown = new Map<string, string>();
const out = await live(plan, (cast) => {
  const { now } = cast.world.scheduler;
  for (const person of everybody(cast)) {
    const { state } = person;
    const pcs = [...person.page.connections].filter((pc) => !pc.ice.closed).map((pc) =>
      `${pc.signalingState}/${pc.iceConnectionState}/${pc.connectionState}${
        pc.sending ? "+s" : ""
      }${pc.getTransceivers().some(({ inbound }) => inbound.flowing) ? "+r" : ""}`
    ).join(" ");
    const cut = (s: string | undefined | null) => s?.slice(0, 4) ?? "-";
    const seat = "seat" in state ? state.seat.is : "";
    const link = "link" in state
      ? `${cut(state.link?.id)}${state.link?.ours ? " ours" : ""}${
        state.link?.agreed ? " agreed" : ""
      }`
      : "";
    const more = [
      "because" in state ? state.because : "",
      "away" in state && state.away ? "AWAY" : "",
      "noPath" in state && state.noPath ? "NOPATH" : "",
      "newcomer" in state && state.newcomer ? "NEWCOMER" : "",
      "weak" in state && state.weak ? "weak" : "",
      "autoRetry" in state ? `auto=${state.autoRetry} ${state.attempt}` : "",
      "request" in state ? `req ${cut(state.request)}` : "",
    ].filter((x) => x).join(" ");
    const line = `${person.page.name.padEnd(7)} ${
      person.page.alive ? person.page.actor.frozen ? "frozen" : "" : "DEAD"
    } ${
      person.page.view.call.peek().online ? "on " : "OFF"
    } ${state.name} ${seat} ${link} ${more} | wish ${person.wish} asked ${person.asked} | ${pcs}`;
    if (shown.get(person.name) === line) continue;
    shown.set(person.name, line);
    if (now >= from && now <= to) console.log(String(Math.round(now)).padStart(6), line);
  }
});
console.log(out.breaches);
