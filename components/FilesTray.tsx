import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Transfer } from "../call/files/entry.ts";
import type { Files } from "../call/files/files.ts";
import { useExtraText } from "./extra_text.ts";
import { FILES_FIELD } from "./file_actions.ts";
import { newsText, refusalText } from "./file_words.ts";
import { FilesRow } from "./FilesRow.tsx";
import { Icon } from "./Icon.tsx";
import { RoundButton } from "./RoundButton.tsx";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import { useDroppedFiles } from "./use_dropped_files.ts";
import { useOnPage } from "./use_on_page.ts";

interface FilesTrayProps {
  readonly files: Files;
  /** Somebody is there to send to. */
  readonly hasFriend: boolean;
}

/** The files of this call over the picture: there when there are some, one tap away when hidden. */
export function FilesTray({ files, hasFriend }: FilesTrayProps) {
  const words = useExtraText().files;
  const isHidden = useSignal(false);
  const list = files.list.value;
  const tray = useRef<HTMLDivElement>(null);
  useKeptFocus(tray);
  const isDragging = useDroppedFiles(hasFriend ? files.send : null);
  useEffect(() => {
    // A new one is to be seen.
    isHidden.value = false;
  }, [list.at(-1)?.key]);

  function onChange({ currentTarget: field }: { currentTarget: HTMLInputElement }) {
    files.send([...field.files ?? []]);
    // The same file may be chosen again.
    field.value = "";
  }
  return (
    <div ref={tray} class="files-tray">
      <input id={FILES_FIELD} type="file" multiple hidden onChange={onChange} />
      {isDragging && <p class="files-drop">{words.drop}</p>}
      {list.length > 0 && (isHidden.value
        ? (
          <button
            type="button"
            class="files-pill glass"
            aria-expanded={false}
            onClick={() => isHidden.value = false}
          >
            <SeatIcon name="file" />
            {words.heading} <span class="files-count">{list.length}</span>
          </button>
        )
        : (
          <section class="files glass" aria-label={words.heading} tabIndex={-1}>
            <header>
              <h2>{words.heading}</h2>
              <RoundButton
                class="files-hide"
                label={words.hide}
                onClick={() => isHidden.value = true}
              >
                <Icon name="close" />
              </RoundButton>
            </header>
            <ul>
              {list.toReversed().map((transfer) => (
                <FilesRow key={transfer.key} transfer={transfer} files={files} />
              ))}
            </ul>
          </section>
        ))}
      <FilesNews files={files} />
    </div>
  );
}

/** Catches a focus whose button goes away with what was pressed: the files have it then. */
function useKeptFocus(tray: RefObject<HTMLElement>): void {
  const isInside = useRef(false);
  // Asked while rendering, before anything is removed.
  isInside.current = tray.current?.contains(document.activeElement) ?? false;
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    const target = tray.current?.querySelector<HTMLElement>(".files, .files-pill") ??
      document.querySelector<HTMLElement>("[data-focus]");
    target?.focus({ preventScroll: true });
  });
}

/** Says what happens to files; they may be hidden, or out of sight. */
function FilesNews({ files }: { files: Files }) {
  const { locale } = useText();
  const words = useExtraText().files;
  const isOnPage = useOnPage();
  const before = useRef<ReadonlyMap<string, Transfer>>(new Map());
  const said = useSignal("");
  const list = files.list.value;
  const refused = files.refused.value;
  useEffect(() => {
    const news = list.map((now) => newsText(now, before.current.get(now.key), { words, locale }))
      .findLast((text) => text !== null);
    before.current = new Map(list.map((each) => [each.key, each]));
    if (news !== undefined && news !== null) said.value = news;
  }, [list]);
  const refusal = refused === null ? "" : refusalText(refused, { words, locale });
  return (
    <>
      <p class="unseen" role="status">{isOnPage ? said : ""}</p>
      <p class={refusal === "" ? "unseen" : "files-refused glass"} role="status">{refusal}</p>
    </>
  );
}
