import type { ChannelMessage } from "../../../call/connection/channel.ts";
import { createConversation } from "../../../call/chat/conversation.ts";
import { FakeClock } from "../../fakes/clock.ts";
import type { Attack } from "../attack.ts";

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
    conversation.with("holder-of-the-friend");
    for (let index = 0; index < TEXTS; index++) conversation.send(`only for the friend ${index}`);
    conversation.quiet();
    const isOther = conversation.with("holder-of-another");
    isOpen = true;
    conversation.opened();
    clock.tick(60_000);
    const leaked = said.filter(({ type }) => type === "text").length;
    const shown = conversation.texts.value.length;
    conversation.send("for whoever is here now");
    const reaches = said.filter(({ type }) => type === "text").length === leaked + 1;
    return Promise.resolve({
      tried: `${TEXTS} texts wait for the friend while somebody else takes the seat`,
      figure: `${leaked} said to the other, ${shown} left on the screen, ` +
        `${isOther && reaches ? "a new thread begins" : "no new thread"}`,
      limit: "0, 0, a new thread begins",
      held: leaked === 0 && shown === 0 && isOther && reaches,
    });
  },
};
