/** Whether backpropagation and another method say the same of a parameter, and why if they do not. */
import type { Comparison, GradientCheck } from "../../engine/check.ts";
import { neuronIndex, weightIndex } from "../../engine/layout.ts";
import { ref, type Ref } from "../../engine/ref.ts";
import { edgeExists, type Shape } from "../../engine/trace.ts";
import type { Chosen } from "../../session/selection.ts";

/** What backpropagation is held against. */
export type Rival = Chosen<"against">;

/**
 * From best to worst: the same but for rounding; 0 by both methods, as is everything it would be
 * compared with; close; a central difference across a kink; a difference that the rounding of E
 * explains; further apart than that; no number to compare.
 */
export const LEVELS = ["agrees", "zero", "close", "kink", "noise", "apart", "none"] as const;
export type Level = (typeof LEVELS)[number];

/** Largest disagreement that is called agreement, and closeness. */
export const TOLERANCE = { agrees: 1e-6, close: 1e-3 } as const;
/** E is a sum of many roundings; their difference may be this many times that of its last. */
const ROUNDINGS = 8;

/** A weight with an edge, or a bias. */
export interface Parameter {
  readonly ref: Ref;
  readonly q: "w" | "b";
  /** In the weight array or the neuron array. */
  readonly slot: number;
}

/** Neuron by neuron: the weights of its edges, then its bias. */
export function parametersOf(shape: Pick<Shape, "layout" | "mask">): Parameter[] {
  const { layout } = shape;
  const found: Parameter[] = [];
  for (let l = 2; l <= layout.L; l++) {
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      for (let j = 1; j <= layout.sizes[l - 2]; j++) {
        if (!edgeExists(shape, l, i, j)) continue;
        found.push({ ref: ref("w", l, i, j), q: "w", slot: weightIndex(layout, l, i, j) });
      }
      found.push({ ref: ref("b", l, i), q: "b", slot: neuronIndex(layout, l, i) });
    }
  }
  return found;
}

export interface Judged extends Parameter {
  readonly level: Level;
  readonly disagreement: number;
}

export function judge(
  check: GradientCheck,
  rival: Rival,
  parameters: readonly Parameter[],
): Judged[] {
  const tested = groupsTested(check, rival, parameters);
  return parameters.map((parameter) => ({
    ...parameter,
    level: tested.has(groupOf(parameter)) ? levelOf(check, rival, parameter) : "zero",
    disagreement: check[rival].disagreement[parameter.q][parameter.slot],
  }));
}

/** The weights, or the biases, of a layer are compared with the largest of them. */
function groupOf({ ref: { q, l } }: Parameter): string {
  return `${q}.${l}`;
}

/** Those groups in which some gradient is not 0 by both methods. */
function groupsTested(
  check: GradientCheck,
  rival: Rival,
  parameters: readonly Parameter[],
): ReadonlySet<string> {
  const { gradient } = check[rival];
  return new Set(
    parameters
      .filter(({ q, slot }) => check.backprop[q][slot] !== 0 || gradient[q][slot] !== 0)
      .map(groupOf),
  );
}

/** The groups that are 0 throughout, as the Ref of their first entry without its neurons. */
export function groupsAtZero(judged: readonly Judged[]): readonly Ref[] {
  const groups = judged
    .filter(({ level }) => level === "zero")
    .map((parameter) => [groupOf(parameter), ref(parameter.q, parameter.ref.l)] as const);
  return [...new Map(groups).values()];
}

/**
 * What the largest disagreement comes to: nothing to compare; no number; 0 = 0 throughout; the same
 * everywhere; or a number at the parameter it is found at.
 */
export type Verdict = "empty" | "noNumber" | "zero" | "same" | Judged;

export function verdictOf(judged: readonly Judged[]): Verdict {
  if (judged.length === 0) return "empty";
  if (judged.every(({ level }) => level === "none")) return "noNumber";
  if (judged.every(({ level }) => level === "zero")) return "zero";
  const [worst] = worstFirst(judged);
  return worst.disagreement === 0 ? "same" : worst;
}

function levelOf(check: GradientCheck, rival: Rival, { q, slot }: Parameter): Level {
  const { gradient, disagreement }: Comparison = check[rival];
  const off = disagreement[q][slot];
  if (Number.isNaN(off)) return "none";
  const [own, other] = [check.backprop[q][slot], gradient[q][slot]];
  const noise = rival === "central" ? ROUNDINGS * check.rounding[q][slot] : 0;
  // What is lost in rounding altogether is no agreement, however small beside its neighbours.
  if (own !== other && Math.max(Math.abs(own), Math.abs(other)) <= noise) return "noise";
  if (off <= TOLERANCE.agrees) return "agrees";
  if (rival === "central" && check.kinks[q][slot] === 1) return "kink";
  if (Math.abs(own - other) <= noise) return "noise";
  return off <= TOLERANCE.close ? "close" : "apart";
}

/** The worst first, what is not a number before all others; equals keep their order. */
export function worstFirst(judged: readonly Judged[]): Judged[] {
  const size = ({ disagreement }: Judged): number =>
    Number.isNaN(disagreement) ? Infinity : disagreement;
  return judged.toSorted((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)));
}

/** How many parameters are at each level that occurs, from best to worst. */
export function countLevels(
  judged: readonly Judged[],
): readonly { readonly level: Level; readonly count: number }[] {
  return LEVELS.map((level) => ({
    level,
    count: judged.filter((parameter) => parameter.level === level).length,
  })).filter(({ count }) => count > 0);
}
