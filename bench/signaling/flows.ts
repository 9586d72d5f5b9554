/**
 * The same call set up through three servers: A joins; B joins; A is told; a 5 kB offer, a 5 kB
 * answer, 8 candidates each way. Each flow is what that project's own client does.
 */
import { PROTOCOL } from "../../signaling/protocol.ts";
import { RawSocket } from "../../tests/rig/raw_socket.ts";

export interface Pair {
  /** From B's first byte to the answer in B's hands, ms. */
  readonly joinToAnswerMs: number;
  /** Sends 500 B one way and resolves when the other has it: that took so many ms. */
  pingPong(): Promise<readonly [number, number]>;
  close(): Promise<void>;
}

export interface Flow {
  /** Sets one pair up; `id` is its own. */
  call(base: string, id: string): Promise<Pair>;
  /** Opens an idle socket. */
  idle(base: string, id: string): Promise<RawSocket>;
}

const DUET = { "sec-websocket-protocol": PROTOCOL };
const CANDIDATES = 8;
const SDP = "v=0\r\n".padEnd(5_000, "a=candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host\r\n");
/** With its envelope about 500 B. */
const BALL = "x".repeat(380);
const CANDIDATE = {
  candidate: "candidate:3615097086 1 udp 2122194687 192.0.2.2 52165 typ host generation 0",
  sdpMid: "0",
  sdpMLineIndex: 0,
  usernameFragment: "ODOM",
};

/** What both ends of every flow have in common. */
interface End {
  readonly wire: RawSocket;
  /** What its balls contain and the other's do not. */
  readonly mark: string;
  /** Sends an answer, a candidate or a ball to the other. */
  tell(kind: "answer" | "candidate" | "ball"): void;
}

/** Counts what has to arrive and resolves when it has. */
class Arrival {
  readonly done: Promise<void>;
  #left: number;
  #resolve: () => void;

  constructor(count: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.done = promise;
    this.#resolve = resolve;
    this.#left = count;
  }

  one(): void {
    if (--this.#left === 0) this.#resolve();
  }
}

/** Plays ball over a pair that is set up. */
function played(a: End, b: End, joinToAnswerMs: number): Pair {
  function oneWay(from: End, to: End, mark: string): Promise<number> {
    return new Promise((resolve) => {
      const started = performance.now();
      to.wire.onText = (text) => {
        // A server may echo a ball to who threw it.
        if (text.includes(mark)) resolve(performance.now() - started);
      };
      from.tell("ball");
    });
  }
  return {
    joinToAnswerMs,
    async pingPong() {
      return [await oneWay(a, b, a.mark), await oneWay(b, a, b.mark)];
    },
    async close() {
      await Promise.all([a.wire.close(), b.wire.close()]);
    },
  };
}

export const duetFlow: Flow = {
  async call(base, id) {
    return await duetCall(base, base, id);
  },
  idle: (base) => RawSocket.follow(`${base}ws`, DUET),
};

/** A on one instance, B on another or the same. */
export async function duetCall(baseA: string, baseB: string, id: string): Promise<Pair> {
  const [sessionA, sessionB, connection] = [
    `session-a-${id}`,
    `session-b-${id}`,
    `connection-of-${id}`,
  ];
  const a = duetEnd(await RawSocket.follow(`${baseA}ws`, DUET), {
    to: sessionB,
    connection,
    mark: "ball-from-a",
  });
  const room = `room ${id}`;
  const seated = new Promise<void>((resolve) => {
    a.wire.onText = (text) => text.startsWith('{"type":"joined"') && resolve();
  });
  a.wire.send(
    JSON.stringify({
      type: "join",
      request: "request-1",
      room,
      session: sessionA,
      connection: null,
      offer: null,
    }),
  );
  await seated;

  const toA = new Arrival(CANDIDATES);
  a.wire.onText = (text) => {
    if (text.startsWith('{"type":"arrived"')) {
      JSON.parse(text);
      a.tell("answer");
      for (let count = 0; count < CANDIDATES; count++) a.tell("candidate");
    } else if (JSON.parse(text).type === "signal") toA.one();
  };
  const started = performance.now();
  const b = duetEnd(await RawSocket.follow(`${baseB}ws`, DUET), {
    to: sessionA,
    connection,
    mark: "ball-from-b",
  });
  const toB = new Arrival(CANDIDATES);
  const answered = new Promise<number>((resolve) => {
    b.wire.onText = (text) => {
      const message = JSON.parse(text);
      if (message.type === "joined") {
        for (let count = 0; count < CANDIDATES; count++) b.tell("candidate");
      } else if (message.type === "signal") {
        if (message.signal.kind === "answer") resolve(performance.now() - started);
        else toB.one();
      }
    };
  });
  const offer = { kind: "offer", connection, id: `offer-of-${id}`, sdp: SDP };
  b.wire.send(
    JSON.stringify({
      type: "join",
      request: "request-1",
      room,
      session: sessionB,
      connection,
      offer,
    }),
  );
  const ms = await answered;
  await Promise.all([toA.done, toB.done]);
  const pair = played(a, b, ms);
  return {
    ...pair,
    async close() {
      a.wire.send('{"type":"leave"}');
      b.wire.send('{"type":"leave"}');
      await pair.close();
    },
  };
}

function duetEnd(
  wire: RawSocket,
  { to, connection, mark }: { to: string; connection: string; mark: string },
): End {
  const answer = { kind: "answer", connection, id: `answer-${connection}`, sdp: SDP };
  const candidate = { kind: "candidate", connection, candidate: CANDIDATE };
  const ball = { kind: "answer", connection, id: mark, sdp: BALL };
  const texts = { answer, candidate, ball };
  return {
    wire,
    mark,
    tell: (kind) => wire.send(JSON.stringify({ type: "signal", to, signal: texts[kind] })),
  };
}

/** PeerJS: no rooms, B dials A by its id. */
export const peerFlow: Flow = {
  async call(base, id) {
    const a = peerEnd(await peerOpen(base, `a${id}`), `b${id}`, "ball-from-a");
    const toA = new Arrival(CANDIDATES);
    a.wire.onText = (text) => {
      const { type } = JSON.parse(text);
      if (type === "OFFER") {
        a.tell("answer");
        for (let count = 0; count < CANDIDATES; count++) a.tell("candidate");
      } else if (type === "CANDIDATE") toA.one();
    };
    const started = performance.now();
    const b = peerEnd(await peerOpen(base, `b${id}`), `a${id}`, "ball-from-b");
    const toB = new Arrival(CANDIDATES);
    const answered = new Promise<number>((resolve) => {
      b.wire.onText = (text) => {
        const { type } = JSON.parse(text);
        if (type === "ANSWER") resolve(performance.now() - started);
        else if (type === "CANDIDATE") toB.one();
      };
    });
    const payload = { sdp: { type: "offer", sdp: SDP }, type: "media", connectionId: id };
    b.wire.send(JSON.stringify({ type: "OFFER", payload, dst: `a${id}` }));
    for (let count = 0; count < CANDIDATES; count++) b.tell("candidate");
    const ms = await answered;
    await Promise.all([toA.done, toB.done]);
    return played(a, b, ms);
  },
  idle: (base, id) => peerOpen(base, id),
};

async function peerOpen(base: string, id: string): Promise<RawSocket> {
  const wire = await RawSocket.follow(
    `${base}peerjs?key=peerjs&id=${id}&token=t${id}&version=1.5.4`,
  );
  await new Promise<void>((resolve) => {
    wire.onText = (text) => text.includes('"OPEN"') && resolve();
  });
  return wire;
}

function peerEnd(wire: RawSocket, dst: string, mark: string): End {
  const messages = {
    answer: { type: "ANSWER", payload: { sdp: { type: "answer", sdp: SDP }, type: "media" }, dst },
    candidate: { type: "CANDIDATE", payload: { candidate: CANDIDATE, type: "media" }, dst },
    ball: { type: "ANSWER", payload: { sdp: { type: mark, sdp: BALL }, type: "media" }, dst },
  };
  return { wire, mark, tell: (kind) => wire.send(JSON.stringify(messages[kind])) };
}

/** y-webrtc: a topic for a room, everything published to all of it, the sender included. */
export const yWebrtcFlow: Flow = {
  async call(base, id) {
    const topic = `room-${id}`;
    const a = yEnd(await RawSocket.follow(base), topic, "a");
    a.wire.send(JSON.stringify({ type: "subscribe", topics: [topic] }));
    // Subscribing is not answered; a ping behind it is.
    const subscribed = new Promise<void>((resolve) => {
      a.wire.onText = (text) => text.includes('"pong"') && resolve();
    });
    a.wire.send('{"type":"ping"}');
    await subscribed;
    const toA = new Arrival(CANDIDATES);
    a.wire.onText = (text) => {
      const { data } = JSON.parse(text);
      if (data.from === "a") return;
      if (data.signal.type === "offer") {
        a.tell("answer");
        for (let count = 0; count < CANDIDATES; count++) a.tell("candidate");
      } else toA.one();
    };
    const started = performance.now();
    const b = yEnd(await RawSocket.follow(base), topic, "b");
    const toB = new Arrival(CANDIDATES);
    const answered = new Promise<number>((resolve) => {
      b.wire.onText = (text) => {
        const { data } = JSON.parse(text);
        if (data.from === "b") return;
        if (data.signal.type === "answer") resolve(performance.now() - started);
        else toB.one();
      };
    });
    b.wire.send(JSON.stringify({ type: "subscribe", topics: [topic] }));
    const data = { from: "b", type: "signal", signal: { type: "offer", sdp: SDP } };
    b.wire.send(JSON.stringify({ type: "publish", topic, data }));
    for (let count = 0; count < CANDIDATES; count++) b.tell("candidate");
    const ms = await answered;
    await Promise.all([toA.done, toB.done]);
    return played(a, b, ms);
  },
  idle: (base) => RawSocket.follow(base),
};

function yEnd(wire: RawSocket, topic: string, from: string): End {
  const signals = {
    answer: { type: "answer", sdp: SDP },
    candidate: { type: "candidate", candidate: CANDIDATE },
    ball: { type: `ball-from-${from}`, sdp: BALL },
  };
  return {
    wire,
    mark: `ball-from-${from}`,
    tell: (kind) =>
      wire.send(
        JSON.stringify({
          type: "publish",
          topic,
          data: { from, type: "signal", signal: signals[kind] },
        }),
      ),
  };
}
