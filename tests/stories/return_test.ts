import { assertEquals } from "@std/assert";
import { ada, bob, carla } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { type Company, enter, expectCall, meet, story } from "./company.ts";

/** How somebody drops, and how the same person is back in front of the same address. */
const WAYS: Record<string, (company: Company, person: LaunchedPerson) => Promise<LaunchedPerson>> =
  {
    async "killed browser"(company, person) {
      const address = person.page.url();
      await person.crash();
      const back = await company.comeBack(person);
      await back.open(address);
      return back;
    },
    async "reload"(_company, person) {
      await person.reload();
      return person;
    },
    async "closed tab"(_company, person) {
      const address = person.page.url();
      await person.closeTab();
      await person.open(address);
      return person;
    },
  };

for (const [way, drop] of Object.entries(WAYS)) {
  for (const who of ["first", "second"] as const) {
    story(`9: ${way}, the ${who} comer returns and the call goes on`, async (company) => {
      const [first, second] = await meet(company, [ada, bob], "Kitchen");
      const [leaver, stayer] = who === "first" ? [first, second] : [second, first];
      const back = await drop(company, leaver);
      await expectCall(back, stayer);
    });
  }
}

story("9: both reload at once and find each other again", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  await Promise.all([first.reload(), second.reload()]);
  await expectCall(first, second);
});

story("9: who typed the name again instead of following the link returns too", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  await first.crash();
  const back = await company.comeBack(first);
  await enter(company, back, "kitchen");
  await expectCall(back, second);
});

story("9: after leaving, the same two can call again", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  await first.leave();
  await first.waitState("ended");
  await second.waitState("waiting");
  await first.press("Call again");
  await expectCall(first, second);
});

story("9: a duplicated tab is a second person, not a thief of the seat", async (company) => {
  const first = await company.invite(ada);
  await enter(company, first, "Kitchen");
  await first.waitState("waiting");
  const original = first.page;
  await first.newTab();
  await enter(company, first, "Kitchen");
  await first.waitState("connected");
  first.page = original;
  assertEquals(await first.waitState("connected"), "connected");
});

story("9: from another device a person is in once the hold is over", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  const elsewhere = await company.invite(carla);
  await elsewhere.open(company.app.url);
  await elsewhere.waitState("prompt");
  await first.closeTab();
  await elsewhere.join("Kitchen");
  await elsewhere.waitState("full");
  await elsewhere.page.getByRole("switch", { name: "Join by itself when a place is free" }).click();
  await expectCall(elsewhere, second);
});
