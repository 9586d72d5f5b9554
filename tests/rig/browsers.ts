import { chromium as playwrightChromium } from "./deps.ts";
import {
  aptInstall,
  canInstall,
  findTool,
  isDebianLike,
  type Machine,
  thisMachine,
} from "./machine.ts";

export type BrowserName = "chromium" | "firefox";

/** Where a browser is, how to get it, or the one line a person has to run. */
export type BrowserPlan =
  | { kind: "found"; path: string }
  | { kind: "install"; packages: string[] }
  | { kind: "missing"; reason: string; advice: string };

const PATH_VARIABLE = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" } as const;

// A snap comes last: its confinement hides the temporary folders that profiles live in.
const LINUX_NAMES = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ],
  firefox: ["firefox-esr", "firefox"],
} as const;
const LINUX_EXTRA = {
  chromium: ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"],
  firefox: ["/opt/firefox/firefox", "/snap/bin/firefox"],
} as const;
const MAC_APPS = {
  chromium: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox"],
} as const;
const WINDOWS_PROGRAMS = {
  chromium: [
    "Chromium\\Application\\chrome.exe",
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: ["Mozilla Firefox\\firefox.exe"],
} as const;

/** The places a browser is looked for on this machine, best first. */
export function browserCandidates(name: BrowserName, machine: Machine): string[] {
  const named = LINUX_NAMES[name].map((file) => findTool(file, machine))
    .filter((path) => path !== undefined);
  switch (machine.os) {
    case "darwin": {
      const folders = ["/Applications", `${machine.env("HOME") ?? ""}/Applications`];
      const apps = MAC_APPS[name].flatMap((app) => folders.map((folder) => `${folder}/${app}`));
      return [...apps, ...named];
    }
    case "windows": {
      const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
        .map((variable) => machine.env(variable)).filter((root) => root !== undefined);
      return WINDOWS_PROGRAMS[name].flatMap((tail) => roots.map((root) => `${root}\\${tail}`));
    }
    default: {
      const isSnap = (path: string) => path.startsWith("/snap/");
      return [...named.filter((path) => !isSnap(path)), ...LINUX_EXTRA[name]];
    }
  }
}

/**
 * Decides how to come by a browser.
 *
 * @param bundled where a browser downloaded by Playwright would be, taken when nothing else is there
 */
export function planBrowser(name: BrowserName, machine: Machine, bundled?: string): BrowserPlan {
  const variable = PATH_VARIABLE[name];
  const wanted = machine.env(variable);
  if (wanted) {
    if (machine.exists(wanted)) return { kind: "found", path: wanted };
    // Falling back to another browser would hide the typing mistake.
    const reason = `${variable} names ${wanted}, which is not there`;
    return { kind: "missing", reason, advice: `unset ${variable}` };
  }
  const candidates = browserCandidates(name, machine);
  if (bundled) candidates.push(bundled);
  const path = candidates.find((candidate) => machine.exists(candidate));
  if (path) return { kind: "found", path };
  if (canInstall(machine)) return { kind: "install", packages: [debianPackage(name)] };
  return { kind: "missing", reason: `no ${name} was found`, advice: installLine(name, machine) };
}

/** The one line that installs a browser here. */
export function installLine(name: BrowserName, machine: Machine): string {
  const chromium = name === "chromium";
  // On Ubuntu the Debian package name is only a stub for the snap.
  if (isDebianLike(machine) && !(chromium && machine.distribution.includes("ubuntu"))) {
    return `sudo apt-get install -y --no-install-recommends ${debianPackage(name)}`;
  }
  if (machine.os === "darwin") return `brew install --cask ${chromium ? "google-chrome" : name}`;
  if (machine.os === "windows") {
    return `winget install ${chromium ? "Google.Chrome" : "Mozilla.Firefox"}`;
  }
  return chromium
    ? "npx -y playwright-core@1.64.1 install --with-deps chromium"
    : "install Firefox, or set FIREFOX_PATH";
}

/**
 * The path of a Chromium, installed on the spot where this process may do that.
 *
 * @throws {Error} naming the one line to run, when there is none and none can be installed
 */
export async function ensureChromium(machine: Machine = thisMachine()): Promise<string> {
  const bundled = playwrightChromium.executablePath();
  let plan = planBrowser("chromium", machine, bundled);
  if (plan.kind === "install") {
    await aptInstall(plan.packages);
    plan = planBrowser("chromium", machine, bundled);
  }
  if (plan.kind === "found") return plan.path;
  const [reason, advice] = plan.kind === "missing"
    ? [plan.reason, plan.advice]
    : ["the installed package brought no chromium", installLine("chromium", machine)];
  throw new Error(`Cannot run browser tests: ${reason}. Run this once: ${advice}`);
}

/** The path of a Firefox, or why there is none. Firefox is never installed unasked. */
export function findFirefox(machine: Machine = thisMachine()): { path: string } | { why: string } {
  const plan = planBrowser("firefox", machine);
  if (plan.kind === "found") return { path: plan.path };
  const reason = plan.kind === "missing" ? plan.reason : "no firefox was found";
  return { why: `${reason}; to run it: ${installLine("firefox", machine)}` };
}

/** Why nothing can be tested in Firefox here; undefined when it can. */
export function whyNoFirefox(machine: Machine = thisMachine()): string | undefined {
  const found = findFirefox(machine);
  return "why" in found ? found.why : undefined;
}

function debianPackage(name: BrowserName): string {
  return name === "chromium" ? "chromium" : "firefox-esr";
}
