import { assertEquals } from "@std/assert";
import { type CapturedTracks, isFreeOfCall } from "./sound.ts";

Deno.test("screen: sound goes only where it surely has not the call in it", () => {
  const table: [string, CapturedTracks, boolean][] = [
    ["another tab", of("browser", false), true],
    ["this very tab", of("browser", true), false],
    ["a tab, which one the browser does not tell", of("browser", null), false],
    ["a whole screen", of("monitor", false), false],
    ["a window", of("window", false), false],
    ["the browser does not tell what", of(undefined, false), false],
    ["a whole screen, the call taken out", of("monitor", null, true), true],
    ["this very tab, the call taken out", of("browser", true, true), true],
    ["a whole screen, the call left in", of("monitor", null, false), false],
  ];
  for (const [what, tracks, expected] of table) assertEquals(isFreeOfCall(tracks), expected, what);
});

function of(
  displaySurface: string | undefined,
  isThisPage: boolean | null,
  restrictOwnAudio?: boolean,
): CapturedTracks {
  return { screen: { displaySurface }, sound: { restrictOwnAudio }, isThisPage };
}
