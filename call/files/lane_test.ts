import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { createLane } from "./lane.ts";
import { HIGH_WATER_BYTES, LOW_WATER_BYTES } from "./limits.ts";

const FRAME = new Uint8Array(16 * 1024);

function open() {
  const clock = new FakeClock();
  const channel = {
    readyState: "open",
    bufferedAmount: 0,
    sent: 0,
    onbufferedamountlow: null as (() => void) | null,
    send({ length }: Uint8Array) {
      channel.sent += 1;
      channel.bufferedAmount += length;
    },
    /** The network took it all. */
    drain() {
      channel.bufferedAmount = 0;
      channel.onbufferedamountlow?.();
    },
  };
  const connection = { files: channel as unknown as RTCDataChannel, hasPath: true };
  const lane = createLane({ clock, received: () => {} });
  lane.follow(connection);
  const stop = new AbortController();
  const write = (count: number) => {
    for (let at = 0; at < count; at += 1) lane.write(FRAME, stop.signal).catch(() => undefined);
  };
  return { clock, channel, connection, lane, stop, write };
}

Deno.test("files: the channel is filled to a bound, and again when it is low", () => {
  const { channel, write } = open();
  write(1_000);
  assert(channel.bufferedAmount >= HIGH_WATER_BYTES);
  assert(channel.bufferedAmount < HIGH_WATER_BYTES + FRAME.length);
  const { sent } = channel;
  channel.drain();
  assertEquals(channel.sent, 2 * sent);
  assert(LOW_WATER_BYTES < HIGH_WATER_BYTES);
});

Deno.test("files: nothing is written while there is no path", () => {
  const { channel, connection, lane, write } = open();
  connection.hasPath = false;
  write(3);
  lane.look();
  assertEquals([channel.sent, lane.isOpen], [0, false]);
  connection.hasPath = true;
  lane.look();
  assertEquals([channel.sent, lane.isOpen], [3, true]);
});

Deno.test("files: a channel that is not open yet, or closing, takes nothing", () => {
  const { channel, lane, write } = open();
  channel.readyState = "connecting";
  write(1);
  assertEquals(channel.sent, 0);
  channel.readyState = "open";
  channel.send = () => {
    throw new DOMException("closing", "InvalidStateError");
  };
  lane.look();
  assertEquals(lane.written, 0);
});

Deno.test("files: who stops writing is not written for", async () => {
  const { channel, connection, lane, stop } = open();
  connection.hasPath = false;
  const writing = lane.write(FRAME, stop.signal);
  stop.abort();
  await assertRejects(() => writing, DOMException);
  connection.hasPath = true;
  lane.look();
  assertEquals(channel.sent, 0);
});

Deno.test("files: no more is written in a second than the pace allows", () => {
  const { clock, channel, lane, write } = open();
  lane.pace = 160 * 1024;
  write(1_000);
  for (let at = 0; at < 100; at += 1) {
    channel.drain();
    clock.tick(10);
  }
  assert(channel.sent >= 10 && channel.sent <= 12, `${channel.sent} frames of a tenth each`);
  lane.pace = Infinity;
  channel.drain();
  assert(channel.sent > 15);
});
