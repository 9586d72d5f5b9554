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
import { awayAtStart } from "./store/away_at_start.ts";
import { awayInCall } from "./store/away_in_call.ts";
import { brokenFile } from "./store/broken_file.ts";
import { fullDisk } from "./store/full_disk.ts";
import { linkedFile } from "./store/linked_file.ts";
import { lostAnswers } from "./store/lost_answers.ts";
import { rowsLeft } from "./store/rows_left.ts";
import { clockBack } from "./clock/back.ts";
import { clockForward } from "./clock/forward.ts";

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
  awayAtStart,
  awayInCall,
  brokenFile,
  fullDisk,
  linkedFile,
  lostAnswers,
  rowsLeft,
  clockBack,
  clockForward,
];
