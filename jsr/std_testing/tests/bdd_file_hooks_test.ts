import { assertEquals } from "@std/assert";
import { afterAll, beforeAll, beforeEach, describe, it } from "@std/testing/bdd";

const log: string[] = [];

beforeAll(() => void log.push("file"));
beforeEach(() => void log.push("each"));
afterAll(() => assertEquals(log, ["file", "each", "a", "each", "b"]));

it("hooks of the file: run before a test outside of any suite", () => void log.push("a"));

describe("hooks of the file:", () => {
  it("run before a test of a suite", () => void log.push("b"));
});
