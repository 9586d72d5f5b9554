import { assertThrows } from "@std/assert";
import { Routes } from "./routes.ts";

Deno.test("Routes: a module that exports what the stand-in has not is an error", () => {
  const handler = () => new Response();
  for (const mod of [{}, { other: 1 }, { handlers: handler }, { handler, config: {} }]) {
    const add = () => new Routes().addFile({ type: "route", pattern: "/x", mod });
    assertThrows(add, TypeError, "/x");
  }
});
