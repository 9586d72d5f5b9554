import { assert, assertEquals } from "@std/assert";
import { OLDEST_DENO, versionProblem } from "./deno_version.ts";

Deno.test("Deno's version: the oldest and every newer one has no problem", () => {
  for (const version of [OLDEST_DENO, "2.5.6", "2.10.0", "2.6.0+4f2c1a9", "3.0.0", "3.0.0-rc.1"]) {
    assertEquals([version, versionProblem(version)], [version, undefined]);
  }
});

Deno.test("Deno's version: an older one gets one line with what runs and what is needed", () => {
  for (const version of ["1.46.3", "2.0.0", "2.4.4"]) {
    const line = versionProblem(version) ?? "";
    assert(line.includes(version) && line.includes(OLDEST_DENO) && !line.includes("\n"), line);
  }
});
