import { assert, assertEquals } from "@std/assert";
import { type Box, fit, layoutOf, SIZE } from "./layout.ts";

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width &&
    one.y < other.y + other.height && other.y < one.y + one.height;
}

for (const hasScreen of [false, true]) {
  Deno.test(`recording: no picture covers another or is cut off (screen: ${hasScreen})`, () => {
    const { own, friend, screen } = layoutOf(hasScreen);
    const boxes = [own, friend, screen].filter((box) => box !== null);
    assertEquals(boxes.length, hasScreen ? 3 : 2);
    boxes.forEach((box, index) => {
      assert(box.x >= 0 && box.x + box.width <= SIZE.width, "within the width");
      assert(box.y >= 0 && box.y + box.height <= SIZE.height, "within the height");
      assert(boxes.slice(index + 1).every((other) => !overlap(box, other)));
    });
  });
}

Deno.test("recording: a screen gets most of the picture", () => {
  const { screen } = layoutOf(true);
  assert(screen !== null && screen.width * screen.height > SIZE.width * SIZE.height * 0.7);
});

Deno.test("recording: wide and tall pictures keep their shape, in the middle", () => {
  const box = { x: 100, y: 0, width: 600, height: 600 };
  assertEquals(fit({ width: 1280, height: 640 }, box), { x: 100, y: 150, width: 600, height: 300 });
  assertEquals(fit({ width: 360, height: 720 }, box), { x: 250, y: 0, width: 300, height: 600 });
});
