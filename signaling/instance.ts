/** One running instance: KV opened, its post and watch, the seats, and everything that ends it. */
import { type Clock, type Random } from "./clock.ts";
import type { KvTarget, SignalingConfig } from "./config/config.ts";
import { Challenger, type Checker, soleInstance } from "./rooms/reachability.ts";
import type { Mail } from "./relay/mail.ts";
import { Post } from "./relay/post.ts";
import type { Relay } from "./relay/relay.ts";
import { Rooms } from "./rooms/rooms.ts";
import { databaseProblem, DatabaseUnusable } from "./store/database_error.ts";
import type { KvStore } from "./store/kv_store.ts";
import { Mailbox } from "./store/mailbox.ts";
import { answers, type OpenKv } from "./store/open.ts";
import { within } from "./store/patience.ts";
import { SharedRooms } from "./store/shared_rooms.ts";
import { SoleRooms } from "./store/sole_rooms.ts";
import type { Secrets } from "./rooms/tokens.ts";
import type { Telemetry } from "./telemetry/metrics.ts";
import type { Timings } from "./timings.ts";

export interface InstanceOptions {
  readonly id: string;
  readonly config: SignalingConfig;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly openKv: (target: KvTarget) => Promise<OpenKv>;
  readonly timings: Timings;
  readonly telemetry: Telemetry;
  readonly relay: Relay;
  readonly onKvFailure: (error: unknown) => void;
}

export interface Instance {
  readonly rooms: Rooms;
  /** Whether KV takes a write and answers within `ms`. */
  answers(ms: number): Promise<boolean>;
  /** Resolves to `true` when the KV is not shared although it should be. */
  readonly unshared: Promise<boolean>;
  /** Stops the watch and closes KV; tells other instances how long the seats are kept. */
  stop(): Promise<void>;
}

/** A stopping process has 5 s; the farewell may take this much of them. */
const FAREWELL_MS = 1_500;
/** And what is being written just now, this much. */
const SETTLE_MS = 1_000;

/**
 * Opens KV and starts.
 *
 * @throws what {@linkcode OpenKv} and KV throw
 */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { id: me, config, clock, random, secrets, openKv, timings, telemetry } = options;
  const { relay, onKvFailure } = options;
  const { kv, exclusive, close, unshared = Promise.resolve(false) } = await openKv(config.kv);
  const stopped = new AbortController();
  const events = { conflict: telemetry.kvConflict, failure: onKvFailure };
  const { kvCallMs } = timings;
  const storing = { clock, random, events, lives: timings, kvCallMs, stopped: stopped.signal };
  const store = exclusive
    ? await SoleRooms.open(kv, storing).catch((error) => {
      close();
      const damaged = config.kv.kind === "file" && databaseProblem(error) === "damaged";
      throw damaged ? new DatabaseUnusable(config.kv.path, error) : error;
    })
    : new SharedRooms(kv, storing);
  const network = exclusive
    ? null
    : joinNetwork(options, { kv, relay, latencyMs: () => store.latencyMs() });
  const checker = network?.checker ??
    soleInstance({
      me,
      clock,
      local: (seating) => relay.verdict(seating),
      holdMs: timings.holdLostMs,
    });
  const rooms = new Rooms({ me, store, relay, checker, clock, timings, secrets });

  async function stop(): Promise<void> {
    await within(Promise.all([store.settled(), network?.post.settled()]), { clock, ms: SETTLE_MS })
      .catch(onKvFailure);
    stopped.abort();
    network?.post.stop();
    if (network !== null) {
      const heldUntil = clock.now() + timings.holdLostMs;
      // Without a farewell the seats are found empty by challenge: sooner, but still rightly.
      await within(network.mailbox.sayFarewell(heldUntil, 2 * timings.holdLostMs), {
        clock,
        ms: FAREWELL_MS,
      }).catch(onKvFailure);
    }
    close();
  }

  return { rooms, unshared, answers: (ms) => answers(kv, { clock, ms }), stop };
}

interface Network {
  readonly mailbox: Mailbox;
  readonly post: Post;
  readonly checker: Checker;
}

interface Wires {
  readonly kv: KvStore;
  readonly relay: Relay;
  /** How long one call of KV takes just now. */
  readonly latencyMs: () => number;
}

/** Connects this instance to the others that share its KV. */
function joinNetwork(options: InstanceOptions, { kv, relay, latencyMs }: Wires): Network {
  const { id: me, clock, random, secrets, timings, telemetry, onKvFailure } = options;
  const mailbox = new Mailbox(kv, { me, clock, kvCallMs: timings.kvCallMs });
  const checker = new Challenger({
    me,
    clock,
    challengeMs: timings.challengeMs,
    newId: secrets.newId,
    latencyMs,
    local: (seating) => relay.verdict(seating),
    send: (to, mail) => post.send(to, mail),
    farewellOf: (instance) => mailbox.farewellOf(instance),
    onVerdict: telemetry.challenged,
  });
  function deliver(mail: Mail, from: string): void {
    if (mail.kind === "notice") relay.accept(mail);
    else checker.accept(mail, from);
  }
  const events = { failure: onKvFailure, dropped: telemetry.mailDropped };
  const post = new Post({ mailbox, clock, random, events, deliver });
  relay.connect(post);
  post.start();
  return { mailbox, post, checker };
}
