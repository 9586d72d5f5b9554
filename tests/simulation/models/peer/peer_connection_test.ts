import { assert, assertEquals, assertRejects } from "@std/assert";
import { agree, createDuo, packets } from "./duo.ts";

Deno.test("model of JSEP: an answer in stable is an InvalidStateError", async () => {
  const duo = createDuo();
  const offer = duo.offerer.createOffer();
  const { sdp = "" } = await duo.during(offer);
  const early = duo.offerer.setRemoteDescription({ type: "answer", sdp });
  early.catch(() => {});
  await assertRejects(() => duo.during(early), DOMException, "Cannot set a remote answer");
});

Deno.test("model of JSEP: a candidate before any description is an InvalidStateError", async () => {
  const duo = createDuo();
  const early = duo.answerer.addIceCandidate({ candidate: "candidate:1" });
  early.catch(() => {});
  await assertRejects(() => duo.during(early), DOMException, "no remote description");
});

Deno.test("model of JSEP: what is called on a closed connection rejects, what was under way never ends", async () => {
  const duo = createDuo();
  let ended = false;
  duo.offerer.createOffer().finally(() => ended = true);
  duo.offerer.close();
  const late = duo.offerer.createOffer();
  late.catch(() => {});
  await assertRejects(() => duo.during(late), DOMException, "closed");
  assertEquals(ended, false);
});

Deno.test("model of ICE: two that agreed are connected, with media and an open channel", async () => {
  const duo = createDuo();
  await duo.during(agree(duo), 1_000);
  assertEquals(duo.offerer.connectionState, "connected");
  assertEquals(duo.answerer.connectionState, "connected");
  assertEquals(duo.channel.readyState, "open");
  assert(await packets(duo.offerer) > 50);
  assert(await packets(duo.answerer) > 50);
  const tracks = duo.offerer.getReceivers().map(({ track }) => track.muted);
  assertEquals(tracks, [false, false]);
});

Deno.test("model of ICE: a cut shows in the counters at once, as `disconnected` after 5 s, and heals", async () => {
  const duo = createDuo();
  await duo.during(agree(duo), 1_000);
  duo.network.cut("a", "b");
  duo.network.cut("b", "a");
  const before = await packets(duo.answerer);
  await duo.scheduler.run(duo.scheduler.now + 4_900);
  assertEquals(await packets(duo.answerer), before);
  assertEquals(duo.answerer.iceConnectionState, "connected");
  await duo.scheduler.run(duo.scheduler.now + 5_200);
  assertEquals(duo.answerer.iceConnectionState, "disconnected");
  duo.network.mend("a", "b");
  duo.network.mend("b", "a");
  await duo.scheduler.run(duo.scheduler.now + 1_000);
  assertEquals(duo.answerer.connectionState, "connected");
  assert(await packets(duo.answerer) > before);
});

Deno.test("model of ICE: a new address needs a restart, and the restart's generation", async () => {
  const duo = createDuo();
  await duo.during(agree(duo), 1_000);
  duo.network.change(duo.network.device("a"), { address: 2 });
  await duo.scheduler.run(duo.scheduler.now + 40_000);
  assertEquals(duo.offerer.connectionState, "failed");
  await duo.during(agree(duo), 1_000);
  assertEquals(duo.offerer.connectionState, "failed", "the same generation leads nowhere");
  await duo.during(agree(duo, true), 1_000);
  assertEquals(duo.offerer.connectionState, "connected");
  assertEquals(duo.answerer.connectionState, "connected");
});

Deno.test("model of ICE: an answer to an overtaken offer connects nobody", async () => {
  const duo = createDuo();
  const { offerer, answerer } = duo;
  async function crossed(): Promise<void> {
    const first = await offerer.createOffer();
    await offerer.setLocalDescription(first);
    await answerer.setRemoteDescription(first);
    const answer = await answerer.createAnswer();
    await answerer.setLocalDescription(answer);
    await offerer.setLocalDescription(await offerer.createOffer({ iceRestart: true }));
    await offerer.setRemoteDescription(answer);
  }
  await duo.during(crossed(), 40_000);
  assertEquals(offerer.connectionState, "failed");
});

Deno.test("model of the data channel: what is written during a cut arrives after it, in order", async () => {
  const duo = createDuo();
  await duo.during(agree(duo), 1_000);
  duo.network.cut("a", "b");
  for (const text of ["one", "two", "three"]) duo.channel.send(text);
  await duo.scheduler.run(duo.scheduler.now + 3_000);
  assertEquals(duo.heard, []);
  assert(duo.channel.bufferedAmount > 0);
  duo.network.mend("a", "b");
  duo.channel.send("four");
  await duo.scheduler.run(duo.scheduler.now + 8_000);
  assertEquals(duo.heard, ["one", "two", "three", "four"]);
});

Deno.test("habit of Firefox: a channel written without a local path kills DTLS for good", async () => {
  const duo = createDuo(["firefox", "firefox"]);
  await duo.during(agree(duo), 1_000);
  duo.network.change(duo.network.device("a"), { address: 2 });
  duo.channel.send("too early");
  await duo.scheduler.run(duo.scheduler.now + 100);
  assertEquals(duo.offerer.connectionState, "failed");
  assertEquals(duo.offerer.iceConnectionState, "disconnected");
  const before = await packets(duo.answerer);
  await duo.during(agree(duo, true), 1_000);
  assertEquals(duo.offerer.iceConnectionState, "connected");
  assertEquals(await packets(duo.answerer), before);
});

Deno.test("habit of Chromium: after a rolled-back restart video is decoded and never shown", async () => {
  const duo = createDuo();
  await duo.during(agree(duo), 1_000);
  async function rollBack(): Promise<void> {
    await duo.offerer.setLocalDescription(await duo.offerer.createOffer({ iceRestart: true }));
    await duo.offerer.setLocalDescription({ type: "rollback" });
  }
  await duo.during(rollBack());
  assert(duo.offerer.videoFrozen);
});
