import { useMemo } from "react";
import { ref, type Ref } from "../engine/ref.ts";
import type { StepFacts } from "../i18n/en/steps.ts";
import type { Messages } from "../i18n/messages.ts";
import type { Address } from "../steps/address.ts";
import { phaseOf, stepAt, stepOf, type Phase, type Plan } from "../steps/plan.ts";
import { useBackstep, useMessages } from "./context.ts";

/** A step in words. */
export interface StepWords {
  readonly phase: Phase | null;
  /** "Backward δ · layer 2 · neuron 1". */
  readonly where: string;
  readonly title: string;
  readonly prose: string;
  /** Where and what, for assistive technology. */
  readonly spoken: string;
  /** The quantity the step finds, if it is a single one. */
  readonly symbol: Ref | null;
}

/** The words of step n of a plan. */
export function stepWords(messages: Messages, plan: Plan, n: number): StepWords {
  const { steps, ui } = messages;
  const at = stepAt(plan, n);
  const { layout, activations, loss } = plan.shape;
  const facts: StepFacts = {
    by: plan.by,
    l: at.l,
    i: at.i,
    j: at.j,
    L: layout.L,
    loss,
    softmax: activations.at(-1) === "softmax",
    product: isProduct(at),
  };
  const kind = at.kind === "d" && at.l === layout.L ? "dOut" : at.kind;
  const words = steps[kind];
  const phase = phaseOf(plan, n);
  const where = [phase === null ? steps.start : ui.phases[phase], ...place(messages, at)].join(
    " · ",
  );
  const title = words.title(facts);
  return {
    phase,
    where,
    title,
    prose: words.prose(facts),
    spoken: ui.spokenStep(where, title),
    symbol: symbolOf(at),
  };
}

/**
 * Where an address leads, and the quantity found there if it is a single one: a whole layer is
 * called one, though the step that completes it is a neuron's.
 */
export function leadWords(
  messages: Messages,
  plan: Plan,
  at: Address,
): Pick<StepWords, "where" | "symbol"> {
  const { phase, where } = stepWords(messages, plan, stepOf(plan, at));
  const isLayer = phase !== null && at.l > 0 && at.i === 0;
  return {
    where: isLayer ? [messages.ui.phases[phase], ...place(messages, at)].join(" · ") : where,
    symbol: symbolOf(at),
  };
}

/** The words of the step on the screen; null until the first numbers are there. */
export function useStepWords(): StepWords | null {
  const messages = useMessages();
  const plan = useBackstep((state) => state.plan);
  const n = useBackstep((state) => state.n);
  return useMemo(() => (plan === null ? null : stepWords(messages, plan, n)), [messages, plan, n]);
}

function isProduct(at: Address): boolean {
  return at.l === 0 ? at.i > 0 : at.kind !== "gw" && at.j > 0;
}

function place({ steps }: Messages, at: Address): string[] {
  if (at.l === 0) return at.i > 0 ? [steps.product(at.i)] : [];
  const parts = [steps.layer(at.l)];
  if (at.kind === "gw" && at.i > 0) return [...parts, steps.weight(at.i, at.j)];
  if (at.i > 0) parts.push(steps.neuron(at.i));
  if (isProduct(at)) parts.push(steps.product(at.j));
  return parts;
}

function symbolOf(at: Address): Ref | null {
  switch (at.kind) {
    case "x":
    case "u":
      return null;
    case "E":
    case "tE":
      return ref(at.kind);
    case "gw":
      return ref("gw", at.l, at.i, at.j);
    default:
      return ref(at.kind, at.l, at.i);
  }
}
