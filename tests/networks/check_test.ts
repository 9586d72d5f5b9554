/** The page at `/check` behind each kind of NAT, and what it says where things fail. */
import { assert, assertEquals } from "@std/assert";
import axe from "npm:axe-core@^4.14";
import { startApp } from "../rig/app.ts";
import { createNetwork, type Nat, SERVER_ADDRESS, whyNoNetworks } from "../rig/networks.ts";
import { testUnless } from "../rig/not_run.ts";
import { ada } from "../rig/people.ts";
import { type LaunchedPerson, type LaunchOptions, launchPerson } from "../rig/person.ts";
import { startTurnServer, whyNoTurnServer } from "../rig/turn_server.ts";

const PORT = 8000;
const TURN_PORT = 3478;
const TLS_PORT = 443;

interface Visit {
  readonly nat: Nat;
  /** Without: the site has neither STUN nor a relay. */
  readonly bare?: boolean;
  readonly launch?: LaunchOptions;
}

interface CheckPage {
  readonly person: LaunchedPerson;
  /** Each check's state and what it says. */
  lines(): Promise<Record<string, string>>;
  report(): Promise<string>;
}

const EVERYTHING = {
  "browser": "ok",
  "camera": "ok",
  "microphone": "ok",
  "loudspeaker": "waiting",
  "socket": "ok",
  "stun": "ok",
  "turn-udp": "ok",
  "turn-tcp": "ok",
  "turn-tls": "ok",
  "loop": "ok",
};

interface Look {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
}

const LOOKS: readonly Look[] = [
  { name: "desktop_light", colorScheme: "light", viewport: { width: 1100, height: 1000 } },
  { name: "desktop_dark", colorScheme: "dark", viewport: { width: 1100, height: 1000 } },
  { name: "phone", colorScheme: "light", viewport: { width: 390, height: 844 } },
];

const WHY_NOT = whyNoNetworks() ?? whyNoTurnServer();

for (const nat of ["open", "cone", "symmetric"] as const) {
  testUnless(WHY_NOT, `check: what works behind a network that is ${nat}`, async () => {
    await visit({ nat }, (checked) => expectFound(checked, EVERYTHING));
  });
}

testUnless(
  WHY_NOT,
  "check: what fails behind a network without UDP, said readably",
  async (test) => {
    // axe-core is brought along as a script of its own.
    const launch = { context: { bypassCSP: true } };
    await visit({ nat: "no-udp", launch }, async (checked) => {
      await expectFound(checked, { ...EVERYTHING, "stun": "failed", "turn-udp": "failed" });
      const { page } = checked.person;
      await page.getByRole("button", { name: "Play a sound" }).click();
      await page.getByRole("button", { name: "I heard nothing" }).click();
      await page.locator('[data-name="loudspeaker"][data-state="failed"]').waitFor();
      for (const look of LOOKS) {
        await test.step(look.name, () => expectReadable(checked.person, look));
      }
    });
  },
);

testUnless(WHY_NOT, "check: a site without STUN and relay says that it offers none", async () => {
  await visit({ nat: "open", bare: true }, async ({ lines }) => {
    assertEquals(await lines(), {
      ...EVERYTHING,
      "stun": "omitted",
      "turn-udp": "omitted",
      "turn-tcp": "omitted",
      "turn-tls": "omitted",
      "loop": "omitted",
    });
  });
});

testUnless(WHY_NOT, "check: a refused camera says what to do, and the rest goes on", async () => {
  const launch = { media: "refused" } as const;
  await visit({ nat: "open", bare: true, launch }, async ({ lines, person, report }) => {
    const found = await lines();
    assertEquals([found.camera, found.microphone, found.socket], ["failed", "failed", "ok"]);
    await person.page.getByText("allow it, and check again").first().waitFor();
    assert((await report()).includes("camera: not ok, refused"));
  });
});

async function expectFound(
  { lines, report, person }: CheckPage,
  expected: Record<string, string>,
): Promise<void> {
  assertEquals(await lines(), expected);
  const text = await report();
  assert(/loop: ok, \d+ kbit\/s, \d+ ms there and back/.test(text), text);
  assert(!/\d+\.\d+\.\d+\.\d+:|10\.\d+\.\d+\.\d+|[0-9a-f]+::|turns?:/i.test(text), text);
  person.expectClean();
  person.expectOnlyOwnOrigin();
}

async function expectReadable(person: LaunchedPerson, look: Look): Promise<void> {
  const { page } = person;
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await person.screenshot(`check_${look.name}`);
  await page.addScriptTag({ content: axe.source });
  const problems = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  assertEquals(problems, []);
  const overflows = await page.evaluate(() =>
    document.documentElement.scrollWidth > document.documentElement.clientWidth
  );
  assertEquals(overflows, false, "nothing to scroll sideways");
  const heading = await page.getByRole("heading").boundingBox();
  const list = await page.locator(".check-list").boundingBox();
  assertEquals(list?.x, heading?.x, "everything in one column");
}

/** Runs the check on a page of its own until it is over. */
async function visit(
  { nat, bare = false, launch = {} }: Visit,
  look: (page: CheckPage) => Promise<void>,
): Promise<void> {
  await using network = await createNetwork({ a: nat });
  await using turn = await startTurnServer({
    address: SERVER_ADDRESS,
    namespace: network.server,
    port: TURN_PORT,
    tlsPort: TLS_PORT,
  });
  const env = {
    STUN_URLS: turn.stunUrl,
    TURN_URLS: [turn.udpUrl, turn.tcpUrl, turn.tlsUrl].join(" "),
    TURN_SECRET: turn.secret,
  };
  await using app = await startApp({
    namespace: network.server,
    host: SERVER_ADDRESS,
    port: PORT,
    env: bare ? {} : env,
  });
  await using person = await launchPerson(ada, {
    namespace: network.a.namespace,
    secureOrigins: [new URL(app.url).origin],
    chromiumArgs: ["--ignore-certificate-errors"],
    ...launch,
  });
  await person.open(new URL("/check", app.url));
  const { page } = person;
  await page.getByRole("button", { name: "Start the check" }).click();
  await page.locator('[data-check="done"]').waitFor({ timeout: 60_000 });
  await look({
    person,
    async lines() {
      const states = await page.locator(".check-line").evaluateAll((lines) =>
        (lines as HTMLElement[]).map(({ dataset }) =>
          [dataset.name ?? "", dataset.state ?? ""] as const
        )
      );
      return Object.fromEntries(states);
    },
    report: () => page.locator(".check-report pre").innerText(),
  });
}
