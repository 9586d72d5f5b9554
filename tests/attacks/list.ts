/** Every attack there is, in the order of the table. */
import type { Attack } from "./attack.ts";
import { cutSocket } from "./seats/cut_socket.ts";
import { displaced } from "./seats/displaced.ts";
import { firstInLine } from "./seats/first_in_line.ts";
import { floodedInstance } from "./seats/flooded_instance.ts";
import { foreignSignals } from "./seats/foreign_signals.ts";
import { guessedToken } from "./seats/guessed_token.ts";
import { killedInstance } from "./seats/killed_instance.ts";
import { lateWords } from "./seats/late_words.ts";
import { newcomerNamed } from "./seats/newcomer_named.ts";
import { pausedInstance } from "./seats/paused_instance.ts";
import { slowStore } from "./seats/slow_store.ts";
import { thirdSeat } from "./seats/third_seat.ts";
import { turnedOut } from "./seats/turned_out.ts";

export const ATTACKS: readonly Attack[] = [
  cutSocket,
  displaced,
  firstInLine,
  floodedInstance,
  foreignSignals,
  guessedToken,
  killedInstance,
  lateWords,
  newcomerNamed,
  pausedInstance,
  slowStore,
  thirdSeat,
  turnedOut,
];
