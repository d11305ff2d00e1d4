import type { Network } from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import type { CommandName } from "../session/names.ts";
import type { ForwardChoice } from "../session/forward.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Selection } from "../session/selection.ts";
import type { Command, Lang, Passage, Session, Tab, Theme, View } from "../session/session.ts";
import type { Whereabouts } from "../session/whereabouts.ts";
import type { ExampleId } from "../share/examples.ts";
import type { LinkProblem } from "../share/problem.ts";
import type { Address } from "../steps/address.ts";
import type { Claims } from "../steps/known.ts";
import type { Granularity, Plan } from "../steps/plan.ts";
import type { History } from "./history.ts";

/** A step that was taken, as long as nothing else has been changed since. */
export interface LastStep {
  /** E before it; E after it is the trace's. */
  readonly eBefore: number;
}

/** What the trace that has been asked for brings with it, so that it all appears at once. */
export interface Arrival {
  readonly lastStep: LastStep | null;
  /** Where one stands in another network; absent after an edit of numbers, which keeps the place. */
  readonly place?: Whereabouts;
}

/** Slots and weights of removed connections, which a link has no place for. */
export type ParkedWeights = readonly (readonly [slot: number, weight: number])[];

/** Work that the browser kept from an earlier page. */
export interface KeptWork {
  readonly link: string;
  /** Whether it is more than an example as it comes. */
  readonly edited: boolean;
  readonly parked: ParkedWeights;
  /** Whether the page is loaded again at its address, which is older than it. */
  readonly continues: boolean;
}

/** What a file says. */
export interface FileWork {
  readonly network: Network;
  readonly parked: Session["parked"];
  readonly view: Partial<View>;
}

/** Work that another one was opened over. */
export interface PreviousWork {
  readonly link: string;
  /** Whether it was open in this page, or kept in the browser from an earlier one. */
  readonly from: "page" | "browser";
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
  /**
   * The trace with one input moved, where the view plays that pass: the drawing and the step show
   * its numbers, everything else those of `trace`.
   */
  readonly moved: Trace | null;
  readonly plan: Plan | null;
  readonly n: number;
  /** Null where the trace is up to date with the session. */
  readonly arrival: Arrival | null;
  readonly lastStep: LastStep | null;
  /** The example that is open, as long as none of its numbers has been changed. */
  readonly example: ExampleId | null;
  /** What could not be used of the link that was opened last, until dismissed. */
  readonly problems: readonly LinkProblem[];
  /** What can be gone back to with one click, until dismissed. */
  readonly previousWork: PreviousWork | null;
  /**
   * Whether the page has opened the work that the browser kept: from an earlier visit, or from
   * before it was loaded again. Until dismissed.
   */
  readonly restored: "visit" | "reload" | null;
  /** Whether the browser keeps nothing; said once, until dismissed. */
  readonly unkept: boolean;
  readonly history: History;
  /** The change that undoing would take back; null where there is none. */
  readonly undoName: CommandName | null;
  readonly redoName: CommandName | null;
  /** Why the last command was refused, until the next change or dismissed. */
  readonly refused: Refusal | null;
  /** Whether the engine died and was started again since the last change. */
  readonly restarted: boolean;
  readonly playing: boolean;
  /** 0.25 to 4 times the normal pace. */
  readonly speed: number;
  /** The number that is being edited. */
  readonly selected: Ref | null;
  /** Key of the Ref under the pointer or the focus, in the drawing or in a formula. */
  readonly hovered: string | null;
  /** What is said of part (b)'s δ instead of backpropagation's, where the view steps through it. */
  readonly claimed: Claims | null;
  /** The language of links that name none. */
  readonly browserLang: Lang;
  /** Whether a link or the person has named the language: links written from then on name it too. */
  readonly langNamed: boolean;
}

export interface BackstepActions {
  /**
   * Commands with one gesture key, one after the other, are one entry for undo. `atOnce`: the
   * numbers are there when this returns, as a number that follows a hand needs them.
   */
  readonly dispatch: (
    command: Command,
    options?: { readonly gesture?: string | null; readonly atOnce?: boolean },
  ) => void;
  /** The scrub, or the typing in a field, is over: the next command is another entry. */
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
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
  readonly setTab: (tab: Tab) => void;
  readonly setForward: (forward: ForwardChoice) => void;
  /** Chooses within the views of the derivation, of ∂y/∂x and of the gradient check. */
  readonly choose: (chosen: Partial<Selection>) => void;
  /** Shows a statement of the sheet, or another part of the derivation. */
  readonly openPassage: (eq: Passage) => void;
  readonly select: (ref: Ref | null) => void;
  readonly hover: (key: string | null) => void;
  /** Shows other δ than backpropagation's in the drawing; null ends that. */
  readonly claim: (claimed: Claims | null) => void;
  readonly openLink: (link: string) => void;
  readonly openExample: (id: ExampleId) => void;
  /** The stage without a network. */
  readonly openEmpty: () => void;
  readonly openFile: (work: FileWork) => void;
  readonly goBackToPrevious: () => void;
  readonly dismissProblems: () => void;
  readonly dismissRefusal: () => void;
  /** The browser has refused to keep the work. */
  readonly reportUnkept: () => void;
}

export interface BackstepState extends BackstepData {
  readonly actions: BackstepActions;
}

/** What the store asks of the engine. The newest request wins. */
export interface Engine {
  /** The answer may come at any time, before this returns as well. */
  readonly request: (network: Network, rev: number) => void;
  /** The answer comes before this returns. */
  readonly requestAtOnce: (network: Network, rev: number) => void;
}

export interface EngineCallbacks {
  readonly onTrace: (trace: Trace) => void;
  readonly onRestart: () => void;
}
