import { Fragment, h, type JSX } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { Build } from "../build.ts";
import type { Context, Ui } from "../context.ts";
import { renderComponent } from "./component.ts";
import "./hooks.ts";
import { setNonce } from "./nonce.ts";
import { BootScript } from "./scripts.ts";
import { RenderState, withRenderState } from "./state.ts";

/** Renders a page inside its layouts and app wrapper to an HTML response. */
export async function renderResponse<State>(
  ctx: Context<State>,
  build: Build,
  ui: Ui<State>,
  page: JSX.Element | null,
  init: ResponseInit,
): Promise<Response> {
  let content = page;
  for (const layout of ui.layouts.toReversed()) {
    const inner = content;
    const outer = await renderComponent(ctx, layout, undefined, () => inner);
    if (outer instanceof Response) return outer;
    content = outer;
  }

  let inside: JSX.Element | null = null;
  const app = ui.app === null ? null : await renderComponent(ctx, ui.app, undefined, () => inside);
  if (app instanceof Response) return app;

  const state = new RenderState(build, ctx.url, ctx.config.basePath, ctx.error);
  const html = withRenderState(state, () => {
    // The page first: what it puts into <Head> is needed when the app wrapper is rendered.
    const body = renderToString(content ?? h(Fragment, null));
    if (app === null) return completed(body, state);
    inside = jsxTemplate([body]);
    return completed(renderToString(app), state);
  });

  const headers = new Headers(init.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (state.booted) headers.append("Link", preloads(state));
  const response = new Response(`<!DOCTYPE html>${html}`, { ...init, headers });
  setNonce(response, state.nonce);
  return response;
}

/** Puts the elements around the page that it did not render itself. */
function completed(html: string, state: RenderState): string {
  const { seen } = state;
  if (seen.has("html") && seen.has("head") && seen.has("body")) return html;
  let content = jsxTemplate([html]);
  if (!seen.has("body")) {
    content = h("body", null, content, h(BootScript, null));
  }
  if (!seen.has("head")) {
    content = h(Fragment, null, h("head", null, h("meta", { charset: "utf-8" })), content);
  }
  if (!seen.has("html")) content = h("html", null, content);
  return renderToString(content);
}

function preloads({ build, basePath, islands }: RenderState): string {
  const files = [build.clientEntry, ...[...islands].map(({ file }) => file)];
  return files
    .map((file) => `<${encodeURI(basePath + file)}>; rel="modulepreload"; as="script"`)
    .join(", ");
}
