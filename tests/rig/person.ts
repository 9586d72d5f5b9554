import { assert, assertEquals } from "@std/assert";
import type { BrowserContext, Page } from "./deps.ts";
import { type Guards, watchContext } from "./guards.ts";
import { launchBrowser, type Launched, type LaunchOptions } from "./launch.ts";
import { endMediaFault, INSECURE_HOST, installMediaFault, stubbedFault } from "./media_setup.ts";
import { installPageRig } from "./page_rig.ts";
import { listenFor, lookFor } from "./page_senses.ts";
import * as stats from "./page_stats.ts";
import type { ConnectionInfo, Path } from "./page_stats.ts";
import { type Appearance, COLOUR_TOLERANCE, type Person, TONE_TOLERANCE_HZ } from "./people.ts";
import { killAll, killTreeOnWindows, listProcesses, processTree } from "./processes.ts";

export type { ConnectionInfo, LaunchOptions, Path };

/** How long a step of a call may take before a test gives up. */
const STEP_TIMEOUT_MS = 20_000;

/**
 * One person with a browser process of their own.
 *
 * @example
 * ```ts
 * await using first = await launchPerson(ada);
 * await using second = await launchPerson(bob);
 * await first.open(app.url);
 * await first.join("kitchen");
 * await first.waitState("waiting");
 * await second.open(app.url);
 * await second.join("kitchen");
 * await first.expectSees(second);
 * await second.expectSees(first);
 * ```
 */
export class LaunchedPerson implements Appearance, AsyncDisposable {
  readonly name: string;
  readonly colour: Appearance["colour"];
  readonly toneHz: number;
  readonly context: BrowserContext;
  readonly guards: Guards;
  /** The tab everything below happens in. */
  page: Page;
  #person: Person;
  #profile: string;
  #options: LaunchOptions;
  #ownsProfile: boolean;
  #close: () => Promise<void>;

  private constructor(
    person: Person,
    options: LaunchOptions,
    profile: string,
    { context, close }: Launched,
  ) {
    this.name = person.name;
    this.colour = options.browser === "firefox" ? "changing" : person.colour;
    this.toneHz = person.toneHz;
    this.context = context;
    this.#close = close;
    this.page = context.pages()[0]!;
    this.guards = watchContext(context, person.name);
    this.#person = person;
    this.#profile = profile;
    this.#options = options;
    this.#ownsProfile = options.profile === undefined;
  }

  /** @see launchPerson */
  static async launch(person: Person, options: LaunchOptions = {}): Promise<LaunchedPerson> {
    const profile = options.profile ?? await Deno.makeTempDir({ prefix: "duet_profile_" });
    const launched = await launchBrowser(person, profile, options);
    const { context } = launched;
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    await context.addInitScript(installPageRig);
    const { media = "granted", browser = "chromium" } = options;
    const fault = stubbedFault(media, browser, hasRealDevices());
    if (fault) await context.addInitScript(installMediaFault, fault);
    return new LaunchedPerson(person, options, profile, launched);
  }

  /** Opens an address in the current tab; the insecure set-up gets it under its insecure name. */
  async open(url: string | URL): Promise<void> {
    const address = new URL(url);
    if (this.#options.media === "insecure") address.hostname = INSECURE_HOST;
    this.guards.ownOrigins.add(address.origin);
    await this.page.goto(address.href, { waitUntil: "commit" });
  }

  /** Goes on in a new tab of the same browser. */
  async newTab(): Promise<void> {
    this.page = await this.context.newPage();
  }

  /** Closes the current tab as a person does, with the page's own farewell. */
  async closeTab(): Promise<void> {
    const closing = this.page;
    // A browser without any tab would end, and with it what only lives as long as the browser.
    if (this.context.pages().length === 1) await this.newTab();
    await closing.close({ runBeforeUnload: false });
    this.page = this.context.pages().at(-1)!;
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: "commit" });
  }

  /** Kills the whole browser at once, as a crash or an empty battery would. */
  async crash(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.context.once("close", () => resolve()));
    if (Deno.build.os === "windows") await killTreeOnWindows(await this.#chromiumPid());
    else killAll(processTree(listProcesses(), this.#profile));
    await closed;
  }

  /** Starts the same browser again, with everything it had stored. Dispose the new one only. */
  async comeBack(changes: LaunchOptions = {}): Promise<LaunchedPerson> {
    const options = { ...this.#options, ...changes, profile: this.#profile };
    const back = await LaunchedPerson.launch(this.#person, options);
    back.#ownsProfile = this.#ownsProfile;
    this.#ownsProfile = false;
    return back;
  }

  /** The state of the call, or undefined while the page has none. */
  async state(): Promise<string | undefined> {
    return await this.page.evaluate(() =>
      document.querySelector("[data-call]")?.getAttribute("data-call") ?? undefined
    );
  }

  /** Waits until the call is in one of the given states; returns which. */
  async waitState(...wanted: [string, ...string[]]): Promise<string> {
    const selector = wanted.map((state) => `[data-call="${state}"]`).join(", ");
    try {
      const element = await this.page.waitForSelector(selector, { state: "attached" });
      return await element.getAttribute("data-call") ?? "";
    } catch (cause) {
      const said = await this.page.getByRole("alert").allInnerTexts().catch(() => []);
      const seen = [`state ${await this.state().catch(() => "unknown")}`, ...said].join("; ");
      const complaints = this.guards.complaints.join("\n");
      throw new Error(
        `${this.name} waited for ${wanted.join(" or ")} but saw ${seen}\n${complaints}`,
        { cause },
      );
    }
  }

  /** Types a room name into the prompt and presses Join. */
  async join(room: string): Promise<void> {
    const prompt = this.page.getByRole("dialog");
    await prompt.getByRole("textbox", { name: "Room name" }).fill(room);
    await prompt.getByRole("button", { name: "Join", exact: true }).click();
  }

  async leave(): Promise<void> {
    await this.press("Leave");
  }

  /** Presses the button with that name. */
  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Ends a refusal or a fault: the next request for camera and microphone works. */
  async allowMedia(): Promise<void> {
    const { media, browser } = this.#options;
    if (media === "refused" || media === "microphone-only") {
      if (browser === "firefox") {
        throw new Error("Cannot change a refusal in a running Firefox: use Chromium");
      }
      return await this.context.grantPermissions(["camera", "microphone"]);
    }
    await this.context.addInitScript(endMediaFault);
    await this.page.evaluate(endMediaFault);
  }

  /** Proves that this very person's picture and voice arrive here. */
  async expectSees(friend: Appearance, timeoutMs = STEP_TIMEOUT_MS): Promise<void> {
    const picture = { colour: friend.colour, tolerance: COLOUR_TOLERANCE };
    const [seen] = await Promise.all([
      this.page.evaluate(lookFor, { label: "Friend", timeoutMs, ...picture }),
      this.expectHears(friend, timeoutMs),
    ]);
    const expected = `${this.name} should see ${friend.name} (${friend.colour})`;
    assert(seen.found, `${expected} but saw ${seen.last}`);
  }

  /** Proves that this very person's voice arrives here. */
  async expectHears(friend: Appearance, timeoutMs = STEP_TIMEOUT_MS): Promise<void> {
    const sound = { toneHz: friend.toneHz, toleranceHz: TONE_TOLERANCE_HZ };
    const heard = await this.page.evaluate(listenFor, { label: "Friend", timeoutMs, ...sound });
    const expected = `${this.name} should hear ${friend.name} (${friend.toneHz} Hz)`;
    assert(heard.found, `${expected} but heard ${heard.last}`);
  }

  /** Frames of the friend decoded so far, over all connections of the page. */
  framesDecoded(): Promise<number> {
    return stats.framesDecoded(this.page);
  }

  /** Frames sent to the friend so far, over all connections of the page. */
  framesSent(): Promise<number> {
    return stats.framesSent(this.page);
  }

  /** Waits until that many more frames of the friend were shown. */
  waitFrames(count: number): Promise<void> {
    return stats.waitFrames(this.page, count);
  }

  /** Starts to measure the longest time without a new frame of the friend. */
  resetFrameGap(): Promise<void> {
    return stats.resetFrameGap(this.page);
  }

  /** The longest time without a new frame since the reset, the time until now included. */
  largestFrameGapMs(): Promise<number> {
    return stats.largestFrameGapMs(this.page);
  }

  /** Waits until the friend's picture stands, or has stood since the reset. */
  waitStanding(): Promise<void> {
    return stats.waitStanding(this.page);
  }

  /** When the friend's picture went on after it had stood, ms since the epoch; `null`: it never did. */
  pictureBackAt(): Promise<number | null> {
    return stats.pictureBackAt(this.page);
  }

  /** Every RTCPeerConnection the page has made since it was loaded, in order. */
  peerConnections(): Promise<ConnectionInfo[]> {
    return stats.peerConnections(this.page);
  }

  /** Which connection is up, told apart from those of other lives of the page; undefined: none is. */
  currentConnection(): Promise<string | undefined> {
    return stats.currentConnection(this.page);
  }

  /** Waits until a connection is up that is not this one, here or on the page loaded next. */
  waitOtherConnection(before?: string): Promise<void> {
    return stats.waitOtherConnection(this.page, before);
  }

  /** The way the packets of the newest connected call go. */
  path(): Promise<Path | undefined> {
    return stats.path(this.page);
  }

  /** Fails on console errors and warnings, and on errors nobody caught. */
  expectClean(allowed: RegExp[] = []): void {
    this.guards.expectClean(allowed);
  }

  /** Fails when the browser asked anybody but the app's own origin. */
  expectOnlyOwnOrigin(): void {
    this.guards.expectOnlyOwnOrigin();
  }

  /** Fails when the page made connections beyond those it already had. */
  async expectSameConnections(before: ConnectionInfo[]): Promise<void> {
    const after = await this.peerConnections();
    assertEquals(after.length, before.length, `${this.name} made new connections`);
  }

  /** Saves the page as a picture named after the person; returns its path. */
  async screenshot(name: string, folder = Deno.env.get("DUET_SCREENSHOTS") ?? ".duet/screenshots") {
    await Deno.mkdir(folder, { recursive: true });
    const path = `${folder}/${name}_${this.name.toLowerCase()}.png`;
    await this.page.screenshot({ path });
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close().catch(() => {}); // A crashed browser has nothing left to close.
    if (this.#ownsProfile) await Deno.remove(this.#profile, { recursive: true });
  }

  async #chromiumPid(): Promise<number> {
    const session = await this.context.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.find(({ type }) => type === "browser")!.id;
  }
}

/** Starts a browser process for one person. */
export function launchPerson(person: Person, options: LaunchOptions = {}): Promise<LaunchedPerson> {
  return LaunchedPerson.launch(person, options);
}

function hasRealDevices(): boolean {
  if (Deno.build.os !== "linux") return true; // Nearly every laptop has them.
  const has = (folder: string, pattern: RegExp) => {
    try {
      return [...Deno.readDirSync(folder)].some(({ name }) => pattern.test(name));
    } catch {
      return false;
    }
  };
  return has("/dev", /^video\d/) || has("/dev/snd", /^pcm.*c$/);
}
