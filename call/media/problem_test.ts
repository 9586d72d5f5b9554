import { assertEquals } from "@std/assert";
import { mediaProblem, type MediaSurroundings } from "./problem.ts";

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
  [
    "blocked by a policy of the page",
    new DOMException("", "SecurityError"),
    GRANTED,
    "blocked-by-system",
    [],
  ],
  [
    "no camera, and the browser does not list devices",
    new DOMException("", "NotFoundError"),
    { ...GRANTED, listed: null },
    "none-found",
    [],
  ],
  [
    "both missing",
    new DOMException("", "OverconstrainedError"),
    {
      ...GRANTED,
      listed: { camera: false, microphone: false },
    },
    "none-found",
    ["camera", "microphone"],
  ],
  ["something nobody knows", "a text", GRANTED, "in-use", []],
  ["no capture at all", new TypeError("x"), GRANTED, "insecure", []],
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
