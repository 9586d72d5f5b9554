import {
  type ComponentChildren,
  type ComponentType,
  createContext,
  Fragment,
  type FunctionComponent,
  h,
  isValidElement,
  type JSX,
} from "preact";
import { useContext } from "preact/hooks";
import type { Island } from "../build.ts";
import { isSignal } from "../serialize/encode.ts";
import { type RenderState, renderState } from "./state.ts";

/** Whether we are inside an island, where other islands are plain components. */
const InsideIsland = createContext(false);

/** A Fragment that renders as an HTML comment, a feature of preact-render-to-string. */
const Comment = Fragment as FunctionComponent<{ UNSTABLE_comment: string }>;

type Props = Record<string, ComponentChildren>;

/** A component that renders an island between markers and remembers its props for the browser. */
export function islandRoot(
  island: Island,
  key: unknown,
  place: (vnode: JSX.Element) => JSX.Element,
): ComponentType {
  const component = island.fn as ComponentType<Props>;
  return (props: Props) => {
    const isInside = useContext(InsideIsland);
    const state = renderState();
    if (isInside || state === null) {
      return place(h(component, props));
    }
    const own = withSlots(state, props);
    const index = state.islandProps.push({ props: own }) - 1;
    state.islands.add(island);
    const name = `${island.name}:${index}:${String(key ?? "").replaceAll(":", "_")}`;
    const content = h(InsideIsland.Provider, { value: true }, place(h(component, own)));
    return marked("island", name, content);
  };
}

/** Replaces children and JSX props with slots that the browser can find again. */
function withSlots(state: RenderState, props: Props): Props {
  const entries = Object.entries(props).map(([name, value]) => {
    // Signals pass for elements, but cross as signals.
    const isJsx = isValidElement(value) && !isSignal(value);
    if (name !== "children" && !isJsx) return [name, value];
    const id = state.slots.length;
    state.slots.push({ id, name, content: value, rendered: false });
    return [name, h(Slot, { id, name }, value)];
  });
  return Object.fromEntries(entries);
}

interface SlotProps {
  id: number;
  name: string;
  children?: ComponentChildren;
}

function Slot({ id, name, children }: SlotProps): JSX.Element {
  const slot = renderState()?.slots[id];
  if (slot !== undefined) slot.rendered = true;
  return marked(
    "slot",
    `${id}:${name}`,
    h(InsideIsland.Provider, { value: false }, children),
  );
}

/** The id and name of a slot, `undefined` for any other value. */
export function slotOf(value: unknown): { id: number; name: string } | undefined {
  if (!isValidElement(value) || value.type !== Slot) return undefined;
  const { id, name } = value.props as SlotProps;
  return { id, name };
}

function marked(kind: string, name: string, content: ComponentChildren): JSX.Element {
  return h(
    Fragment,
    null,
    h(Comment, { UNSTABLE_comment: `frsh:${kind}:${name}` }),
    content,
    h(Comment, { UNSTABLE_comment: `/frsh:${kind}` }),
  );
}
