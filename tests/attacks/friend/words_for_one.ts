import type { ChannelMessage } from "../../../call/connection/channel.ts";
import { createConversation } from "../../../call/chat/conversation.ts";
import { FakeClock } from "../../fakes/clock.ts";
import type { Attack } from "../attack.ts";

const FRIEND = "holder-of-the-friend";
const OTHER = "holder-of-another";
const TEXTS = 20;

export const wordsForOne: Attack = {
  name: "words waiting for the friend",
  who: "third person",
  rule: "chat: texts that wait for one holder of the other seat are never said to another",
  run() {
    const clock = new FakeClock();
    const said: ChannelMessage[] = [];
    let isOpen = false;
    let ids = 0;
    const conversation = createConversation({
      platform: { clock, newId: () => `outbox-${ids++}` },
      say(message) {
        if (isOpen) said.push(message);
        return isOpen;
      },
      own: () => ({ muted: false, cameraOff: false, videoPaused: false }),
      tooMany: () => {},
    });
    conversation.with(FRIEND);
    for (let index = 0; index < TEXTS; index++) {
      conversation.send(`only for the friend ${index}`, FRIEND);
    }
    conversation.quiet();
    const isOther = conversation.with(OTHER);
    isOpen = true;
    conversation.opened();
    clock.tick(60_000);
    const leaked = said.filter(({ type }) => type === "text").length;
    const shown = conversation.texts.value.length;
    conversation.send("written before the screen showed who came", FRIEND);
    const misled = said.filter(({ type }) => type === "text").length - leaked;
    conversation.send("for whoever is here now", OTHER);
    const reaches = said.filter(({ type }) => type === "text").length === leaked + misled + 1;
    return Promise.resolve({
      tried: `${TEXTS} texts wait for the friend while somebody else takes the seat`,
      figure: `${leaked + misled} said to the other, ${shown} left on the screen, ` +
        `${isOther && reaches ? "a new thread begins" : "no new thread"}`,
      limit: "0, 0, a new thread begins",
      held: leaked + misled === 0 && shown === 0 && isOther && reaches,
    });
  },
};
