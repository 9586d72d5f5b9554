import { assertEquals } from "@std/assert";
import { colourClip, toneClip, toYuv } from "./media.ts";

Deno.test("toYuv() follows BT.601 with video range", () => {
  assertEquals(toYuv([0, 0, 0]), [16, 128, 128]);
  assertEquals(toYuv([255, 255, 255]), [235, 128, 128]);
  assertEquals(toYuv([255, 0, 0]), [81, 90, 240]);
});

Deno.test("colourClip() has whole frames of the size its header says", () => {
  const clip = colourClip([255, 0, 0], { width: 16, height: 8, framesPerSecond: 15 });
  const header = new TextDecoder().decode(clip.subarray(0, clip.indexOf(10)));
  assertEquals(header, "YUV4MPEG2 W16 H8 F15:1 Ip A1:1 C420jpeg");
  const frame = "FRAME\n".length + 16 * 8 * 1.5;
  assertEquals((clip.length - header.length - 1) % frame, 0);
});

Deno.test("toneClip() crosses zero as often as its tone says", () => {
  const bytes = toneClip(1000);
  const view = new DataView(bytes.buffer);
  const samples = Array.from(
    { length: 48_000 },
    (_, index) => view.getInt16(44 + index * 2, true),
  );
  const beep = samples.slice(4_800, 14_400); // 0.2 s inside the first beep
  const rising = beep.filter((value, index) => index > 0 && beep[index - 1]! < 0 && value >= 0);
  assertEquals(Math.abs(rising.length - 200) <= 1, true);
});
