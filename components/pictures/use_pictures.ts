import type { Signal } from "@preact/signals";
import { h, type RefObject, render } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { CallView } from "../../call/view.ts";
import { useExtraText } from "../extra_text.ts";
import { useText } from "../text.ts";
import { FloatingWindow } from "./FloatingWindow.tsx";
import { createPictures, type Pictures } from "./pictures.ts";

export interface PicturesOptions {
  readonly view: CallView;
  readonly stage: RefObject<HTMLElement>;
  /** Set as long as the person has a seat. */
  readonly pictures: Signal<Pictures | null>;
  readonly hasFriend: boolean;
}

/** The model of the pictures for as long as there is a seat, and the window of its own it may open. */
export function usePictures({ view, stage, pictures, hasFriend }: PicturesOptions): void {
  useLayoutEffect(() => {
    if (stage.current === null) return;
    const made = createPictures(view, stage.current);
    pictures.value = made;
    return () => {
      pictures.value = null;
      made.reset();
      made.stop();
    };
  }, []);
  useEffect(() => {
    if (!hasFriend) pictures.peek()?.reset();
  }, [hasFriend]);
  useFloatingWindow(view, pictures.value);
}

function useFloatingWindow(view: CallView, pictures: Pictures | null): void {
  const text = useText();
  const extras = useExtraText();
  const floating = pictures?.floating;
  const now = floating?.now.value ?? null;
  const page = now?.is === "window" ? now.document : null;
  useEffect(() => {
    if (page === null) return;
    page.documentElement.lang = text.locale;
    page.title = document.title;
    dress(page);
    return () => render(null, page.body);
  }, [page]);
  useEffect(() => {
    if (page === null || floating === undefined) return;
    render(h(FloatingWindow, { view, text, extras, close: floating.close }), page.body);
  });
}

/** The same style sheets as here: what the policy of the page allows holds there, too. */
function dress(page: Document): void {
  page.documentElement.dataset.floating = "";
  for (const { href } of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    const link = page.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    page.head.append(link);
  }
}
