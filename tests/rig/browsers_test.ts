import { assertEquals } from "@std/assert";
import { browserCandidates, installLine, planBrowser } from "./browsers.ts";
import { type Machine, parseDistribution } from "./machine.ts";

interface Case {
  what: string;
  machine: Partial<Omit<Machine, "env" | "exists">> & {
    env?: Record<string, string>;
    files?: string[];
  };
  plan: ReturnType<typeof planBrowser>;
}

const DEBIAN = { os: "linux", distribution: ["debian"] } as const;

const CASES: Case[] = [
  {
    what: "the one that CHROME_PATH names",
    machine: { ...DEBIAN, env: { CHROME_PATH: "/x" }, files: ["/x", "/usr/bin/chromium"] },
    plan: { kind: "found", path: "/x" },
  },
  {
    what: "nothing instead of a CHROME_PATH that is not there",
    machine: { ...DEBIAN, env: { CHROME_PATH: "/x" }, files: ["/usr/bin/chromium"] },
    plan: {
      kind: "missing",
      reason: "CHROME_PATH names /x, which is not there",
      advice: "unset CHROME_PATH",
    },
  },
  {
    what: "Chromium before Chrome and Edge",
    machine: { ...DEBIAN, files: ["/usr/bin/microsoft-edge", "/usr/bin/chromium"] },
    plan: { kind: "found", path: "/usr/bin/chromium" },
  },
  {
    what: "Edge when there is nothing else",
    machine: { ...DEBIAN, files: ["/usr/bin/microsoft-edge"] },
    plan: { kind: "found", path: "/usr/bin/microsoft-edge" },
  },
  {
    what: "Chrome before a snap",
    machine: { ...DEBIAN, files: ["/snap/bin/chromium", "/opt/google/chrome/chrome"] },
    plan: { kind: "found", path: "/opt/google/chrome/chrome" },
  },
  {
    what: "a person's own applications on a Mac",
    machine: {
      os: "darwin",
      env: { HOME: "/Users/ada" },
      files: ["/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    },
    plan: {
      kind: "found",
      path: "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    },
  },
  {
    what: "Edge on Windows",
    machine: {
      os: "windows",
      env: { "ProgramFiles(x86)": "C:\\Program Files (x86)" },
      files: ["C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
    },
    plan: {
      kind: "found",
      path: "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    },
  },
  {
    what: "Playwright's own as the last one",
    machine: { os: "darwin", files: ["/bundled"] },
    plan: { kind: "found", path: "/bundled" },
  },
  {
    what: "an installation as root on Debian",
    machine: { ...DEBIAN, isRoot: true, files: ["/usr/bin/apt-get"] },
    plan: { kind: "install", packages: ["chromium"] },
  },
  {
    what: "the line to run for somebody else on Debian",
    machine: { ...DEBIAN, files: ["/usr/bin/apt-get"] },
    plan: {
      kind: "missing",
      reason: "no chromium was found",
      advice: "sudo apt-get install -y --no-install-recommends chromium",
    },
  },
  {
    what: "the line to run on another Linux",
    machine: { os: "linux", isRoot: true },
    plan: {
      kind: "missing",
      reason: "no chromium was found",
      advice: "npx -y playwright-core@1.64.1 install --with-deps chromium",
    },
  },
];

for (const { what, machine, plan } of CASES) {
  Deno.test(`planBrowser() finds ${what}`, () => {
    assertEquals(planBrowser("chromium", fake(machine), "/bundled"), plan);
  });
}

Deno.test("browserCandidates() looks in PATH first", () => {
  const machine = fake({ ...DEBIAN, env: { PATH: "/mine" }, files: ["/mine/firefox"] });
  assertEquals(browserCandidates("firefox", machine)[0], "/mine/firefox");
});

Deno.test("installLine() knows that Ubuntu's package is only a snap", () => {
  const ubuntu = fake({
    os: "linux",
    distribution: parseDistribution('ID=ubuntu\nID_LIKE="debian"'),
  });
  assertEquals(
    installLine("chromium", ubuntu),
    "npx -y playwright-core@1.64.1 install --with-deps chromium",
  );
});

function fake({ env = {}, files = [], ...facts }: Case["machine"]): Machine {
  return {
    os: "linux",
    isRoot: false,
    distribution: [],
    ...facts,
    env: (name) => env[name],
    exists: (path) => files.includes(path),
  };
}
