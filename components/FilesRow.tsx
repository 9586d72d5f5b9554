import { useId, useRef } from "preact/hooks";
import type { Transfer } from "../call/files/entry.ts";
import type { Files } from "../call/files/files.ts";
import { fill } from "../locales/format.ts";
import { useExtraText } from "./extra_text.ts";
import { phaseText, sizeText } from "./file_words.ts";
import { FilesPicture } from "./FilesPicture.tsx";
import { Icon } from "./Icon.tsx";
import { RoundButton } from "./RoundButton.tsx";
import { saveBlob } from "./save_blob.ts";
import { useText } from "./text.ts";

interface FilesRowProps {
  readonly transfer: Transfer;
  readonly files: Files;
}

/** One file: what it is, where it stands, what can be done. */
export function FilesRow({ transfer, files }: FilesRowProps) {
  const { locale } = useText();
  const words = useExtraText().files;
  const id = useId();
  const { key, from, name, size, kind, phase, picture } = transfer;
  const about = [kind, sizeText(locale, size), words.from[from]].filter((part) => part !== null);
  const status = phaseText(transfer, words);
  const isOver = ["done", "declined", "cancelled", "failed"].includes(phase.is);
  const isPreviewed = phase.is === "done" && from === "friend" && picture !== null;

  return (
    <li class="file" data-phase={phase.is} aria-labelledby={id}>
      <div class="file-head">
        <p id={id} class="file-name" dir="auto">{name}</p>
        {isOver && (
          <RoundButton
            class="file-remove"
            label={words.remove}
            aria-describedby={id}
            onClick={() => files.hide(key)}
          >
            <Icon name="close" />
          </RoundButton>
        )}
      </div>
      <p class="file-about">{about.join(" · ")}</p>
      {isPreviewed && <FilesPicture transfer={transfer} type={picture} files={files} />}
      <Progress transfer={transfer} />
      {status !== "" && <p class="file-status">{status}</p>}
      <FileButtons transfer={transfer} files={files} name={id} />
    </li>
  );
}

function Progress({ transfer: { phase, name, size } }: { transfer: Transfer }) {
  const { locale } = useText();
  const words = useExtraText().files;
  if (phase.is !== "moving" && phase.is !== "waiting") return null;
  const done = sizeText(locale, phase.bytes);
  const text = fill(words.progress, { done, size: sizeText(locale, size) });
  return (
    <div class="file-progress">
      <progress
        aria-label={name}
        aria-valuetext={text}
        max={Math.max(size, 1)}
        value={phase.bytes}
      />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}

/** @param name id of the element that names the file */
function FileButtons({ transfer, files, name }: FilesRowProps & { name: string }) {
  const words = useExtraText().files;
  const field = useRef<HTMLInputElement>(null);
  const { key, from, phase, place, isSaved } = transfer;

  async function save() {
    const blob = await files.open(key);
    if (blob === null) return;
    saveBlob(blob, transfer.name);
    files.saved(key);
  }
  function choose({ currentTarget }: { currentTarget: HTMLInputElement }) {
    const [file] = currentTarget.files ?? [];
    if (file !== undefined) files.choose(key, file);
    currentTarget.value = "";
  }
  function button(label: string, run: () => void, kind = "") {
    return (
      <button type="button" class={`file-button ${kind}`} aria-describedby={name} onClick={run}>
        {label}
      </button>
    );
  }

  switch (phase.is) {
    case "offered":
      if (from === "me") return <div>{button(words.cancel, () => files.cancel(key), "apart")}</div>;
      return (
        <div>
          {place !== null && button(words.accept, () => files.accept(key), "main")}
          {button(words.decline, () => files.decline(key), "apart")}
        </div>
      );
    case "missing":
      return (
        <div>
          {from === "me" && (
            <>
              <input ref={field} type="file" hidden onChange={choose} />
              {button(words.choose, () => field.current?.click(), "main")}
            </>
          )}
          {button(words.cancel, () => files.cancel(key), "apart")}
        </div>
      );
    case "accepted":
    case "moving":
    case "waiting":
      return <div>{button(words.cancel, () => files.cancel(key), "apart")}</div>;
    case "done":
      if (from === "me" || place === "picked") return null;
      return <div>{button(words.save, () => void save(), isSaved ? "" : "main")}</div>;
    default:
      return null;
  }
}
