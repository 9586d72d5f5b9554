/** Files in every state they can be in. */
import type { Transfer } from "../../call/files/entry.ts";
import { FAILURES } from "../../call/files/transfer.ts";
import type { Scene } from "./fake_view.ts";

let count = 0;

function file(
  from: Transfer["from"],
  phase: Transfer["phase"],
  more: Partial<Transfer> = {},
): Transfer {
  return {
    key: `file-${++count}`,
    from,
    name: "Apple cake, grandmother’s recipe.pdf",
    size: 2_340_000,
    kind: "PDF",
    picture: null,
    place: from === "me" ? null : "private",
    isSaved: false,
    ...more,
    phase,
  };
}

const LONG = {
  name: "Фотографії з дня народження, усі, у повному розмірі, для дру…и також для бабусі.tar.gz",
  kind: "GZ",
  size: 1_876_000_000,
};
const PICTURE = { name: "Cake.jpg", kind: "JPG", picture: "image/jpeg", size: 845_000 };

const FILES_OFFERED: readonly Transfer[] = [
  file("me", { is: "offered" }, PICTURE),
  file("friend", { is: "offered" }, { ...LONG, place: null }),
  file("friend", { is: "offered" }, { place: "memory" }),
  file("friend", { is: "offered" }, LONG),
];

const FILES_MOVING: readonly Transfer[] = [
  file("friend", { is: "accepted" }),
  file("me", { is: "moving", bytes: 600_000 }, PICTURE),
  file("friend", { is: "moving", bytes: 1_200_000_000 }, LONG),
];

const FILES_WAITING: readonly Transfer[] = [
  file("me", { is: "missing", bytes: 600_000, chose: "nothing" }, PICTURE),
  file("me", { is: "missing", bytes: 600_000, chose: "another" }),
  file("friend", { is: "missing", bytes: 600_000, chose: "nothing" }),
  file("friend", { is: "waiting", bytes: 1_200_000_000 }, LONG),
];

const FILES_OVER: readonly Transfer[] = [
  file("me", { is: "declined" }),
  file("friend", { is: "cancelled", by: "friend" }),
  file("me", { is: "done" }, LONG),
  file("friend", { is: "done" }, { isSaved: true }),
  file("friend", { is: "done" }, PICTURE),
];

const FILES_FAILED: readonly Transfer[] = FAILURES.map((because) =>
  file("friend", { is: "failed", because })
);

/** The scenes with files, each on top of one of these. */
export function fileScenes(
  { connected, reconnecting }: { connected: Scene; reconnecting: Scene },
): Readonly<Record<string, Scene>> {
  function withFiles(scene: Scene, files: readonly Transfer[]): Scene {
    return { ...scene, extras: { files } };
  }
  const refusedFile = { because: "too-large", name: "all my films.tar", limit: 2 ** 34 } as const;
  return {
    "connected-files-offered": withFiles(connected, FILES_OFFERED),
    "connected-files-moving": withFiles(connected, FILES_MOVING),
    "connected-files-over": withFiles(connected, FILES_OVER),
    "connected-files-failed": withFiles(connected, FILES_FAILED),
    "connected-files-picture": withFiles(connected, FILES_OVER.slice(-1)),
    "connected-files-refused": { ...connected, extras: { refusedFile } },
    "reconnecting-files": withFiles(reconnecting, FILES_WAITING),
  };
}
