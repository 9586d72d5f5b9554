import { type BrowserContext, chromium, firefox } from "./deps.ts";
import { type BrowserName, ensureChromium, findFirefox } from "./browsers.ts";
import { ISOLATED_VARIABLE } from "./isolate.ts";
import { type PictureOptions, writeMedia } from "./media.ts";
import { chromiumMediaArgs, firefoxMediaPrefs, type MediaSetup } from "./media_setup.ts";
import { openBridge } from "./namespace_bridge.ts";
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

/** Two windows to paint cost more than the call: these are half the size, and wide enough. */
export const SMALL_WINDOW = {
  viewport: { width: 960, height: 540 },
} as const satisfies ContextOptions;

/** Half the frames: plenty for tests that only ask whether somebody's picture arrives. */
export const HALF_THE_FRAMES = { framesPerSecond: 15 } as const satisfies PictureOptions;

/** A running browser. */
export interface Launched {
  context: BrowserContext;
  /** Closes it, and what it needed besides. */
  close(): Promise<void>;
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
): Promise<Launched> {
  const { browser = "chromium", media = "granted", context } = options;
  const common = { timeout: LAUNCH_TIMEOUT_MS, ...permissionsOf(media), ...context };
  return browser === "firefox"
    ? await launchFirefox(person, profile, options, common)
    : await launchChromium(person, profile, options, common);
}

async function launchChromium(
  person: Person,
  profile: string,
  options: LaunchOptions,
  common: ContextOptions,
): Promise<Launched> {
  const { media = "granted", namespace, secureOrigins = [], chromiumArgs = [] } = options;
  const files = await writeMedia(person, profile, options.picture);
  const path = await ensureChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...common,
    executablePath: namespace
      ? await wrap(`exec ip netns exec ${namespace} "${path}" "$@"`, profile)
      : path,
    args: [
      ...CHROMIUM_ARGS,
      ...chromiumMediaArgs(media, files),
      ...(needsLoopback(options) ? ["--allow-loopback-in-peer-connection"] : []),
      ...secureOrigins.map((url) =>
        `--unsafely-treat-insecure-origin-as-secure=${new URL(url).origin}`
      ),
      ...chromiumArgs,
    ],
  });
  return { context, close: () => context.close() };
}

async function launchFirefox(
  person: Person,
  profile: string,
  options: LaunchOptions,
  common: ContextOptions,
): Promise<Launched> {
  const { media = "granted", namespace, secureOrigins = [], firefoxPrefs = {} } = options;
  const found = findFirefox();
  if ("why" in found) throw new Error(`Cannot launch Firefox: ${found.why}`);
  const bridge = namespace ? openBridge(namespace) : undefined;
  const close = async () => {
    await bridge?.[Symbol.asyncDispose]();
  };
  // The driver connects to the port that Firefox says it has, out here: so it has to be the same.
  const script = `for word; do shift
    case "$word" in --remote-debugging-port=*) word=--remote-debugging-port=${bridge?.port} ;; esac
    set -- "$@" "$word"
    done
    exec ip netns exec ${namespace} "${found.path}" "$@"`;
  try {
    const context = await firefox.launchPersistentContext(profile, {
      ...common,
      channel: "moz-firefox", // The stock Firefox, over WebDriver BiDi.
      executablePath: namespace ? await wrap(script, profile) : found.path,
      firefoxUserPrefs: {
        ...firefoxMediaPrefs(media, person),
        // The rig listens through the web's audio, which needs a sound card, a played one will do,
        // and a page that may play. Whether videos may play by themselves is left as it is.
        "media.cubeb.force_mock_context": true,
        "media.autoplay.block-webaudio": false,
        "media.peerconnection.ice.loopback": needsLoopback(options),
        "dom.securecontext.allowlist": secureOrigins.map((url) => new URL(url).hostname).join(),
        ...firefoxPrefs,
      },
    });
    return {
      context,
      close: () => context.close().finally(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** In a namespace of the tests' own there are real interfaces; elsewhere only loopback is sure. */
function needsLoopback({ namespace }: LaunchOptions): boolean {
  return !namespace && !Deno.env.has(ISOLATED_VARIABLE);
}

function permissionsOf(media: MediaSetup): { permissions?: string[] } {
  return media === "microphone-only" ? { permissions: ["microphone"] } : {};
}

/** Makes a program of a shell script, for drivers that take nothing but a path. */
async function wrap(script: string, folder: string): Promise<string> {
  const path = `${folder}/browser_in_namespace.sh`;
  await Deno.writeTextFile(path, `#!/bin/sh\n${script}\n`);
  await Deno.chmod(path, 0o755);
  return path;
}
