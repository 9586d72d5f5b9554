// deno-lint-ignore-file no-explicit-any -- the published defaults and signatures

/** One call of a spy. */
export interface SpyCall<Self = any, Args extends unknown[] = any[], Return = any> {
  /** What it was called with. */
  args: Args;
  /** What it returned, unless it threw. */
  returned?: Return;
  /** What it threw, if it did. */
  error?: Error;
  /** Its `this`, if it had one. */
  self?: Self;
}

/** A function that remembers its calls. */
export interface Spy<Self = any, Args extends unknown[] = any[], Return = any> {
  (this: Self, ...args: Args): Return;
  /** The function spied on. */
  original: (this: Self, ...args: Args) => Return;
  /** The calls so far, oldest first. */
  calls: SpyCall<Self, Args, Return>[];
  /** Whether the method is its own again. */
  restored: boolean;
  /** Puts the method back; throws {@linkcode MockError} where nothing was replaced. */
  restore(): void;
}

/** A spy in the place of a method. */
export interface MethodSpy<Self = any, Args extends unknown[] = any[], Return = any>
  extends Spy<Self, Args, Return>, Disposable {}

/** A class that remembers its instances. */
export interface ConstructorSpy<Self = any, Args extends unknown[] = any[]> {
  new (...args: Args): Self;
  /** The class spied on. */
  original: new (...args: Args) => Self;
  /** The calls of the constructor so far, oldest first. */
  calls: SpyCall<Self, Args, Self>[];
  /** Always `false`: the class itself was never replaced. */
  restored: boolean;
  /** Always throws {@linkcode MockError}: there is nothing to put back. */
  restore(): void;
}

/** Whatever {@linkcode spy} returns. */
export type SpyLike<Self = any, Args extends unknown[] = any[], Return = any> =
  | Spy<Self, Args, Return>
  | ConstructorSpy<Self, Args>;

/** A method replaced by another. */
export interface Stub<Self = any, Args extends unknown[] = any[], Return = any>
  extends MethodSpy<Self, Args, Return> {
  /** What runs instead. */
  fake: (this: Self, ...args: Args) => Return;
}

/** The parameters of a method. */
export type GetParametersFromProp<Self, Prop extends keyof Self> = Self[Prop] extends
  (...args: infer Args) => unknown ? Args : unknown[];

/** What a method returns. */
export type GetReturnFromProp<Self, Prop extends keyof Self> = Self[Prop] extends
  (...args: any[]) => infer Return ? Return : unknown;

/** What a call should have been; what is left out does not matter. */
export interface ExpectedSpyCall<Self = any, Args extends unknown[] = any[], Return = any> {
  /** The arguments, all of them. */
  args?: [...Args, ...unknown[]];
  /** The call's `this`. */
  self?: Self;
  /** What it returned. Not together with `error`. */
  returned?: Return;
  /** The error it threw. Not together with `returned`. */
  error?: {
    /** Its class. */
    Class?: new (...args: any[]) => Error;
    /** A part of its message. */
    msgIncludes?: string;
  };
}

/** What cannot be mocked, or not in this way. */
export class MockError extends Error {
  /** @param message What could not be done, and why. */
  constructor(message: string) {
    super(message);
    this.name = "MockError";
  }
}
