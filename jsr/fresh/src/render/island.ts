import {
  type ComponentType,
  createContext,
  Fragment,
  type FunctionComponent,
  h,
  type JSX,
} from "preact";
import { useContext } from "preact/hooks";
import type { Island } from "../build.ts";
import { propsToJson } from "./props.ts";
import { renderState } from "./state.ts";

/** Whether we are inside an island, where other islands are plain components. */
const InsideIsland = createContext(false);

/** A Fragment that renders as an HTML comment, a feature of preact-render-to-string. */
const Comment = Fragment as FunctionComponent<{ UNSTABLE_comment: string }>;

/** A component that renders an island between markers and remembers its props for the browser. */
export function islandRoot(
  island: Island,
  place: (vnode: JSX.Element) => JSX.Element,
): ComponentType {
  const { name } = island;
  const component: ComponentType<object> = island.fn;
  return (props: object) => {
    const isInside = useContext(InsideIsland);
    const state = renderState();
    if (isInside || state === null) return place(h(component, props));
    const index = state.islandProps.push(propsToJson(name, props)) - 1;
    state.islands.add(island);
    const content = h(InsideIsland.Provider, { value: true }, place(h(component, props)));
    return h(
      Fragment,
      null,
      h(Comment, { UNSTABLE_comment: `frsh:island:${name}:${index}:` }),
      content,
      h(Comment, { UNSTABLE_comment: "/frsh:island" }),
    );
  };
}
