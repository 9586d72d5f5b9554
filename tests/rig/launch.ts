import { type BrowserContext, chromium, firefox } from "./deps.ts";
import { type BrowserName, ensureChromium, findFirefox } from "./browsers.ts";
import { ISOLATED_VARIABLE } from "./isolate.ts";
import { type PictureOptions, writeMedia } from "./media.ts";
import { chromiumMediaArgs, firefoxMediaPrefs, type MediaSetup } from "./media_setup.ts";
import type { Person } from "./people.ts";

/** Choices for one person's browser. */
export interface LaunchOptions {
  browser?: BrowserName;
  media?: MediaSetup;
  picture?: PictureOptions;
  /**
   * Folder with the browser's profile; what it stored is still there for the next browser on the
   * same folder. Without it the person gets a new one, which is removed in the end.
   */
  profile?: string;
  /** Starts the browser inside a named network namespace. */
  namespace?: string;
  /** Plain HTTP origins that count as secure, because a namespace has no localhost to share. */
  secureOrigins?: string[];
  /** More words for Chromium's command line. */
  chromiumArgs?: string[];
  /** More preferences for Firefox. */
  firefoxPrefs?: Record<string, string | number | boolean>;
  /** Anything else Playwright knows: viewport, locale, colorScheme, isMobile, permissions… */
  context?: ContextOptions;
}

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A running browser. */
export interface Launched {
  context: BrowserContext;
  folder: string;
}

const CHROMIUM_ARGS = [
  "--no-sandbox", // Root has none, and every page here is our own.
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const LAUNCH_TIMEOUT_MS = 60_000;

/** Starts one browser process with a person's camera and microphone. */
export async function launchBrowser(
  person: Person,
  profile: string,
  options: LaunchOptions,
): Promise<BrowserContext> {
  const { browser = "chromium", media = "granted" } = options;
  const common = { timeout: LAUNCH_TIMEOUT_MS, ...permissionsOf(media), ...options.context };
  // In a namespace of the tests' own there are real interfaces; elsewhere only loopback is certain.
  const needsLoopback = !options.namespace && !Deno.env.has(ISOLATED_VARIABLE);
  if (browser === "firefox") {
    const found = findFirefox();
    if ("why" in found) throw new Error(`Cannot launch Firefox: ${found.why}`);
    return await firefox.launchPersistentContext(profile, {
      ...common,
      channel: "moz-firefox", // The stock Firefox, over WebDriver BiDi.
      executablePath: await wrap(found.path, profile, options.namespace),
      firefoxUserPrefs: {
        ...firefoxMediaPrefs(media, person),
        "media.peerconnection.ice.loopback": needsLoopback,
        "dom.securecontext.allowlist": (options.secureOrigins ?? [])
          .map((origin) => new URL(origin).hostname).join(","),
        ...options.firefoxPrefs,
      },
    });
  }
  const files = await writeMedia(person, profile, options.picture);
  return await chromium.launchPersistentContext(profile, {
    ...common,
    executablePath: await wrap(await ensureChromium(), profile, options.namespace),
    args: [
      ...CHROMIUM_ARGS,
      ...chromiumMediaArgs(media, files),
      ...(needsLoopback ? ["--allow-loopback-in-peer-connection"] : []),
      ...(options.secureOrigins ?? []).map((origin) =>
        `--unsafely-treat-insecure-origin-as-secure=${origin}`
      ),
      ...options.chromiumArgs ?? [],
    ],
  });
}

function permissionsOf(media: MediaSetup): { permissions?: string[] } {
  return media === "microphone-only" ? { permissions: ["microphone"] } : {};
}

/** A small program that starts a browser inside a namespace, for drivers that take one path. */
async function wrap(path: string, folder: string, namespace?: string): Promise<string> {
  if (!namespace) return path;
  const wrapper = `${folder}/browser_in_namespace.sh`;
  await Deno.writeTextFile(wrapper, `#!/bin/sh\nexec ip netns exec ${namespace} ${path} "$@"\n`);
  await Deno.chmod(wrapper, 0o755);
  return wrapper;
}
