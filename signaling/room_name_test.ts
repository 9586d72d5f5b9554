import { assertEquals } from "@std/assert";
import { parseRoomName } from "./room_name.ts";

Deno.test("room names: what cannot be seen is blank", () => {
  const invisible = [
    "\u3164",
    "\uffa0",
    "\u115f\u1160",
    "\u2800",
    "\ufe0f",
    "\u{e0100}",
    "\u034f",
    "\u200b\u200d",
    "\u{e0041}",
    " \u3164 \u2800\u00a0",
  ];
  for (const typed of invisible) {
    assertEquals([escape(typed), parseRoomName(typed)], [escape(typed), {
      ok: false,
      problem: "blank",
    }]);
  }
});

Deno.test("room names: joiners and selectors inside a name that can be seen are part of it", () => {
  for (const typed of ["❤\ufe0f", "👨\u200d👩\u200d👧", "می\u200cخواهم", "⠓⠊"]) {
    assertEquals([typed, parseRoomName(typed).ok], [typed, true]);
  }
});
