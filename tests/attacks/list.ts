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
import { brokenMessages } from "./strangers/broken_messages.ts";
import { foreignPages } from "./strangers/foreign_pages.ts";
import { fullRoomsSearched } from "./strangers/full_rooms_searched.ts";
import { giantMessages } from "./strangers/giant_messages.ts";
import { invisibleNames } from "./strangers/invisible_names.ts";
import { manySockets } from "./strangers/many_sockets.ts";
import { messageFlood } from "./strangers/message_flood.ts";
import { namesSearched } from "./strangers/names_searched.ts";
import { proxyHeaders } from "./strangers/proxy_headers.ts";
import { storm } from "./strangers/storm.ts";
import { turnCredentials } from "./strangers/turn_credentials.ts";
import { wideBytes } from "./strangers/wide_bytes.ts";
import { wrongRequests } from "./strangers/wrong_requests.ts";
import { descriptors } from "./process/descriptors.ts";
import { droppedSockets } from "./process/dropped_sockets.ts";
import { fragments } from "./process/fragments.ts";
import { silentSockets } from "./process/silent_sockets.ts";
import { staticSpellings } from "./process/static_spellings.ts";
import { awayAtStart } from "./store/away_at_start.ts";
import { awayInCall } from "./store/away_in_call.ts";
import { brokenFile } from "./store/broken_file.ts";
import { fullDisk } from "./store/full_disk.ts";
import { linkedFile } from "./store/linked_file.ts";
import { lostAnswers } from "./store/lost_answers.ts";
import { rowsLeft } from "./store/rows_left.ts";
import { clockBack } from "./clock/back.ts";
import { clockForward } from "./clock/forward.ts";
import { brackets } from "./friend/brackets.ts";
import { manySections } from "./friend/many_sections.ts";
import { slowReader } from "./friend/slow_reader.ts";
import { textFlood } from "./friend/text_flood.ts";
import { wordsForOne } from "./friend/words_for_one.ts";

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
  brokenMessages,
  foreignPages,
  fullRoomsSearched,
  giantMessages,
  invisibleNames,
  manySockets,
  messageFlood,
  namesSearched,
  proxyHeaders,
  storm,
  turnCredentials,
  wideBytes,
  wrongRequests,
  descriptors,
  droppedSockets,
  fragments,
  silentSockets,
  staticSpellings,
  awayAtStart,
  awayInCall,
  brokenFile,
  fullDisk,
  linkedFile,
  lostAnswers,
  rowsLeft,
  clockBack,
  clockForward,
  brackets,
  manySections,
  slowReader,
  textFlood,
  wordsForOne,
];
