import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { createDefine, HttpError, page, type PageProps } from "fresh";

interface State {
  user: string;
}

const define = createDefine<State>();

Deno.test("createDefine: its functions return what they are given", () => {
  const handlers = { GET: () => new Response() };
  const component = () => <p />;
  assertStrictEquals(define.handlers(handlers), handlers);
  assertStrictEquals(define.page(component), component);
});

Deno.test("define: handlers know the state, and give pages the type of their data", () => {
  const handler = define.handlers({
    GET: (ctx) => {
      ctx.state.user = "Ada";
      return page({ name: "tea", seats: 2 });
    },
  });
  const Room = define.page<typeof handler>(({ data, state }) => (
    <p>{data.name.toUpperCase() + data.seats.toFixed() + state.user}</p>
  ));
  const Typed = ({ params, data }: PageProps<{ n: number }, State>) => (
    <p>{`${params.id} ${data.n.toFixed()}`}</p>
  );
  assertEquals([typeof Room, typeof Typed], ["function", "function"]);
});

Deno.test("page: it carries data, status and headers", () => {
  const options = { status: 201, headers: { "X-A": "1" } };
  assertEquals(page({ a: 1 }, options), { data: { a: 1 }, ...options });
});

Deno.test("HttpError: it has status, message, cause and name", () => {
  const cause = new Error("cause");
  const error = new HttpError(404, "gone", { cause });
  assert(error instanceof Error);
  assertEquals([error.status, error.message, error.name], [404, "gone", "HttpError"]);
  assertStrictEquals(error.cause, cause);
});
