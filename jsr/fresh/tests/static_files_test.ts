import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { asset } from "fresh/runtime";
import { withBuiltFixture } from "./fixture/built.ts";

const UNCACHED = "no-cache, no-store, max-age=0, must-revalidate";
const IMMUTABLE = "public, max-age=31536000, immutable";

Deno.test("staticFiles: a file is served with type, length and ETag, not to be cached", () =>
  withBuiltFixture(async (ask) => {
    const response = await ask("/pixel.svg");
    const text = await response.text();
    assertEquals(response.status, 200);
    assertStringIncludes(text, "<svg");
    assertEquals(response.headers.get("Content-Type"), "image/svg+xml");
    assertEquals(response.headers.get("Content-Length"), String(text.length));
    assertEquals(response.headers.get("Cache-Control"), UNCACHED);
    assertEquals(response.headers.get("Vary"), "If-None-Match");
    assert(/^W\/"[^"]+"$/.test(response.headers.get("ETag") ?? ""));
  }));

Deno.test("staticFiles: media types of text carry their character set", () =>
  withBuiltFixture(async (ask) => {
    const types = {
      "/style.css": "text/css",
      "/with%20space%2C%20comma.txt": "text/plain",
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await ask(path);
      await response.body?.cancel();
      assertEquals([response.status, response.headers.get("Content-Type")], [
        200,
        `${type}; charset=UTF-8`,
      ]);
    }
  }));

Deno.test("staticFiles: a known ETag is answered with 304", () =>
  withBuiltFixture(async (ask) => {
    const first = await ask("/pixel.svg");
    await first.body?.cancel();
    const etag = first.headers.get("ETag") ?? "";
    const again = await ask("/pixel.svg", {
      headers: { "If-None-Match": etag },
    });
    assertEquals([again.status, await again.text()], [304, ""]);
    const other = await ask("/pixel.svg", {
      headers: { "If-None-Match": 'W/"other"' },
    });
    await other.body?.cancel();
    assertEquals(other.status, 200);
  }));

Deno.test("staticFiles: HEAD has the headers of GET and no body, other methods give 405", () =>
  withBuiltFixture(async (ask) => {
    const get = await ask("/pixel.svg");
    await get.body?.cancel();
    const head = await ask("/pixel.svg", { method: "HEAD" });
    assertEquals(await head.text(), "");
    for (const name of ["Content-Type", "Content-Length", "ETag", "Cache-Control"]) {
      assertEquals(head.headers.get(name), get.headers.get(name), name);
    }
    assertEquals((await ask("/pixel.svg", { method: "POST" })).status, 405);
  }));

Deno.test("staticFiles: the asset() URL may be cached for ever, one of another build leads to the plain URL", () =>
  withBuiltFixture(async (ask) => {
    const current = await ask(asset("/pixel.svg"));
    await current.body?.cancel();
    assertEquals([current.status, current.headers.get("Cache-Control")], [200, IMMUTABLE]);
    const stale = await ask("/pixel.svg?a=1&__frsh_c=0123");
    assertEquals([stale.status, stale.headers.get("Location")], [307, "/pixel.svg?a=1"]);
  }));

Deno.test("staticFiles: the browser's JavaScript may be cached for ever", () =>
  withBuiltFixture(async (ask) => {
    const response = await ask("/");
    const scripts = (await response.text()).match(/\/_fresh\/js\/\w+\/[\w-]+\.js/g) ?? [];
    assertNotEquals(scripts.length, 0);
    for (const path of new Set(scripts)) {
      const script = await ask(path);
      await script.body?.cancel();
      assertEquals([script.status, script.headers.get("Cache-Control")], [200, IMMUTABLE]);
      assertEquals(
        script.headers.get("Content-Type"),
        "text/javascript; charset=UTF-8",
      );
      assert(/^W\/"[^"]+"$/.test(script.headers.get("ETag") ?? ""));
    }
  }));

Deno.test("staticFiles: other paths go on to the routes, and never leave the folder", () =>
  withBuiltFixture(async (ask) => {
    assertEquals((await ask("/teapot")).status, 418);
    for (const path of ["/..%2fmain.ts", "/%2e%2e/main.ts", "/main.ts", "/%", "/__proto__"]) {
      assertEquals((await ask(path)).status, 404, path);
    }
  }));

Deno.test("staticFiles: without a favicon its request gets a bare 404", () =>
  withBuiltFixture(async (ask) => {
    const response = await ask("/favicon.ico");
    assertEquals([response.status, await response.text()], [404, ""]);
  }));
