import { assert, assertEquals } from "@std/assert";
import type { MediaCause, SeatedState } from "../../call/machine/state.ts";
import type { FriendStatus, Notice } from "../../call/view.ts";
import { guideFor } from "../../components/guide.ts";
import { linkify } from "../../components/linkify.ts";
import { cornerByKey, nearestCorner } from "../../components/movable.ts";
import { noticeWords } from "../../components/notice_words.ts";
import { detectPlatform } from "../../components/platform.ts";
import { readableLink, roomFromUrl, roomPath } from "../../components/room_path.ts";
import { suggestRoom } from "../../components/room_suggestion.ts";
import { type Situation, statusLines } from "../../components/status_lines.ts";
import { shownAspect } from "../../components/use_fit.ts";
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

Deno.test("readableLink: what people read, without scheme and percent signs", () => {
  assertEquals(readableLink("duet.example", "кухня"), "duet.example/r/кухня");
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

const SEATED = { room: "tea", peer: "friend" } as const;
const CONNECTED: SeatedState = { name: "connected", since: 0, weak: false, ...SEATED };
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
    [{ state: { name: "waiting", because: "first", ...SEATED }, online: false }, "offlineWaiting"],
    [{ state: { name: "connecting", noPath: false, ...SEATED } }, "connecting"],
    [{ state: { name: "connecting", noPath: true, ...SEATED } }, ""],
    [
      {
        state: { name: "reconnecting", since: 0, because: "network", noPath: false, ...SEATED },
        online: false,
      },
      "reconnecting offline",
    ],
    [
      { state: { name: "reconnecting", since: 0, because: "away", noPath: false, ...SEATED } },
      "away",
    ],
  ];
  for (const [part, expected] of table) {
    const situation = { state: CONNECTED, online: true, friend: QUIET, ...part };
    assertEquals(statusLines(situation).join(" "), expected);
  }
});

Deno.test("noticeWords: what is lost is an alert with a way out, what changed a status", () => {
  const { notices } = CATALOGUE.en;
  const alerts: Notice[] = [
    { kind: "device-lost", device: "camera" },
    { kind: "device-silent", device: "microphone" },
    { kind: "permission-revoked", device: "camera" },
  ];
  for (const notice of alerts) {
    const words = noticeWords(notice, notices);
    assertEquals(words?.role, "alert");
    assertEquals(words?.action?.resume, "device" in notice ? notice.device : null);
  }
  const replaced = { kind: "device-replaced", device: "camera", label: "USB cam" } as const;
  assertEquals(noticeWords(replaced, notices), {
    role: "status",
    text: "Your camera was disconnected. Now using USB cam.",
  });
  assertEquals(noticeWords({ kind: "no-path" }, notices)?.role, "alert");
  assertEquals(noticeWords({ kind: "tap-to-hear" }, notices), null);
});

Deno.test("linkify: web addresses and nothing else, without the sentence around them", () => {
  const table: [text: string, ...hrefs: string[]][] = [
    ["no address"],
    ["https://a.example", "https://a.example/"],
    [
      "See https://a.example/b?c=d#e, or http://b.example.",
      "https://a.example/b?c=d#e",
      "http://b.example/",
    ],
    ["(https://a.example/b)", "https://a.example/b"],
    ["(https://a.example/b_(c)!)", "https://a.example/b_(c)"],
    ["«https://приклад.укр/а»", "https://xn--80aikifvh.xn--j1amh/%D0%B0"],
    ["javascript:alert(1) data:text/html,x ftp://a.example file:///etc"],
    ["xhttps://a.example https:// http://"],
    ['https://a.example/"onclick=x', "https://a.example/"],
  ];
  for (const [text, ...hrefs] of table) {
    const parts = linkify(text);
    assertEquals(parts.map((part) => part.text).join(""), text);
    assertEquals(parts.flatMap(({ href }) => href ?? []), hrefs, text);
  }
});
