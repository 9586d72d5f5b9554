import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { type Ends, fingerprintOf } from "../connection/ends.ts";
import { ALPHABET, CODE_LENGTH, commitmentTo } from "./code.ts";
import {
  ANSWER_MS,
  createVerifier,
  type Verification,
  type Verifier,
  type VerifyMessage,
} from "./verification.ts";

const HONEST: Ends = { offerer: "sha-256 aa", answerer: "sha-256 bb" };

interface Side {
  readonly verifier: Verifier;
  readonly shown: () => Verification;
  readonly keys: string[];
  readonly clock: FakeClock;
}

let nonces = 0;

/** One page; what it says goes to `out`. */
function side(
  role: keyof Ends,
  { ends = HONEST, out, key = null }: {
    readonly ends?: Ends;
    readonly out: (message: VerifyMessage) => void;
    readonly key?: string | null;
  },
): Side {
  let shown: Verification = { is: "open" };
  const keys: string[] = [];
  const clock = new FakeClock();
  const verifier = createVerifier({
    role,
    ends: () => ends,
    say(message) {
      out(message);
      return true;
    },
    clock,
    newNonce: () => `nonce-${++nonces}`,
    key: () => keys.at(-1) ?? key,
    keep: (kept) => keys.push(kept),
    changed: (now) => shown = now,
  });
  return { verifier, shown: () => shown, keys, clock };
}

/** Two pages with nobody, or with somebody, in between. */
function pair(
  endsOf: { readonly offerer?: Ends; readonly answerer?: Ends } = {},
  key: string | null = null,
): { readonly ada: Side; readonly bob: Side } {
  const toBob = (message: VerifyMessage) => bob.verifier.receive(message);
  const toAda = (message: VerifyMessage) => ada.verifier.receive(message);
  const ada = side("offerer", { ends: endsOf.offerer ?? HONEST, out: toBob, key });
  const bob = side("answerer", { ends: endsOf.answerer ?? HONEST, out: toAda, key });
  return { ada, bob };
}

function codeShown({ shown }: Side): readonly number[] {
  const now = shown();
  assert(now.is === "comparing", now.is);
  return now.code;
}

for (const who of ["ada", "bob"] as const) {
  Deno.test(`verify: both see one code when ${who} asks, and are verified when both agree`, () => {
    const two = pair();
    two[who].verifier.begin();
    const code = codeShown(two.ada);
    assertEquals(codeShown(two.bob), code);
    assertEquals(code.length, CODE_LENGTH);
    assert(code.every((index) => index >= 0 && index < ALPHABET));
    two.ada.verifier.judge(true);
    assertEquals(two.bob.shown().is, "comparing", "one word is not two");
    two.bob.verifier.judge(true);
    assertEquals(two.ada.shown(), { is: "verified", inherited: false });
    assertEquals(two.bob.shown(), { is: "verified", inherited: false });
    assertEquals(two.ada.keys, two.bob.keys);
  });
}

Deno.test("verify: a server that swaps fingerprints shows two different codes", () => {
  const evil = "sha-256 ee";
  const { ada, bob } = pair({
    offerer: { ...HONEST, answerer: evil },
    answerer: { ...HONEST, offerer: evil },
  });
  ada.verifier.begin();
  assertNotEquals(codeShown(ada), codeShown(bob));
  bob.verifier.judge(false);
  assertEquals(ada.shown().is, "broken");
  assertEquals(bob.shown().is, "broken");
  assertEquals([...ada.keys, ...bob.keys], []);
});

Deno.test("verify: a nonce that is not the one committed to ends it", () => {
  const bob = side("answerer", { out() {} });
  bob.verifier.receive({ type: "verify", step: "commit", value: commitmentTo("one") });
  bob.verifier.receive({ type: "verify", step: "reveal", value: "another" });
  assertEquals(bob.shown().is, "broken");
});

Deno.test("verify: commitments cannot be tried without end: there is one guess", () => {
  const said: VerifyMessage[] = [];
  const bob = side("answerer", { out: (message) => said.push(message) });
  for (let guess = 0; guess < 100; guess++) {
    bob.verifier.receive({ type: "verify", step: "commit", value: commitmentTo(`guess ${guess}`) });
  }
  assertEquals(said.length, 1);
  // The first one, said again, is answered with the same nonce: that tells nothing new.
  bob.verifier.receive({ type: "verify", step: "commit", value: commitmentTo("guess 0") });
  assertEquals(said[1], said[0]);
});

Deno.test("verify: nor can the offerer's nonce be asked for twice", () => {
  const said: VerifyMessage[] = [];
  const ada = side("offerer", { out: (message) => said.push(message) });
  for (let times = 0; times < 3; times++) {
    ada.verifier.receive({ type: "verify", step: "please", value: "" });
    ada.verifier.begin();
  }
  assertEquals(new Set(said.map(({ value }) => value)).size, 1, "one commitment");
  ada.verifier.receive({ type: "verify", step: "nonce", value: "theirs" });
  const code = codeShown(ada);
  ada.verifier.receive({ type: "verify", step: "nonce", value: "another" });
  ada.verifier.receive({ type: "verify", step: "please", value: "" });
  assertEquals(codeShown(ada), code, "what is shown stays");
});

Deno.test("verify: a page that does not answer is no wait without end", async () => {
  for (const role of ["offerer", "answerer"] as const) {
    const said: VerifyMessage[] = [];
    const page = side(role, { out: (message) => said.push(message) });
    page.verifier.begin();
    assertEquals(page.shown().is, "making");
    await page.clock.pass(ANSWER_MS);
    assertEquals(page.shown().is, "silent");
    page.verifier.begin();
    assertEquals([page.shown().is, said[1]], ["making", said[0]]);
  }
});

Deno.test("verify: what is answered late still makes one code for both", async () => {
  const toBob: VerifyMessage[] = [];
  const ada = side("offerer", { out: (message) => toBob.push(message) });
  const bob = side("answerer", { out: (message) => ada.verifier.receive(message) });
  ada.verifier.begin();
  await ada.clock.pass(ANSWER_MS);
  ada.verifier.begin();
  for (let message = toBob.shift(); message; message = toBob.shift()) bob.verifier.receive(message);
  assertEquals(codeShown(ada), codeShown(bob));
});

Deno.test("verify: a new connection of the same two is verified by itself", () => {
  const first = pair();
  first.ada.verifier.begin();
  first.ada.verifier.judge(true);
  first.bob.verifier.judge(true);
  const [key] = first.ada.keys;
  const anew = { offerer: "sha-256 cc", answerer: "sha-256 dd" };
  const next = pair({ offerer: anew, answerer: anew }, key);
  next.ada.verifier.opened();
  next.bob.verifier.opened();
  assertEquals(next.ada.shown(), { is: "verified", inherited: true });
  assertEquals(next.bob.shown(), { is: "verified", inherited: true });
});

Deno.test("verify: whoever lacks the key, or sits in between, inherits nothing", () => {
  const next = pair({ answerer: { ...HONEST, offerer: "sha-256 ee" } }, "the key");
  next.ada.verifier.opened();
  assertEquals(next.bob.shown().is, "unproven");
  const without = pair();
  without.ada.verifier.opened();
  assertEquals(without.bob.shown().is, "open");
  // Our own proof, sent back to us, proves nothing.
  const said: VerifyMessage[] = [];
  const alone = side("offerer", { out: (message) => said.push(message), key: "the key" });
  alone.verifier.opened();
  said.forEach((message) => alone.verifier.receive(message));
  assertEquals(alone.shown().is, "unproven");
});

Deno.test("verify: messages out of turn change nothing", () => {
  for (const role of ["offerer", "answerer"] as const) {
    const page = side(role, { out() {} });
    for (const step of ["nonce", "reveal", "match", "differ"] as const) {
      page.verifier.receive({ type: "verify", step, value: "x" });
    }
    page.verifier.judge(true);
    assertEquals(page.shown().is, "open");
  }
});

Deno.test("verify: one certificate a description, or none", () => {
  assertEquals(fingerprintOf("v=0\r\na=fingerprint:sha-256 AA:BB\r\nm=audio\r\n"), "sha-256 aa:bb");
  assertEquals(fingerprintOf("a=fingerprint:sha-256 AA\r\na=fingerprint:sha-256 BB\r\n"), null);
  assertEquals(fingerprintOf("v=0\r\n"), null);
});

Deno.test("verify: a verified call does not silently become one that is not", async () => {
  const ada = side("offerer", { out() {}, key: "the key" });
  ada.verifier.opened();
  assertEquals(ada.shown().is, "open");
  await ada.clock.pass(ANSWER_MS);
  assertEquals(ada.shown().is, "unproven");
  // The friend's page was slow, and nothing else: its proof still counts.
  const proofs: VerifyMessage[] = [];
  side("answerer", { out: (message) => proofs.push(message), key: "the key" }).verifier.opened();
  proofs.forEach((proof) => ada.verifier.receive(proof));
  assertEquals(ada.shown(), { is: "verified", inherited: true });
});

Deno.test("verify: from an unproven call the two can compare again", () => {
  const { ada, bob } = pair({}, "the key");
  ada.verifier.receive({ type: "verify", step: "proof", value: "forged" });
  assertEquals(ada.shown().is, "unproven");
  ada.verifier.begin();
  assertEquals(codeShown(ada), codeShown(bob));
});
