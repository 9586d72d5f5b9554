import { assert, assertEquals } from "@std/assert";
import { race } from "./race.ts";

Deno.test("race: contended joins on two processes seat two a room, and show no error", async () => {
  const report = await race({ joins: 600, contenders: 5 });
  const { wrongRooms, errors, lockedOut, seated, rooms, joins } = report;
  assertEquals({ wrongRooms, errors, lockedOut }, { wrongRooms: 0, errors: 0, lockedOut: 0 });
  assertEquals([seated, report.resumed], [2 * rooms, 2 * rooms]);
  assert(joins >= 600);
});
