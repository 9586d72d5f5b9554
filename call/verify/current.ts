/**
 * The verification of the connection in use; the next connection begins its own. Its code is loaded
 * when somebody asks for it, or when there is a key to prove.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { Platform } from "../platform.ts";
import type { Verification, Verifier, VerifyMessage } from "./verification.ts";

export interface CurrentVerificationOptions {
  readonly platform: Pick<Platform, "clock" | "keys" | "newId" | "reportBug">;
  /** Whom the call is with; `null`: nobody. */
  readonly holder: () => string | null;
  /** The codes of this connection differ. */
  readonly forged: (connection: string) => void;
}

export interface CurrentVerification {
  readonly state: ReadonlySignal<Verification>;
  follow(connection: Connection): void;
  /** The channel is open. */
  opened(): void;
  begin(): void;
  judge(same: boolean): void;
  receive(message: VerifyMessage): void;
  release(): void;
}

const OPEN: Verification = { is: "open" };
/** A friend hears that the codes differ before the server tells them that we are gone, ms. */
const TELL_MS = 300;

export function createCurrentVerification(
  { platform, holder, forged }: CurrentVerificationOptions,
): CurrentVerification {
  const { clock, keys, newId, reportBug } = platform;
  const state = signal<Verification>(OPEN);
  let current: { readonly connection: Connection; verifier: Promise<Verifier> | null } | null =
    null;

  /** The person here said that they differ. */
  let isOurs = false;
  /** Ends the call for it now; `null`: nothing of that kind is to come. */
  let endNow: (() => void) | null = null;

  function endSoon(connection: string): void {
    const cancel = clock.after(TELL_MS, () => endNow?.());
    endNow = () => {
      cancel();
      endNow = null;
      forged(connection);
    };
  }

  function release(): void {
    // The friend, who was told, has gone by then, perhaps: it is over for that all the same.
    endNow?.();
    isOurs = false;
    current = null;
    state.value = OPEN;
  }

  async function make(connection: Connection): Promise<Verifier> {
    const { createVerifier } = await import("./verification.ts");
    return createVerifier({
      role: connection.role,
      ends: () => connection.ends(),
      say: (message) => connection.say(message),
      clock,
      newNonce: () => newId() + newId(),
      key: keyOfHolder,
      keep(key) {
        const whose = holder();
        if (whose !== null) keys.set(whose, key);
      },
      changed(now) {
        if (current?.connection !== connection) return;
        state.value = now;
        if (now.is !== "broken") return;
        if (isOurs) endSoon(connection.id);
        else forged(connection.id);
      },
    });
  }

  function keyOfHolder(): string | null {
    const whose = holder();
    return whose === null ? null : keys.get(whose);
  }

  /** Does something with this connection's verifier, in the order asked for. */
  function withVerifier(work: (verifier: Verifier) => void): void {
    if (current === null) return;
    const mine = current;
    mine.verifier ??= make(mine.connection);
    mine.verifier.then((verifier) => {
      if (current === mine) work(verifier);
    }).catch((error) => {
      // Not loaded, for want of a network perhaps: the next try loads it again.
      mine.verifier = null;
      reportBug("Cannot verify the call", error);
    });
  }

  return {
    state,
    release,
    follow(connection) {
      release();
      current = { connection, verifier: null };
    },
    opened() {
      if (keyOfHolder() !== null) withVerifier((verifier) => verifier.opened());
    },
    begin: () => withVerifier((verifier) => verifier.begin()),
    judge(same) {
      isOurs = !same;
      withVerifier((verifier) => verifier.judge(same));
    },
    receive: (message) => withVerifier((verifier) => verifier.receive(message)),
  };
}
