/** `deno task race [joins] [contenders a room]`: contended joins on two processes with one KV. */
import { race } from "../tests/signaling/race.ts";

const DEFAULT_JOINS = 10_000;
const DEFAULT_CONTENDERS = 5;

const [joins = DEFAULT_JOINS, contenders = DEFAULT_CONTENDERS] = Deno.args.map(Number);
console.log(`${joins} joins, ${contenders} people a room, two processes, one KV …`);
const report = await race({ joins, contenders });
console.table(report);
if (report.wrongRooms + report.errors + report.lockedOut > 0) Deno.exit(1);
console.log("Two in every room, everyone else told, nobody locked out, no error");
