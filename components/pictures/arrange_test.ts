import { assertEquals } from "@std/assert";
import { largePicture, otherFit, shownAspect } from "./arrange.ts";

Deno.test("pictures: the screen is large, else the friend; swapped, the other one", () => {
  assertEquals(largePicture({ isSwapped: false, hasScreen: false }), "friend");
  assertEquals(largePicture({ isSwapped: true, hasScreen: false }), "self");
  assertEquals(largePicture({ isSwapped: false, hasScreen: true }), "screen");
  assertEquals(largePicture({ isSwapped: true, hasScreen: true }), "friend");
});

Deno.test("pictures: by itself little is cut, by wish all it needs or nothing", () => {
  const upright = { picture: 16 / 9, frame: 9 / 16 };
  assertEquals(shownAspect(upright, "fill"), 9 / 16);
  assertEquals(shownAspect(upright, "fit"), 16 / 9);
  assertEquals(shownAspect(upright).toFixed(2), "0.98");
  assertEquals(shownAspect({ picture: 16 / 9, frame: 1.6 }), 1.6);
});

Deno.test("pictures: a filled frame is offered the whole picture, and the other way round", () => {
  assertEquals([otherFit(true), otherFit(false)], ["fit", "fill"]);
});
