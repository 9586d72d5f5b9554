import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { fill } from "../locales/format.ts";
import { Icon } from "./Icon.tsx";
import { PromptNotice } from "./PromptNotice.tsx";
import { suggestRoom } from "./room_suggestion.ts";
import { useText } from "./text.ts";
import type { Dispatch, StateOf } from "./types.ts";
import type { SeatScreens } from "./use_seat_screens.ts";

/** What the field is described by while something is wrong with it. */
const NOTICE_ID = "room-notice";

interface RoomPromptProps {
  readonly state: StateOf<"prompt" | "joining" | "full">;
  readonly online: boolean;
  readonly dispatch: Dispatch;
  /** `null`: not loaded yet. */
  readonly screens: SeatScreens | null;
}

/** Asks for a room name until there is a seat; stays open, with what the server said. */
export function RoomPrompt({ state, online, dispatch, screens }: RoomPromptProps) {
  const { prompt, status } = useText().messages;
  const draft = useSignal(state.room);
  const input = useRef<HTMLInputElement>(null);
  const isJoining = state.name === "joining";
  // Where something went wrong, that says what to do.
  const isAsking = isJoining || (state.name === "prompt" && state.notice === null);
  const invitation = useInvitation(state, draft);
  useCancelByEscape(dispatch);
  useRoomOf(state, draft);
  useAttention(input, state);

  function join(room: string) {
    draft.value = room;
    if (!isJoining) dispatch({ type: "join", room });
  }
  function submit(event: Event) {
    event.preventDefault();
    join(draft.value);
  }
  function suggest(names: Parameters<typeof suggestRoom>[0]) {
    draft.value = suggestRoom(names);
    input.current?.focus();
  }

  return (
    <dialog open class="side" aria-labelledby="prompt-heading" aria-busy={isJoining}>
      <form class="panel" onSubmit={submit} noValidate>
        <h1 id="prompt-heading">
          {invitation === null ? prompt.heading : fill(prompt.invited, { room: invitation })}
        </h1>
        {isAsking && <p>{invitation === null ? prompt.explain : prompt.invitedExplain}</p>}
        {state.name === "prompt" && <PromptNotice id={NOTICE_ID} notice={state.notice} />}
        {state.name === "full" && screens !== null && (
          <screens.FullNotice id={NOTICE_ID} state={state} dispatch={dispatch} />
        )}
        <RoomField input={input} draft={draft} state={state} suggest={suggest}>
          {screens && <screens.NameHint name={invitation === null ? draft.value : ""} />}
        </RoomField>
        <div class="actions">
          <button type="submit" class="button primary" aria-disabled={isJoining}>
            {isJoining ? prompt.joining : prompt.join}
          </button>
          <button type="button" class="button" onClick={() => dispatch({ type: "cancel" })}>
            {prompt.cancel}
          </button>
        </div>
        <p class="hint" role="status">
          {isJoining && !online && <span class="late">{status.offlineWaiting}</span>}
        </p>
        {screens !== null && <screens.PromptFoot join={join} />}
      </form>
    </dialog>
  );
}

interface RoomFieldProps {
  readonly input: { current: HTMLInputElement | null };
  readonly draft: Signal<string>;
  readonly state: RoomPromptProps["state"];
  readonly suggest: (names: Parameters<typeof suggestRoom>[0]) => void;
  readonly children: ComponentChildren;
}

function RoomField({ input, draft, state, suggest, children }: RoomFieldProps) {
  const { names, prompt } = useText().messages;
  const busy = state.name === "joining";
  const notice = state.name === "prompt" ? state.notice : null;
  const isExplained = state.name === "full" || notice !== null;
  return (
    <div class="field">
      <label for="room-name">{prompt.label}</label>
      <input
        ref={input}
        id="room-name"
        name="room"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        readOnly={busy}
        aria-invalid={notice?.kind === "bad-name" ? "true" : undefined}
        aria-describedby={isExplained ? NOTICE_ID : undefined}
        value={draft.value}
        onInput={(event) => draft.value = event.currentTarget.value}
      />
      <button type="button" class="button quiet" disabled={busy} onClick={() => suggest(names)}>
        <Icon name="spark" />
        {prompt.suggest}
      </button>
      {children}
    </div>
  );
}

/** The room of the link that led here, as long as its name stands in the field; else `null`. */
function useInvitation(state: RoomPromptProps["state"], draft: Signal<string>): string | null {
  const invited = useRef(state.name === "prompt" && state.notice === null ? state.room : "");
  const isStill = invited.current !== "" && draft.value === invited.current;
  return isStill && state.name !== "full" ? invited.current : null;
}

/**
 * A room that comes with the state (the address, the server's reading) replaces what was typed: at once,
 * never what was typed since.
 */
function useRoomOf({ room }: RoomPromptProps["state"], draft: Signal<string>): void {
  const known = useRef(room);
  useLayoutEffect(() => {
    if (room !== known.current && room !== "") draft.value = room;
    known.current = room;
  }, [room]);
}

/** Puts the cursor where the answer goes, but opens no keyboard over the picture of a phone. */
function useAttention(
  input: { current: HTMLInputElement | null },
  state: RoomPromptProps["state"],
): void {
  const asked = state.name === "prompt" ? state.notice : state.name === "full" ? state.attempt : 0;
  // At once: what is selected a moment later may be half a new name already.
  useLayoutEffect(() => {
    if (state.name === "joining" || !matchMedia("(hover: hover)").matches) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);
}

function useCancelByEscape(dispatch: Dispatch): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.isComposing) dispatch({ type: "cancel" });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [dispatch]);
}
