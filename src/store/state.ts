import type { Network } from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import type { Command, Lang, Session, Theme, View } from "../session/session.ts";
import type { ExampleId } from "../share/examples.ts";
import type { LinkProblem } from "../share/problem.ts";
import type { Address } from "../steps/address.ts";
import type { Granularity, Plan } from "../steps/plan.ts";

/** A step that was taken, as long as nothing else has been changed since. */
export interface LastStep {
  /** E before it; E after it is the trace's. */
  readonly eBefore: number;
}

/** What the trace that has been asked for brings with it, so that it all appears at once. */
export interface Arrival {
  readonly lastStep: LastStep | null;
  /** Where a link that has just been opened stands; absent after an edit, which keeps the place. */
  readonly place?: Pick<View, "at" | "by">;
}

/**
 * Everything the page shows. `trace`, `plan`, `n` and `view.by` agree in every state: `plan` is
 * the plan of the trace's shape at `view.by`, and `n` the number of `view.at` in it. Only the
 * `session` may be ahead, until the engine has answered.
 */
export interface BackstepData {
  readonly session: Session;
  readonly view: View;
  /** Null until the engine has answered for the first time. */
  readonly trace: Trace | null;
  readonly plan: Plan | null;
  readonly n: number;
  /** Null where the trace is up to date with the session. */
  readonly arrival: Arrival | null;
  readonly lastStep: LastStep | null;
  /** The example that is open, as long as none of its numbers has been changed. */
  readonly example: ExampleId | null;
  /** What could not be used of the link that was opened last, until dismissed. */
  readonly problems: readonly LinkProblem[];
  /** What was open before another link or example was, until dismissed. */
  readonly previousLink: string | null;
  /** Whether the engine died and was started again since the last change. */
  readonly restarted: boolean;
  readonly playing: boolean;
  /** 0.25 to 4 times the normal pace. */
  readonly speed: number;
  /** The number that is being edited. */
  readonly selected: Ref | null;
  /** Key of the Ref under the pointer or the focus, in the drawing or in a formula. */
  readonly hovered: string | null;
  /** The language of links that name none. */
  readonly browserLang: Lang;
  /** Whether a link or the person has named the language: links written from then on name it too. */
  readonly langNamed: boolean;
}

export interface BackstepActions {
  readonly dispatch: (command: Command) => void;
  /** Gradient descent by the trace's own numbers; the place is kept. */
  readonly takeStep: () => void;
  readonly goToStep: (n: number) => void;
  readonly goTo: (address: Address) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** To the first step of the next or previous phase. */
  readonly phase: (direction: -1 | 1) => void;
  readonly togglePlaying: () => void;
  /** One step on, by the player: goes on playing, and stops at the end. */
  readonly advance: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setBy: (by: Granularity) => void;
  readonly coarser: () => void;
  readonly finer: () => void;
  readonly setLang: (lang: Lang) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setDigits: (digits: number) => void;
  readonly select: (ref: Ref | null) => void;
  readonly hover: (key: string | null) => void;
  readonly openLink: (link: string) => void;
  readonly openExample: (id: ExampleId) => void;
  readonly goBackToPrevious: () => void;
  readonly dismissProblems: () => void;
}

export interface BackstepState extends BackstepData {
  readonly actions: BackstepActions;
}

/** What the store asks of the engine: the newest request wins, and the answer may be at once. */
export interface Engine {
  readonly request: (network: Network, rev: number) => void;
}

export interface EngineCallbacks {
  readonly onTrace: (trace: Trace) => void;
  readonly onRestart: () => void;
}
