import { Fragment, type FunctionComponent, h, type JSX } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { Build } from "../build.ts";
import { BootScript, preloads } from "./boot_script.ts";
import "./hooks.ts";
import { setNonce } from "./nonce.ts";
import { RenderState, withRenderState } from "./state.ts";

/** What is rendered: a page, and what is put around it. */
export interface Document {
  build: Build;
  page: JSX.Element | null;
  /** The app wrapper around the component it is given. */
  wrap?: (Component: FunctionComponent) => JSX.Element;
}

/** Renders a page inside its app wrapper to an HTML response. */
export function renderDocument({ build, page, wrap }: Document, init: ResponseInit): Response {
  const state = new RenderState(build);
  const html = withRenderState(state, () => {
    // The page first: what it puts into <Head> is needed when the app wrapper is rendered.
    const body = renderToString(page ?? h(Fragment, null));
    const whole = wrap === undefined ? body : renderToString(wrap(() => jsxTemplate([body])));
    return completed(whole, state.seen);
  });
  const headers = new Headers(init.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const link = preloads(state);
  if (link !== undefined) headers.append("Link", link);
  const response = new Response(`<!DOCTYPE html>${html}`, { ...init, headers });
  setNonce(response, state.nonce);
  return response;
}

/** Puts the elements around the page that it did not render itself. */
function completed(html: string, seen: ReadonlySet<string>): string {
  if (seen.has("html") && seen.has("head") && seen.has("body")) return html;
  let content = jsxTemplate([html]);
  if (!seen.has("body")) content = h("body", null, content, h(BootScript, null));
  if (!seen.has("head")) {
    content = h(Fragment, null, h("head", null, h("meta", { charset: "utf-8" })), content);
  }
  if (!seen.has("html")) content = h("html", null, content);
  return renderToString(content);
}
