/** What every story needs: the app, people, and at the end proof that nobody called elsewhere. */
import { startApp } from "../rig/app.ts";
import type { RunningApp } from "../rig/app.ts";
import { HALF_THE_FRAMES, SMALL_WINDOW } from "../rig/launch.ts";
import { type LaunchedPerson, type LaunchOptions, launchPerson } from "../rig/person.ts";
import type { Person } from "../rig/people.ts";
import { testUnless } from "../rig/not_run.ts";

/** The people of one story and the server they use. */
export interface Company {
  readonly app: RunningApp;
  /** Starts a person's own browser process; closed at the end of the story. */
  invite(person: Person, options?: LaunchOptions): Promise<LaunchedPerson>;
  /** Starts the browser of somebody who crashed again, with everything it had stored. */
  comeBack(person: LaunchedPerson): Promise<LaunchedPerson>;
  /** Console lines a story provokes on purpose, such as a killed server's. */
  allow(line: RegExp): void;
}

/**
 * Registers a story. However it goes, everybody's console must be clean and every request must have
 * gone to the app's own origin.
 */
export function story(
  title: string,
  play: (company: Company) => Promise<void>,
  whyNot?: string,
): void {
  testUnless(whyNot, `story ${title}`, async () => {
    await using cleanUp = new AsyncDisposableStack();
    const app = cleanUp.use(await startApp());
    const people = new Set<LaunchedPerson>();
    const allowed: RegExp[] = [];
    const close = (person: LaunchedPerson) => {
      people.add(person);
      return person;
    };
    cleanUp.defer(async () => {
      await Promise.all([...people].map((person) => person[Symbol.asyncDispose]()));
    });
    await play({
      app,
      invite: async (person, options = {}) => {
        const { context, ...rest } = options;
        const common = { picture: HALF_THE_FRAMES, context: { ...SMALL_WINDOW, ...context } };
        return close(await launchPerson(person, { ...common, ...rest }));
      },
      comeBack: async (person) => close(await person.comeBack()),
      allow: (line) => allowed.push(line),
    });
    for (const person of people) {
      person.expectClean(allowed);
      person.expectOnlyOwnOrigin();
    }
  });
}

/** Brings a person to the prompt and into a room. */
export async function enter(company: Company, person: LaunchedPerson, room: string): Promise<void> {
  await person.open(company.app.url);
  await person.waitState("prompt");
  await person.join(room);
}

/** Two people in one room who see and hear each other. */
export function meet(
  company: Company,
  people: readonly [Person, Person],
  room: string,
): Promise<[LaunchedPerson, LaunchedPerson]> {
  return meetWith(company, [[people[0], {}], [people[1], {}]], room);
}

type Guest = readonly [person: Person, options: LaunchOptions];

/** The same, each with a browser of their choice. */
export async function meetWith(
  company: Company,
  guests: readonly [Guest, Guest],
  room: string,
  prepare: (person: LaunchedPerson) => Promise<void> = () => Promise.resolve(),
): Promise<[LaunchedPerson, LaunchedPerson]> {
  const two = await Promise.all([company.invite(...guests[0]), company.invite(...guests[1])]);
  await Promise.all(two.map(async (person) => {
    await prepare(person);
    await person.open(company.app.url);
    await person.waitState("prompt");
  }));
  const [first, second] = two;
  await first.join(room);
  await first.waitState("waiting");
  await second.join(room);
  await expectCall(first, second);
  return two;
}

/** Both are connected, and each sees and hears the other and nobody else. */
export async function expectCall(one: LaunchedPerson, other: LaunchedPerson): Promise<void> {
  await Promise.all([one.waitState("connected"), other.waitState("connected")]);
  await Promise.all([one.expectSees(other), other.expectSees(one)]);
}
