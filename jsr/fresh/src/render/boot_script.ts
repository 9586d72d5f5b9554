import { h, type JSX } from "preact";
import { type RenderState, renderState } from "./state.ts";

/** At the end of the body: the script that hydrates the islands. */
export function BootScript(): JSX.Element | null {
  const state = renderState();
  if (state === null || !isNeeded(state)) return null;
  const { nonce } = state;
  return h("script", {
    ...{ type: "module", nonce },
    dangerouslySetInnerHTML: { __html: bootCode(state) },
  });
}

/** Has the browser fetch what the boot script imports while it still reads the page. */
export function preloads(state: RenderState): string | undefined {
  if (!isNeeded(state)) return undefined;
  return [state.build.clientEntry, ...[...state.islands].map(({ file }) => file)]
    .map((file) => `<${encodeURI(file)}>; rel="modulepreload"; as="script"`)
    .join(", ");
}

function isNeeded({ build, islands }: RenderState): boolean {
  return islands.size > 0 || build.alwaysBoot;
}

function bootCode({ build, islands, islandProps }: RenderState): string {
  const imports = [
    `import { boot } from ${JSON.stringify(build.clientEntry)};`,
    ...[...islands].map(({ name, file }) => `import ${name} from ${JSON.stringify(file)};`),
  ];
  const names = [...islands].map(({ name }) => name).join(",");
  // "<" could end the script element or start a comment.
  const props = JSON.stringify(`[${islandProps.join(",")}]`).replaceAll("<", "\\u003C");
  return `${imports.join("")}boot({${names}},${props});`;
}
