import { assert, assertEquals } from "@std/assert";
import { FakeClock, settle } from "../../tests/fakes/clock.ts";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { FIRST_OFFER, type Signal } from "../../signaling/protocol.ts";
import { packVoice } from "../sending/packing.ts";
import { negotiate, type Role } from "./negotiation.ts";

const CONNECTION = "link-test-1";

function page(role: Role) {
  const clock = new FakeClock();
  const pc = new FakePeerConnection({}, role);
  const said: Signal[] = [];
  const agreed = { times: 0 };
  if (role === "offerer") {
    pc.addTransceiver("audio", { direction: "sendrecv" });
    pc.addTransceiver("video", { direction: "sendrecv" });
  }
  const negotiation = negotiate(pc as unknown as RTCPeerConnection, {
    connection: CONNECTION,
    role,
    clock,
    send: (signal) => said.push(signal),
    agreed: () => agreed.times += 1,
    beforeAnswer: () => Promise.resolve(),
  });
  return { clock, pc, said, agreed, negotiation };
}

type Side = ReturnType<typeof page>;

function offerOf({ negotiation }: Side) {
  const offer = negotiation.pendingOffer();
  assert(offer !== null);
  return offer;
}

function lastSaid({ said }: Side): Signal {
  const last = said.at(-1);
  assert(last !== undefined);
  return last;
}

/** Both sides have agreed on the first offer. */
async function pair() {
  const offerer = page("offerer");
  const answerer = page("answerer");
  await offerer.negotiation.begin();
  await answerer.negotiation.receive(offerOf(offerer));
  await offerer.negotiation.receive(lastSaid(answerer));
  return { offerer, answerer };
}

function candidate(usernameFragment: string | null): Signal {
  return {
    kind: "candidate",
    connection: CONNECTION,
    candidate: { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment },
  };
}

Deno.test("negotiation: an offer and its answer, and both sides have agreed once", async () => {
  const { offerer, answerer } = await pair();
  assertEquals([offerer.pc.signalingState, answerer.pc.signalingState], ["stable", "stable"]);
  assertEquals([offerer.agreed.times, answerer.agreed.times], [1, 1]);
  assertEquals([offerer.negotiation.agreedAt, answerer.negotiation.agreedAt], [0, 0]);
  const seen = [offerer, answerer].map(({ negotiation }) => negotiation.friendsDescription);
  assertEquals(seen, [answerer, offerer].map(({ pc }) => pc.localDescription?.sdp));
});

Deno.test("negotiation: the pending offer holds the candidates found so far", async () => {
  const offerer = page("offerer");
  await offerer.negotiation.begin();
  offerer.pc.gather("candidate:host");
  assert(offerOf(offerer).sdp.includes("candidate:host"));
});

Deno.test("negotiation: offers are numbered, an answer carries the number of its offer", async () => {
  const { offerer, answerer } = await pair();
  await offerer.negotiation.restart(true);
  assertEquals(offerOf(offerer).id, "00000002");
  await answerer.negotiation.receive(offerOf(offerer));
  const answer = lastSaid(answerer);
  assert(answer.kind === "answer" && answer.id === "00000002");
});

Deno.test("negotiation: an offer that arrives again is answered with the same words", async () => {
  const offerer = page("offerer");
  const answerer = page("answerer");
  await offerer.negotiation.begin();
  const offer = offerOf(offerer);
  await answerer.negotiation.receive(offer);
  await answerer.negotiation.receive(offer);
  const answers = answerer.said.filter(({ kind }) => kind === "answer");
  assertEquals(answers.length, 2);
  assertEquals(answers[0], answers[1]);
  assertEquals(answerer.agreed.times, 1);
});

Deno.test("negotiation: an offer that was overtaken is not answered", async () => {
  const { offerer, answerer } = await pair();
  await offerer.negotiation.restart(true);
  const second = offerOf(offerer);
  await offerer.negotiation.restart(true);
  await answerer.negotiation.receive(offerOf(offerer));
  const { length } = answerer.said;
  await answerer.negotiation.receive(second);
  assertEquals(answerer.said.length, length);
});

Deno.test("negotiation: an answer to an offer that was replaced is ignored, the last one counts", async () => {
  const { offerer, answerer } = await pair();
  await offerer.negotiation.restart(true);
  await answerer.negotiation.receive(offerOf(offerer));
  const old = lastSaid(answerer);
  await offerer.negotiation.restart(true);
  await offerer.negotiation.receive(old);
  assertEquals(offerer.pc.signalingState, "have-local-offer");
  await answerer.negotiation.receive(offerOf(offerer));
  await offerer.negotiation.receive(lastSaid(answerer));
  await offerer.negotiation.receive(lastSaid(answerer));
  assertEquals(offerer.pc.signalingState, "stable");
});

Deno.test("negotiation: only the offerer offers; the other side asks, and only while it must", async () => {
  const { offerer, answerer } = await pair();
  await answerer.negotiation.restart(true);
  assertEquals(lastSaid(answerer), {
    kind: "restart",
    connection: CONNECTION,
    after: FIRST_OFFER,
  });
  answerer.negotiation.sayAgain();
  assertEquals(answerer.said.slice(-2).map(({ kind }) => kind), ["answer", "restart"]);
  answerer.negotiation.flows();
  answerer.negotiation.sayAgain();
  assertEquals(lastSaid(answerer).kind, "answer");
  await answerer.negotiation.receive({ kind: "restart", connection: CONNECTION });
  assertEquals(answerer.negotiation.pendingOffer(), null);
  assertEquals(offerer.negotiation.pendingOffer(), null);
});

Deno.test("negotiation: candidates that may be lost are said again, until media flows", async () => {
  const { offerer, answerer } = await pair();
  for (const side of [offerer, answerer]) {
    side.pc.gather("candidate:late");
    const candidates = () => side.said.filter(({ kind }) => kind === "candidate").length;
    side.negotiation.sayAgain();
    assertEquals(candidates(), 2);
    side.negotiation.flows();
    side.negotiation.sayAgain();
    assertEquals(candidates(), 2);
  }
});

Deno.test("negotiation: candidates of before a restart are not said again", async () => {
  const { offerer } = await pair();
  offerer.pc.gather("candidate:old");
  await offerer.negotiation.restart(true);
  const { length } = offerer.said;
  offerer.negotiation.sayAgain();
  assertEquals(offerer.said.slice(length).map(({ kind }) => kind), ["offer"]);
});

Deno.test("negotiation: asked to restart, the offerer does; asked again at once, it is under way", async () => {
  const { offerer } = await pair();
  const restart: Signal = { kind: "restart", connection: CONNECTION };
  offerer.clock.tick(1_000);
  await offerer.negotiation.receive(restart);
  assertEquals(offerOf(offerer).id, "00000002");
  offerer.clock.tick(699);
  await offerer.negotiation.receive(restart);
  assertEquals(offerOf(offerer).id, "00000002");
  offerer.clock.tick(1);
  await offerer.negotiation.receive(restart);
  assertEquals(offerOf(offerer).id, "00000003");
});

Deno.test("negotiation: asked for a restart that was offered since, the offerer makes no other", async () => {
  const { offerer, answerer } = await pair();
  await answerer.negotiation.restart(true);
  const asked = lastSaid(answerer);
  await offerer.negotiation.restart(true);
  offerer.clock.tick(5_000);
  const offers = () => offerer.said.flatMap((signal) => signal.kind === "offer" ? [signal.id] : []);
  await offerer.negotiation.receive(asked);
  assertEquals(offers(), ["00000002", "00000002"], "nobody answered it: said again");
  await answerer.negotiation.receive(offerOf(offerer));
  await offerer.negotiation.receive(lastSaid(answerer));
  await offerer.negotiation.receive(asked);
  assertEquals(offers().length, 2, "agreed on: it came late");
  await answerer.negotiation.restart(true);
  await offerer.negotiation.receive(lastSaid(answerer));
  assertEquals(offers().at(-1), "00000003", "asked for after that one");
});

Deno.test("negotiation: a restart nobody answered is said again, and replaced when it is old", async () => {
  const { offerer } = await pair();
  await offerer.negotiation.restart(false);
  await offerer.negotiation.restart(false);
  assertEquals(offerer.said.filter(({ kind }) => kind === "offer").length, 2);
  assertEquals(offerOf(offerer).id, "00000002");
  offerer.clock.tick(15_000);
  await offerer.negotiation.restart(false);
  assertEquals(offerOf(offerer).id, "00000003");
  await offerer.negotiation.restart(true);
  assertEquals(offerOf(offerer).id, "00000004", "the network changed");
});

Deno.test("negotiation: the offerer takes no offers", async () => {
  const { offerer } = await pair();
  const before = offerer.said.length;
  await offerer.negotiation.receive({
    kind: "offer",
    connection: CONNECTION,
    id: "99999999",
    sdp: "v=0",
  });
  assertEquals([offerer.pc.signalingState, offerer.said.length], ["stable", before]);
});

Deno.test("negotiation: candidates that overtake their offer wait for it, in bounds", async () => {
  const offerer = page("offerer");
  const answerer = page("answerer");
  await offerer.negotiation.begin();
  for (let count = 0; count < 500; count++) {
    await answerer.negotiation.receive(candidate("offerer1"));
  }
  assertEquals(answerer.pc.candidates, []);
  await answerer.negotiation.receive(offerOf(offerer));
  assertEquals(answerer.pc.candidates.length, 64);
});

Deno.test("negotiation: candidates of a generation that is over are dropped", async () => {
  const { offerer, answerer } = await pair();
  await answerer.negotiation.receive(candidate("of-the-past"));
  await offerer.negotiation.restart(true);
  await answerer.negotiation.receive(candidate("offerer2"));
  assertEquals(answerer.pc.candidates, []);
  await answerer.negotiation.receive(offerOf(offerer));
  assertEquals(answerer.pc.candidates.map(({ usernameFragment }) => usernameFragment), [
    "offerer2",
  ]);
});

Deno.test("negotiation: a fragment that begins like ours is another generation all the same", async () => {
  const { answerer } = await pair();
  await answerer.negotiation.receive(candidate("offerer"));
  assertEquals(answerer.pc.candidates, []);
});

Deno.test("negotiation: a candidate without a fragment, and one that cannot be used, hurt nobody", async () => {
  const { answerer } = await pair();
  await answerer.negotiation.receive(candidate(null));
  assertEquals(answerer.pc.candidates.length, 1);
  answerer.pc.failing = "addIceCandidate";
  await answerer.negotiation.receive(candidate(null));
  await answerer.negotiation.receive({
    kind: "candidate",
    connection: CONNECTION,
    candidate: null,
  });
});

Deno.test("negotiation: one step after the other, though they arrive at once", async () => {
  const offerer = page("offerer");
  const answerer = page("answerer");
  await offerer.negotiation.begin();
  const first = offerOf(offerer);
  await offerer.negotiation.restart(true);
  const second = offerOf(offerer);
  await Promise.all([first, second].map(answerer.negotiation.receive));
  const ids = answerer.said.flatMap((signal) => signal.kind === "answer" ? [signal.id] : []);
  assertEquals(ids, ["00000001", "00000002"]);
});

Deno.test("negotiation: a step that fails is told, and the next one is taken", async () => {
  const offerer = page("offerer");
  const answerer = page("answerer");
  await offerer.negotiation.begin();
  answerer.pc.failing = "setRemoteDescription";
  let failed = false;
  await answerer.negotiation.receive(offerOf(offerer)).catch(() => failed = true);
  assert(failed);
  await answerer.negotiation.receive(offerOf(offerer));
  assertEquals(lastSaid(answerer).kind, "answer");
});

Deno.test("negotiation: nothing is done to a connection that is closed", async () => {
  const { offerer, answerer } = await pair();
  answerer.pc.close();
  const { length } = answerer.said;
  await answerer.negotiation.receive({ ...offerOf({ ...(await restarted(offerer)) }) });
  await settle();
  assertEquals(answerer.said.length, length);
});

async function restarted(side: Side): Promise<Side> {
  await side.negotiation.restart(true);
  return side;
}

Deno.test("negotiation: a restart with another certificate is somebody else's, and is not taken", async () => {
  const { offerer, answerer } = await pair();
  const before = [offerer.pc.remoteDescription, answerer.pc.remoteDescription];
  const forge = (signal: Signal): Signal =>
    "sdp" in signal ? { ...signal, sdp: `${signal.sdp}a=fingerprint:sha-256 EE\r\n` } : signal;
  await offerer.negotiation.restart(true);
  const [offer, said] = [offerOf(offerer), answerer.said.length];
  await answerer.negotiation.receive(forge(offer));
  assertEquals([answerer.pc.remoteDescription, answerer.said.length], [before[1], said]);
  await answerer.negotiation.receive(offer);
  await offerer.negotiation.receive(forge(lastSaid(answerer)));
  assertEquals(offerer.pc.remoteDescription, before[0]);
  await offerer.negotiation.receive(lastSaid(answerer));
  assertEquals(offerer.pc.signalingState, "stable");
});

Deno.test("negotiation: what a page does aside, as packing the voice anew, is nothing the friend hears of", async () => {
  const { offerer, answerer } = await pair();
  for (const side of [offerer, answerer]) {
    const saidBefore = side.said.length;
    const gate = Promise.withResolvers<void>();
    side.pc.gate = gate.promise;
    const packed = side.negotiation.aside(() =>
      packVoice(side.pc as unknown as RTCPeerConnection, { thin: true, twice: false })
    );
    side.negotiation.sayAgain();
    assertEquals(side.negotiation.pendingOffer(), null);
    gate.resolve();
    await packed;
    assert(side.pc.remoteDescription?.sdp.includes("a=ptime:60"));
    const again = side.said.slice(saidBefore);
    assertEquals(again.filter(({ kind }) => kind === "offer"), []);
  }
  await offerer.negotiation.restart(true);
  await answerer.negotiation.receive(offerOf(offerer));
  await offerer.negotiation.receive(lastSaid(answerer));
  for (const { pc } of [offerer, answerer]) {
    assertEquals(pc.remoteDescription?.sdp.includes("a=ptime"), false, "agreed anew: as usual");
  }
});
