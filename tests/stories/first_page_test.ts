import { assert, assertEquals } from "@std/assert";
import { LOCALES } from "../../locales/messages.ts";
import { measurePage } from "../../tools/size.ts";
import { startApp } from "../rig/app.ts";
import { ada } from "../rig/people.ts";
import { story } from "./company.ts";

/** Each more costs a round trip on a far or slow line. */
const MAX_REQUESTS = 6;
/** Chromium fetches these when it likes, and nothing waits for them. */
const NOT_AWAITED = ["/manifest.webmanifest", "/icon.svg"];
/** Said by the page itself, where it asks. */
const ASKED = "asked for camera and microphone";

story(
  "1: six requests at most come before the browser asks for camera and microphone",
  async (company) => {
    const first = await company.invite(ada, { media: "pending" });
    await first.context.addInitScript((asked) => {
      const devices = navigator.mediaDevices;
      const ask = devices.getUserMedia.bind(devices);
      devices.getUserMedia = (constraints) => {
        console.debug(asked);
        return ask(constraints);
      };
    }, ASKED);
    const requests: string[] = [];
    const asked = Promise.withResolvers<void>();
    first.page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    first.page.on("console", (message) => message.text() === ASKED && asked.resolve());
    await first.open(company.app.url);
    await asked.promise;
    const before = requests.filter((path) => !NOT_AWAITED.includes(path));
    assert(before.length <= MAX_REQUESTS, before.join("\n"));
    for (const path of ["/", "/duet.css"]) assert(before.includes(path), before.join("\n"));
    assert(!before.some((path) => path.includes("seat")), before.join("\n"));
  },
);

Deno.test("1: the first page is as small as was agreed, in every language", async () => {
  await using app = await startApp();
  for (const locale of LOCALES) {
    const page = await measurePage(new URL(app.url), locale);
    assertEquals(page.filter(({ value, limit }) => value > limit), [], locale);
  }
});
