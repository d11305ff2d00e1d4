/** From a step of the plan to its equations: pure, and without a number in it. */
import { activationOf } from "../engine/network.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { isTangentKind, type Address } from "../steps/address.ts";
import type { Plan } from "../steps/plan.ts";
import { mapChildren, type Expr } from "./expr.ts";
import type { RelationKind } from "./fill.ts";
import { bindFree, instantiate, type Binding } from "./instantiate.ts";
import {
  ruleFor,
  UPDATE_B,
  UPDATE_B_MATRIX,
  UPDATE_W,
  UPDATE_W_MATRIX,
  type EquationLabel,
  type Rule,
  type Statement,
} from "./rules.ts";
import { tangentRuleFor } from "./tangentRules.ts";

export interface Relation {
  readonly lhs: Expr;
  readonly relation: RelationKind;
  readonly rhs: Expr;
}

/** The product a term step is at, and the sum as far as it has come. */
export interface RunningTerm {
  /** Value of the bound index: the same number as in the step's address. */
  readonly current: number;
  /** `Σ_{j≤2} w_1j^(2) a_j^(1)`: names the partial sum; its bound index stays a symbol. */
  readonly lhs: Expr;
  /** The same sum written out. */
  readonly sum: Expr;
}

export interface Equation {
  /** With symbolic indices, as the homework has it. */
  readonly rule: Relation;
  /** What the symbols of the rule stand for here. */
  readonly binding: Binding;
  /** The rule with its indices put in. */
  readonly instance: Relation;
  /** Forms equal to the instance's right side, on the way to the result. */
  readonly reduced: readonly Expr[];
  /** Set at the steps of single products. */
  readonly running: RunningTerm | null;
}

export interface StepEquation {
  readonly label: EquationLabel;
  /** One, but for the update, which has w and b of every layer, the output layer first. */
  readonly equations: readonly Equation[];
  /** The numbers this step establishes; empty at a step that only adds to a sum. */
  readonly results: readonly Ref[];
}

/** The equation a step stands for. `at` comes from `stepAt(plan, n)`. */
export function equationFor(plan: Plan, at: Address): StepEquation {
  const { shape } = plan;
  const { layout } = shape;
  if (at.kind === "u") return updateEquations(shape, plan.by === "layer");
  const rule = ruleOf(plan, at);
  const binding: Binding = {
    L: layout.L,
    ...(at.l > 0 && { l: at.l }),
    ...(at.l > 0 && at.i > 0 && { [rule.neuron]: at.i }),
    ...(at.kind === "gw" && at.j > 0 && { j: at.j }),
  };
  const current = at.l === 0 ? at.i : at.kind === "gw" ? 0 : at.j;
  const results = current > 0 ? [] : resultsOf(shape, at);
  return { label: rule.label, equations: [equation(rule, binding, shape, current)], results };
}

function ruleOf({ shape, tangent }: Plan, at: Address): Rule {
  const { kind, l } = at;
  if (kind === "u") throw new RangeError("the update has a rule for every layer");
  if (isTangentKind(kind)) {
    if (tangent === null) throw new RangeError(`${kind} is no step of this plan`);
    return tangentRuleFor(kind, at, shape, tangent.seed);
  }
  return ruleFor({
    kind,
    isOutput: l === shape.layout.L,
    activation: activationOf(shape, l),
    loss: shape.loss,
    matrix: l > 0 && at.i === 0,
  });
}

function updateEquations(shape: Shape, matrix: boolean): StepEquation {
  const { L } = shape.layout;
  const equations: Equation[] = [];
  for (let l = L; l >= 2; l--) {
    const [rules, shown] = [
      [UPDATE_W_MATRIX, UPDATE_B_MATRIX],
      matrix ? [UPDATE_W_MATRIX, UPDATE_B_MATRIX] : [UPDATE_W, UPDATE_B],
    ];
    rules.forEach((rule, n) => {
      // The rule speaks of any layer, and is tied to all of them.
      const { rule: _, ...rest } = equation(rule, { L, l }, shape, 0);
      equations.push({ ...rest, rule: relationOf(shown[n]), binding: { L } });
    });
  }
  return { label: "update", equations, results: [ref("nE")] };
}

/**
 * A rule for the indices of `binding`. `current` is the bound index of the product a term step is
 * at, and 0 elsewhere.
 */
export function equation(
  rule: Statement,
  binding: Binding,
  shape: Shape,
  current: number,
): Equation {
  const put = (expr: Expr): Expr => instantiate(expr, binding, shape);
  return {
    rule: relationOf(rule),
    binding,
    instance: { lhs: put(rule.lhs), relation: rule.relation, rhs: put(rule.rhs) },
    reduced: rule.reduced.map(put),
    running: runningTerm(rule, binding, current, put),
  };
}

function relationOf({ lhs, relation, rhs }: Statement): Relation {
  return { lhs, relation, rhs };
}

function runningTerm(
  rule: Statement,
  binding: Binding,
  current: number,
  put: (expr: Expr) => Expr,
): RunningTerm | null {
  if (current === 0 || rule.running === null) return null;
  const partial = endSumAt(rule.running, current);
  return { current, lhs: bindFree(partial, binding), sum: put(partial) };
}

function endSumAt(expr: Expr, upTo: number): Expr {
  return expr.kind === "sumOver"
    ? { ...expr, upTo }
    : mapChildren(expr, (part) => endSumAt(part, upTo));
}

/** Every number the address establishes: one for a neuron or edge, all of them for a layer. */
function resultsOf(shape: Shape, { kind, l, i, j }: Address): Ref[] {
  const { sizes } = shape.layout;
  if (kind === "E") return [ref("E")];
  if (kind === "x") return count(sizes[0], (m) => ref("a", 1, m));
  if (kind === "u") return [ref("nE")];
  if (kind === "tE") return [ref("tE")];
  if (i > 0) return [ref(kind, l, i, kind === "gw" ? j : 0)];
  if (kind !== "gw") return count(sizes[l - 1], (m) => ref(kind, l, m));
  return count(sizes[l - 1], (m) => m)
    .flatMap((m) => count(sizes[l - 2], (n) => ref("gw", l, m, n)))
    .filter((r) => edgeExists(shape, r.l, r.i, r.j));
}

function count<T>(n: number, make: (m: number) => T): T[] {
  return Array.from({ length: n }, (_, m) => make(m + 1));
}
