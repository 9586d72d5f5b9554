import { PROTOCOL } from "../messages.ts";
import type { Attack } from "../attack.ts";
import { socketUrl } from "../caller.ts";
import { upgradeRequest } from "../../rig/raw_socket.ts";
import { startTarget } from "../target.ts";

const ORIGINS = [
  "https://evil.example",
  "null",
  "https://localhost.evil.example",
  "file://",
  "http://localhost:1",
  "chrome-extension://abcdefgh",
];

export const foreignPages: Attack = {
  name: "pages of other origins",
  who: "stranger",
  rule: "door: a page of another origin gets no socket, nor does another subprotocol",
  async run() {
    await using app = await startTarget();
    const { host, origin: own } = new URL(app.url);
    const statuses = await Promise.all([
      ...ORIGINS.map((origin) => upgradeRequest(socketUrl(app), { host, origin })),
      upgradeRequest(socketUrl(app), { host, "sec-websocket-protocol": "soap" }),
    ]);
    const letIn = statuses.filter(({ status }) => status === 101).length;
    const ours = await upgradeRequest(socketUrl(app), {
      host,
      origin: own,
      "sec-websocket-protocol": PROTOCOL,
    });
    return {
      tried: `upgrades from ${ORIGINS.length} other origins and with another subprotocol`,
      figure: `${letIn} let in; our own page: ${ours.status}`,
      limit: "0; 101",
      held: letIn === 0 && ours.status === 101,
    };
  },
};
