import { assertEquals } from "@std/assert";
import { reorder } from "../../call/connection/codecs.ts";
import { climb, type LinkHealth } from "../../call/recovery/ladder.ts";
import { mediaProblem, type MediaSurroundings } from "../../call/media/problem.ts";
import { initialVideoPolicy, steerVideo } from "../../call/sending/video_policy.ts";
import { RETRY_SCHEDULE_MS, retryDelay } from "../../call/socket/retry.ts";
import { encodingFor } from "../../call/sending/encodings.ts";
import { qualityMark } from "../../call/recovery/stats.ts";

const HEALTHY: LinkHealth = {
  now: 100_000,
  begunAt: 0,
  heardAt: 100_000,
  restartedAt: null,
  agreedAt: null,
  failedAt: null,
  hintAt: null,
};

const LADDER: [string, Partial<LinkHealth>, ReturnType<typeof climb>][] = [
  ["media now", {}, { flow: "flowing", remedy: "none" }],
  ["0.9 s quiet", { heardAt: 99_100 }, { flow: "flowing", remedy: "none" }],
  ["1 s quiet", { heardAt: 99_000 }, { flow: "weak", remedy: "none" }],
  ["2 s quiet", { heardAt: 98_000 }, { flow: "stalled", remedy: "restart" }],
  ["a hint and 0.5 s quiet", { heardAt: 99_500, hintAt: 99_800 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["a hint with media flowing", { hintAt: 99_900 }, { flow: "flowing", remedy: "none" }],
  ["restarted a moment ago", { heardAt: 97_000, restartedAt: 99_000 }, {
    flow: "stalled",
    remedy: "none",
  }],
  ["a new hint after that restart", { heardAt: 97_000, restartedAt: 99_000, hintAt: 99_500 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["that restart did not help for 4 s", { heardAt: 94_000, restartedAt: 96_000 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["both agreed on a restart, 2 s ago", {
    heardAt: 96_000,
    restartedAt: 97_900,
    agreedAt: 98_000,
  }, { flow: "stalled", remedy: "none" }],
  ["both agreed on a restart and it brought nothing", {
    heardAt: 94_000,
    restartedAt: 97_000,
    agreedAt: 97_400,
  }, { flow: "stalled", remedy: "new-link" }],
  ["failed, not restarted since", { heardAt: 85_000, restartedAt: 97_500, failedAt: 99_000 }, {
    flow: "stalled",
    remedy: "fresh-servers",
  }],
  ["10 s after failed", { heardAt: 75_000, restartedAt: 95_000, failedAt: 90_000 }, {
    flow: "stalled",
    remedy: "new-link",
  }],
  ["silent for 30 s although never failed", { heardAt: 70_000, restartedAt: 95_000 }, {
    flow: "stalled",
    remedy: "new-link",
  }],
  ["young and silent", { begunAt: 99_000, heardAt: null }, { flow: "starting", remedy: "none" }],
  ["failed before any media", { begunAt: 90_000, heardAt: null, failedAt: 99_000 }, {
    flow: "starting",
    remedy: "fresh-servers",
  }],
  ["no media for 15 s", { begunAt: 85_000, heardAt: null }, {
    flow: "starting",
    remedy: "new-link",
  }],
];

for (const [name, health, expected] of LADDER) {
  Deno.test(`ladder: ${name} → ${expected.flow}, ${expected.remedy}`, () => {
    assertEquals(climb({ ...HEALTHY, ...health }), expected);
  });
}

Deno.test("retry: the schedule is followed and its last delay repeats", () => {
  const delays = Array.from(
    { length: 8 },
    (_, attempt) => retryDelay(attempt, 0),
  );
  assertEquals(delays, [...RETRY_SCHEDULE_MS, 7_000, 7_000]);
});

Deno.test("retry: jitter only shortens, by less than a third", () => {
  assertEquals(retryDelay(3, 0.999), 1_891);
});

const GRANTED: MediaSurroundings = {
  secure: true,
  permissions: { camera: "granted", microphone: "granted" },
  listed: { camera: true, microphone: true },
};
const PROMPTED = { ...GRANTED, permissions: { camera: "denied", microphone: "prompt" } } as const;

const PROBLEMS: [string, unknown, MediaSurroundings, string, string[]][] = [
  ["refused", new DOMException("Permission denied", "NotAllowedError"), PROMPTED, "refused", [
    "camera",
  ]],
  [
    "allowed by the site, not by the system",
    new DOMException("Permission denied", "NotAllowedError"),
    GRANTED,
    "blocked-by-system",
    [],
  ],
  [
    "the browser says that the system refused",
    new DOMException("Permission denied by system", "NotAllowedError"),
    PROMPTED,
    "blocked-by-system",
    [],
  ],
  [
    "no camera",
    new DOMException("", "NotFoundError"),
    { ...GRANTED, listed: { camera: false, microphone: true } },
    "none-found",
    ["camera"],
  ],
  ["in use", new DOMException("Could not start", "NotReadableError"), GRANTED, "in-use", []],
  ["insecure page", new TypeError("x"), { ...GRANTED, secure: false }, "insecure", []],
];

for (const [name, error, around, cause, devices] of PROBLEMS) {
  Deno.test(`media problem: ${name} → ${cause}`, () => {
    assertEquals(
      mediaProblem(error, around),
      { cause, devices } as ReturnType<typeof mediaProblem>,
    );
  });
}

/** Feeds one outlook a second for `seconds` and returns the last policy. */
function steer(seconds: number, availableBps: number | null, lossShare: number | null, from = {
  policy: initialVideoPolicy(0),
  now: 0,
}) {
  let { policy, now } = from;
  for (let second = 0; second < seconds; second++) {
    now += 1_000;
    policy = steerVideo(policy, { now, availableBps, lossShare });
  }
  return { policy, now };
}

Deno.test("quality: below 60 kbit/s the picture pauses, not at once", () => {
  assertEquals(steer(8, 50_000, 0).policy.paused, false);
  assertEquals(steer(10, 50_000, 0).policy.paused, true);
});

Deno.test("quality: between 60 and 70 kbit/s nothing changes either way", () => {
  assertEquals(steer(30, 65_000, 0).policy.paused, false);
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(10, 65_000, 0, paused).policy.paused, true);
});

Deno.test("quality: above 70 kbit/s the picture comes back", () => {
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(3, 80_000, 0, paused).policy.paused, false);
});

Deno.test("quality: a paused picture is tried again on a clean way, later each time", () => {
  const first = steer(26, 50_000, 0);
  assertEquals(first.policy.paused, false, "tried after 15 s");
  const again = steer(8, 50_000, 0, first);
  assertEquals(again.policy.paused, true);
  assertEquals(steer(20, 50_000, 0, again).policy.paused, true, "next try after 30 s");
});

Deno.test("quality: without an estimate heavy loss pauses and a clean way resumes", () => {
  const paused = steer(10, null, 0.3);
  assertEquals(paused.policy.paused, true);
  assertEquals(steer(16, null, 0, paused).policy.paused, false);
});

Deno.test("sending: the voice goes first and the picture is capped", () => {
  const limits = { lowData: false, videoPaused: false };
  assertEquals(encodingFor("audio", limits).networkPriority, "high");
  assertEquals(encodingFor("video", limits).maxBitrate, 2_500_000);
  assertEquals(encodingFor("video", { ...limits, lowData: true }).maxBitrate, 250_000);
  assertEquals(encodingFor("video", { ...limits, videoPaused: true }).active, false);
});

Deno.test("codecs: reordered, never filtered; rtx and red keep their order", () => {
  const codecs = ["video/rtx", "video/H264", "video/VP9", "video/red", "video/VP8"]
    .map((mimeType) => ({ mimeType }));
  assertEquals(reorder(codecs).map(({ mimeType }) => mimeType), [
    "video/VP8",
    "video/VP9",
    "video/H264",
    "video/rtx",
    "video/red",
  ]);
});

Deno.test("quality mark: three steps by loss and round trip", () => {
  assertEquals(qualityMark(0, 40), "good");
  assertEquals(qualityMark(0.03, 40), "fair");
  assertEquals(qualityMark(0, 400), "fair");
  assertEquals(qualityMark(0.1, 40), "poor");
  assertEquals(qualityMark(null, null), "good");
});
