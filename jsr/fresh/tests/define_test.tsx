import { assertEquals, assertInstanceOf, assertStrictEquals } from "@std/assert";
import type { FunctionComponent } from "preact";
import {
  App,
  createDefine,
  type Define,
  type HandlerByMethod,
  HttpError,
  page,
  type PageProps,
  type RouteData,
} from "fresh";
import { HttpError as RuntimeHttpError } from "fresh/runtime";
import { asking } from "./fixture/build.ts";

interface State {
  user: string;
}

const define: Define<State> = createDefine<State>();

Deno.test("createDefine: its functions return what they are given", () => {
  const handlers = { GET: () => new Response() };
  const component = () => <p />;
  const middleware = () => new Response();
  assertStrictEquals(define.handlers(handlers), handlers);
  assertStrictEquals(define.page(component), component);
  assertStrictEquals(define.layout(component), component);
  assertStrictEquals(define.middleware(middleware), middleware);
});

Deno.test("define: handlers know the state, and give pages the type of their data", async () => {
  const handlers = define.handlers({
    GET: (ctx) => {
      ctx.state.user = "Ada";
      return page({ name: "tea", seats: 2 });
    },
  });
  const Room = define.page<typeof handlers>(({ data }) => (
    <p>{data.name.toUpperCase() + data.seats.toFixed()}</p>
  ));
  const Who = define.layout(({ state, url }) => <p>{`${state.user} ${url.pathname}`}</p>);
  const handler: HandlerByMethod<unknown, State> = handlers;
  const app = new App<State>().route("/room", { component: Who, handler });
  const html = await (await asking(app)("/room")).text();
  assertEquals(html.match(/<p>(.*)<\/p>/)?.[1], "Ada /room");
  assertEquals(typeof Room, "function");
});

Deno.test("RouteData: the type of what a handler passes to its page", () => {
  const handler = () => page({ name: "tea" });
  const data: RouteData<typeof handler> = { name: "typed" };
  assertEquals(data.name, "typed");
});

Deno.test("PageProps: a page without define is typed by it", async () => {
  function Page({ params, data }: PageProps<{ n: number }, State>) {
    return <p>{`${params.id} ${data.n}`}</p>;
  }
  const app = new App<State>().route("/:id", {
    component: Page as FunctionComponent<PageProps<unknown, State>>,
    handler: () => page({ n: 1 }),
  });
  const html = await (await asking(app)("/x")).text();
  assertEquals(html.match(/<p>(.*)<\/p>/)?.[1], "x 1");
});

Deno.test("page: it carries data, status and headers", () => {
  assertEquals(page({ a: 1 }, { status: 201, headers: { "X-A": "1" } }), {
    data: { a: 1 },
    status: 201,
    headers: { "X-A": "1" },
  });
  assertEquals(page().data, undefined);
});

Deno.test("HttpError: it has status, message, cause and name, and is the same class in the runtime", () => {
  const cause = new Error("cause");
  const error = new HttpError(404, "gone", { cause });
  assertInstanceOf(error, Error);
  assertEquals([error.status, error.message, error.name], [404, "gone", "HttpError"]);
  assertStrictEquals(error.cause, cause);
  assertStrictEquals(HttpError, RuntimeHttpError);
});
