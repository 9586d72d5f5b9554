import {
  type AnyComponent,
  type FunctionComponent,
  h,
  type JSX,
  type RenderableProps,
} from "preact";
import type { Context } from "../context.ts";

/** What a page, a layout and an app wrapper receive. */
export type PageProps<Data = unknown, T = unknown> =
  & Pick<
    Context<T>,
    | "config"
    | "url"
    | "req"
    | "params"
    | "info"
    | "state"
    | "isPartial"
    | "Component"
    | "error"
    | "route"
  >
  & { data: Data };

/** A component that may wait for data, and may answer with a response of its own. */
export interface AsyncComponent<Props> {
  (
    props: RenderableProps<Props>,
    // The same type as in Preact's function components, so that both give arrow functions theirs.
    context?: Parameters<FunctionComponent<Props>>[1],
  ): Promise<JSX.Element | Response | null>;
}

/** A page, layout or app wrapper. */
export type RouteComponent<State> =
  | AnyComponent<PageProps<unknown, State>>
  | AsyncComponent<PageProps<unknown, State>>;

/** Makes the element of a page or layout; async components are awaited first. */
export async function renderComponent<State>(
  ctx: Context<State>,
  component: RouteComponent<State>,
  data: unknown,
  Component: FunctionComponent,
): Promise<JSX.Element | Response | null> {
  const { config, url, req, params, info, state, isPartial, error, route } = ctx;
  const props: PageProps<unknown, State> = {
    ...{ config, url, req, params, info, state, isPartial, error, route },
    Component,
    data,
  };
  return isAsync<PageProps<unknown, State>>(component)
    ? await component(props)
    : h(component as AnyComponent<PageProps<unknown, State>>, props);
}

function isAsync<Props>(component: unknown): component is AsyncComponent<Props> {
  return typeof component === "function" &&
    component.constructor.name === "AsyncFunction";
}
