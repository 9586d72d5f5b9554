/** The verification of the connection in use; the next connection begins its own. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { Platform } from "../platform.ts";
import {
  createVerifier,
  type Verification,
  type Verifier,
  type VerifyMessage,
} from "./verification.ts";

export interface CurrentVerificationOptions {
  readonly platform: Pick<Platform, "keys" | "newId">;
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

export function createCurrentVerification(
  { platform, holder, forged }: CurrentVerificationOptions,
): CurrentVerification {
  const { keys, newId } = platform;
  const state = signal<Verification>(OPEN);
  let verifier: Verifier | null = null;

  function release(): void {
    verifier = null;
    state.value = OPEN;
  }

  return {
    state,
    release,
    follow(connection) {
      release();
      const mine = verifier = createVerifier({
        role: connection.role,
        ends: () => connection.ends(),
        say: (message) => connection.say(message),
        newNonce: () => newId() + newId(),
        key() {
          const whose = holder();
          return whose === null ? null : keys.get(whose);
        },
        keep(key) {
          const whose = holder();
          if (whose !== null) keys.set(whose, key);
        },
        changed(now) {
          if (verifier !== mine) return;
          state.value = now;
          if (now.is === "broken") forged(connection.id);
        },
      });
    },
    opened: () => verifier?.opened(),
    begin: () => verifier?.begin(),
    judge: (same) => verifier?.judge(same),
    receive: (message) => verifier?.receive(message),
  };
}
