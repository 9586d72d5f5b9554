import { assert, assertEquals } from "@std/assert";
import { CENTRE, MAX_SCALE, panBy, wheelFactor, WHOLE, zoomAt } from "./zoom.ts";

const frame = { width: 800, height: 400 };

Deno.test("zoom: what is under the fingers stays there", () => {
  const point = { x: 100, y: -50 };
  const zoomed = zoomAt(WHOLE, 2, { point, frame });
  assertEquals(zoomed, { scale: 2, x: -100, y: 50 });
  // The same spot of the picture before and after.
  const spot = (zoom: typeof zoomed) => (point.x - zoom.x) / zoom.scale;
  assertEquals(spot(zoomAt(zoomed, 1.5, { point, frame })), spot(zoomed));
});

Deno.test("zoom: never smaller than the whole, never larger than useful", () => {
  assertEquals(zoomAt(WHOLE, 0.5, { point: CENTRE, frame }), WHOLE);
  const closest = zoomAt(WHOLE, 1_000, { point: CENTRE, frame });
  assertEquals(closest.scale, MAX_SCALE);
  assertEquals(zoomAt(closest, 1 / 1_000, { point: { x: 300, y: 0 }, frame }), WHOLE);
});

Deno.test("zoom: a picture is dragged to its edge, not beyond", () => {
  const zoomed = zoomAt(WHOLE, 2, { point: CENTRE, frame });
  assertEquals(panBy(zoomed, { x: 10_000, y: -10_000 }, frame), { scale: 2, x: 400, y: -200 });
  assertEquals(panBy(WHOLE, { x: 50, y: 50 }, frame), WHOLE);
});

Deno.test("zoom: the wheel away from oneself looks closer, a touchpad's pinch quicker", () => {
  const turn = (deltaY: number, ctrlKey = false, deltaMode = 0) =>
    wheelFactor({ deltaY, deltaMode, ctrlKey });
  assert(turn(-100) > 1 && turn(100) < 1);
  assert(turn(-20, true) > turn(-20));
  assertEquals(turn(-3, false, 1), turn(-48));
  assertEquals(turn(-100_000), turn(-240), "a spinning wheel does not leap");
});
