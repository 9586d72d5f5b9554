import { Fragment, h, type JSX } from "preact";
import { statusOf } from "../error.ts";
import { encode } from "../serialize/encode.ts";
import { slotOf } from "./island.ts";
import { type RenderState, renderState } from "./state.ts";

/** At the end of the body: slots no island rendered, and the script that hydrates the islands. */
export function BootScript(): JSX.Element | null {
  const state = renderState();
  if (state === null || state.booted) return null;
  if (state.islands.size === 0 && !state.build.alwaysBoot) return null;
  state.booted = true;
  return h(Fragment, null, pendingSlots(state), h(BootCode, null), devError(state));
}

/** Rendered after the slots, which may contain islands of their own. */
function BootCode(): JSX.Element | null {
  const state = renderState();
  return state === null ? null : h("script", {
    type: "module",
    nonce: state.nonce,
    dangerouslySetInnerHTML: { __html: bootCode(state) },
  });
}

/** Below the error page in development: what went wrong, for the person who can mend it. */
function devError({ build, error }: RenderState): JSX.Element | null {
  if (!build.alwaysBoot || error === null || statusOf(error) < 500) return null;
  return h("pre", null, error instanceof Error ? error.stack : String(error));
}

function pendingSlots(state: RenderState): JSX.Element[] {
  return state.slots.filter((slot) => !slot.rendered).map((
    { id, name, content },
  ) => h("template", { id: `frsh-${id}-${name}` }, content));
}

function bootCode({ build, basePath, islands, islandProps }: RenderState): string {
  const url = (file: string) => JSON.stringify(basePath + file);
  const imports = [...islands].map(({ name, exportName, file }) =>
    `import { ${exportName} as ${name} } from ${url(file)};`
  );
  const names = [...islands].map(({ name }) => name).join(",");
  // "<" could end the script element or start a comment.
  const props = JSON.stringify(encode(islandProps, { Slot: slotOf }))
    .replaceAll("<", "\\u003C");
  return `import { boot } from ${url(build.clientEntry)};${
    imports.join("")
  }boot({${names}},${props});`;
}
