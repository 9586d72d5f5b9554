import { assert, assertEquals } from "@std/assert";
import type { MediaCause, SeatedState } from "../../call/machine/state.ts";
import type { Direction, Figures, FriendStatus, Notice, SilentHop } from "../../call/view.ts";
import { blockedWords } from "../../components/blocked_words.ts";
import { figureRows } from "../../components/figure_rows.ts";
import { guideFor } from "../../components/guide.ts";
import { cornerByKey, nearestCorner } from "../../components/movable.ts";
import { en as EXTRA_WORDS } from "../../locales/extras/en.ts";
import { noticeWords, pressing } from "../../components/notice_words.ts";
import { detectPlatform } from "../../components/platform.ts";
import { readableLink, roomFromUrl, roomPath } from "../../components/room_path.ts";
import { suggestRoom } from "../../components/room_suggestion.ts";
import { type Situation, statusLines } from "../../components/status_lines.ts";
import { shownAspect } from "../../components/pictures/arrange.ts";
import { CATALOGUE } from "../../locales/catalogue.ts";
import { LOCALES } from "../../locales/messages.ts";
import { parseRoomName } from "../../signaling/room_name.ts";

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";

Deno.test("roomPath: every room name comes back from its address", () => {
  const names = ["tea", "kitchen table", "a/b", "100%", "?x=1#y", ".", "..", "кухня", "🎈", "%2F"];
  for (const name of names) {
    const url = new URL(roomPath(name), "https://duet.example");
    assertEquals(roomFromUrl(url), name, url.href);
  }
});

Deno.test("roomFromUrl: empty where there is no room, or none that can be decoded", () => {
  assertEquals(roomFromUrl(new URL("https://duet.example/")), "");
  assertEquals(roomFromUrl(new URL("https://duet.example/r/%FF")), "");
});

Deno.test("readableLink: letters to read, and an address again when copied by hand", () => {
  const origin = "https://duet.example";
  assertEquals(readableLink(origin, "кухня"), "https://duet.example/r/кухня");
  for (const room of ["Семейный ужин & вечер", "a/b?c#d", "100%", "%2F", "🎈 чай", "..", "é"]) {
    const shown = readableLink(origin, room);
    assert(!/[\s"<>]/.test(shown), shown);
    assertEquals(new URL(shown).href, origin + roomPath(room));
    assertEquals(roomFromUrl(new URL(shown)), room);
  }
});

Deno.test("suggestRoom: two words of the language, usable as a name", () => {
  for (const locale of LOCALES) {
    const { names } = CATALOGUE[locale];
    const room = suggestRoom(names, (below) => below - 1);
    assertEquals(room.split("-").length, 2);
    assert(parseRoomName(room).ok);
  }
  assertEquals(suggestRoom(CATALOGUE.en.names, () => 0), "amber-acorn");
  assertEquals(suggestRoom(CATALOGUE.it.names, () => 0), "abete-allegro");
});

Deno.test("detectPlatform: the browsers whose steps differ", () => {
  const table: [userAgent: string, touchPoints: number, expected: string][] = [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 0, "windows chrome"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/146.0.0.0`, 0, "windows edge"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, 0, "linux chrome"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`, 0, "other chrome"],
    [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`, 5, "android android-chrome"],
    ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", 5, "android other"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0, "linux firefox"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      0,
      "mac safari",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      5,
      "ios ios-safari",
    ],
    [`${IPHONE} (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`, 5, "ios ios-safari"],
    [`${IPHONE} (KHTML, like Gecko) CriOS/146.0 Mobile/15E148 Safari/604.1`, 5, "ios ios-other"],
    ["curl/8", 0, "other other"],
  ];
  for (const [userAgent, touchPoints, expected] of table) {
    const { system, browser } = detectPlatform(userAgent, touchPoints);
    assertEquals(`${system} ${browser}`, expected, userAgent);
  }
});

Deno.test("guideFor: at least two steps for every cause, in every language and system", () => {
  const causes: MediaCause[] = [
    "refused",
    "none-found",
    "in-use",
    "blocked-by-system",
    "insecure",
  ];
  for (const locale of LOCALES) {
    const { guides } = CATALOGUE[locale];
    for (const cause of causes) {
      for (const system of ["windows", "mac", "linux", "ios", "android", "other"] as const) {
        const steps = guideFor(guides, { cause, system, browser: "other" });
        assert(steps.length >= 2, `${locale} ${cause} ${system}`);
      }
    }
  }
});

Deno.test("cornerByKey: arrows move along one side, other keys do nothing", () => {
  assertEquals(cornerByKey("bottom-right", "ArrowUp"), "top-right");
  assertEquals(cornerByKey("top-right", "ArrowLeft"), "top-left");
  assertEquals(cornerByKey("top-left", "ArrowDown"), "bottom-left");
  assertEquals(cornerByKey("bottom-left", "ArrowRight"), "bottom-right");
  assertEquals(cornerByKey("bottom-left", "ArrowLeft"), "bottom-left");
  assertEquals(cornerByKey("bottom-left", "Enter"), null);
});

Deno.test("nearestCorner: the quarter a picture was dropped in", () => {
  assertEquals(nearestCorner({ x: 0.1, y: 0.1 }), "top-left");
  assertEquals(nearestCorner({ x: 0.9, y: 0.4 }), "top-right");
  assertEquals(nearestCorner({ x: 0.4, y: 0.6 }), "bottom-left");
  assertEquals(nearestCorner({ x: 1.2, y: 1.4 }), "bottom-right");
});

Deno.test("shownAspect: fills the frame unless that cuts off too much", () => {
  assertEquals(shownAspect({ picture: 16 / 9, frame: 16 / 10 }), 16 / 10);
  assertEquals(shownAspect({ picture: 4 / 3, frame: 16 / 9 }), 16 / 9);
  // A phone's upright picture in a wide window, and a wide picture on an upright phone.
  assert(shownAspect({ picture: 9 / 16, frame: 16 / 10 }) < 1.03);
  assert(shownAspect({ picture: 16 / 9, frame: 9 / 19 }) > 0.97);
});

const SEATED = {
  room: "tea",
  seat: { is: "kept" },
  peer: { session: "session-1", holder: "holder-1" },
  away: false,
  link: { id: "connection-1", ours: true, agreed: true, stale: false },
} as const;
const CONNECTED: SeatedState = {
  name: "connected",
  since: 0,
  weak: false,
  newcomer: null,
  ...SEATED,
};
const CONNECTING: SeatedState = { name: "connecting", noPath: false, asking: false, ...SEATED };
const RECONNECTING: SeatedState = {
  name: "reconnecting",
  since: 0,
  noPath: false,
  newcomer: null,
  ...SEATED,
};
const QUIET: FriendStatus = { muted: false, cameraOff: false, videoPaused: false };

Deno.test("statusLines: what is said in each situation, most pressing first", () => {
  const table: [Partial<Situation>, string][] = [
    [{}, ""],
    [{ online: false }, "offline"],
    [
      { state: { ...CONNECTED, weak: true }, friend: { ...QUIET, muted: true } },
      "weak friendMuted",
    ],
    [{ friend: { ...QUIET, videoPaused: true } }, "friendVideoPaused"],
    [{ friend: { ...QUIET, cameraOff: true } }, "friendCameraOff"],
    [
      { state: { name: "waiting", because: "first", newcomer: null, ...SEATED }, online: false },
      "offlineWaiting",
    ],
    [{ state: CONNECTING }, "connecting"],
    [{ state: { ...CONNECTING, noPath: true } }, ""],
    [{ state: { ...CONNECTING, asking: true } }, "asking"],
    [{ state: CONNECTING, online: false }, "offlineWaiting"],
    [{ state: RECONNECTING }, "reconnecting"],
    [{ state: RECONNECTING, online: false }, "offlineReconnecting"],
    [{ state: { ...RECONNECTING, away: true } }, "away"],
  ];
  for (const [part, expected] of table) {
    const situation = { state: CONNECTED, online: true, friend: QUIET, ...part };
    assertEquals(statusLines(situation).join(" "), expected);
  }
});

Deno.test("noticeWords: what is lost is an alert with a way out, what changed a status", () => {
  const words = { notices: CATALOGUE.en.notices, hearing: EXTRA_WORDS.hearing };
  const alerts: Notice[] = [
    { kind: "device-lost", device: "camera" },
    { kind: "device-silent", device: "microphone" },
    { kind: "permission-revoked", device: "camera" },
  ];
  for (const notice of alerts) {
    const said = noticeWords(notice, words);
    assertEquals(said?.role, "alert");
    assertEquals<unknown>(said?.action?.does, {
      type: "resume",
      device: "device" in notice ? notice.device : undefined,
    });
  }
  const replaced = { kind: "device-replaced", device: "camera", label: "USB cam" } as const;
  assertEquals(noticeWords(replaced, words), {
    role: "status",
    text: "Your camera was disconnected. Now using USB cam.",
  });
  const noPath = noticeWords({ kind: "no-path" }, words);
  assertEquals([noPath?.role, noPath?.action?.does], ["alert", { type: "try-connection" }]);
  assertEquals(noticeWords({ kind: "tap-to-hear" }, words), null);
});

Deno.test("noticeWords: each silent hop in words, and who can mend it gets a way to", () => {
  const words = { notices: CATALOGUE.en.notices, hearing: EXTRA_WORDS.hearing };
  const said = (hop: SilentHop, direction: Direction) =>
    noticeWords({ kind: "silent-hop", hop, direction }, words);
  const table: [SilentHop, Direction, RegExp, "alert" | "status", string | undefined][] = [
    ["microphone", "to-friend", /^Your microphone sends silence/, "alert", "choose-device"],
    ["microphone", "from-friend", /^Your friend’s microphone sends silence/, "status", undefined],
    ["voice-lost", "to-friend", /^Your voice doesn’t reach/, "status", "reload"],
    ["voice-lost", "from-friend", /^Your friend’s voice doesn’t reach/, "status", "reload"],
    ["sound-blocked", "to-friend", /^Your friend’s sound is blocked/, "status", undefined],
    ["camera", "to-friend", /^Your camera gives no picture/, "alert", "choose-device"],
    ["camera", "from-friend", /^Your friend’s camera gives no picture/, "status", undefined],
    ["picture-black", "to-friend", /^Your friend sees only black/, "alert", "choose-device"],
    ["picture-black", "from-friend", /^Your friend’s camera shows only/, "status", undefined],
    ["picture-lost", "to-friend", /^Your picture doesn’t reach/, "status", "reload"],
    ["picture-lost", "from-friend", /^Your friend’s picture doesn’t/, "status", "reload"],
  ];
  for (const [hop, direction, text, role, does] of table) {
    const found = said(hop, direction);
    assert(text.test(found?.text ?? ""), found?.text);
    assertEquals([found?.role, found?.action?.does.type], [role, does]);
  }
  // One large button instead.
  assertEquals(said("sound-blocked", "from-friend"), null);
});

Deno.test("pressing: a device that was lost is not also said to be silent", () => {
  const silent: Notice = { kind: "silent-hop", hop: "microphone", direction: "to-friend" };
  const friends: Notice = { ...silent, direction: "from-friend" };
  const lost: Notice = { kind: "device-lost", device: "microphone" };
  assertEquals(pressing([silent, lost]), [lost]);
  assertEquals(pressing([friends, lost]), [lost, friends]);
  assertEquals(pressing([silent]), [silent]);
});

Deno.test("pressing: two notices at most, what cuts the two off first", () => {
  const notices: Notice[] = [
    { kind: "device-replaced", device: "microphone", label: "USB headset" },
    { kind: "video-paused" },
    { kind: "device-silent", device: "camera" },
    { kind: "permission-revoked", device: "microphone" },
  ];
  assertEquals(pressing(notices).map(({ kind }) => kind), ["permission-revoked", "device-silent"]);
  assertEquals(pressing(notices.slice(0, 1)).length, 1);
  assertEquals(pressing([]), []);
});

Deno.test("blockedWords: heading and cause name the same device, in every language", () => {
  const causes: MediaCause[] = ["refused", "none-found", "in-use", "blocked-by-system", "insecure"];
  const both = ["camera", "microphone"] as const;
  for (const locale of LOCALES) {
    const { blocked } = CATALOGUE[locale];
    for (const cause of causes) {
      const neither = blockedWords({ cause, devices: [] }, blocked);
      assertEquals(blockedWords({ cause, devices: both }, blocked), neither);
      const words = both.map((device) => blockedWords({ cause, devices: [device] }, blocked));
      if (cause === "insecure") {
        assertEquals(words, [neither, neither]);
        continue;
      }
      assertEquals(words.map(({ heading }) => heading), both.map((each) => blocked.headings[each]));
      assertEquals(new Set([neither, ...words].map((each) => each.cause)).size, 3);
    }
  }
  const { heading, cause } = blockedWords(
    { cause: "none-found", devices: ["camera"] },
    CATALOGUE.en.blocked,
  );
  assertEquals(heading, "Duet can’t reach your camera");
  assert(!`${heading} ${cause}`.includes("microphone"));
});

Deno.test("figureRows: the frame rate in the language’s own words", () => {
  const figures: Figures = {
    mark: "good",
    roundTripMs: 38,
    lossShare: null,
    receivedBps: 1_420_000,
    sentBps: null,
    width: 1_280,
    height: 720,
    framesPerSecond: 29.7,
    videoCodec: "VP9",
    audioCodec: null,
    route: "direct",
  };
  const expected = { en: "30 fps", es: "30 fps", it: "30 fps", pt: "30 fps", uk: "30 кадр/с" };
  for (const locale of LOCALES) {
    const rows = figureRows(figures, { locale, messages: CATALOGUE[locale] });
    const shown = rows.map(({ value }) => value);
    assert(shown.includes(`1280 × 720, ${expected[locale]}`), `${locale}: ${shown}`);
  }
});
