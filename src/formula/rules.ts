/**
 * The homework's rules as formulas, in its corrected notation (errata, section 0): index form and
 * matrix form. Nothing here knows a number or a size.
 */
import type { Activation, Loss } from "../engine/network.ts";
import type { StepKind, TangentKind } from "../steps/address.ts";
import {
  array,
  call,
  diag,
  difference,
  exp,
  fraction,
  group,
  hadamard,
  half,
  literal,
  log,
  matmul,
  negative,
  outer,
  product,
  scalar,
  square,
  sum,
  sumOver,
  transpose,
  value,
  type Expr,
} from "./expr.ts";
import type { RelationKind } from "./fill.ts";

/** Where the sheet states a rule; "update" and "tangent" have no number there. */
export type EquationLabel = "table1" | "3a" | "3b" | "3c" | "update" | "tangent";

/** A rule as such, wherever it is stated. */
export interface Statement {
  /** `gets` is the assignment ← of an update. */
  readonly relation: RelationKind;
  readonly lhs: Expr;
  readonly rhs: Expr;
  /** Equal forms on the way to the result, in order, with `value` parts already worked out. */
  readonly reduced: readonly Expr[];
  /** The bound sum (with what stands before it) that term steps go through; null if none. */
  readonly running: Expr | null;
}

/** A rule the steps are told by. */
export interface Rule extends Statement {
  readonly label: EquationLabel;
  /** The symbol the address's neuron index stands for: the sheet writes δ_j for hidden layers. */
  readonly neuron: "i" | "j";
}

function rule(
  label: EquationLabel,
  lhs: Expr,
  rhs: Expr,
  rest: Partial<Pick<Rule, "relation" | "reduced" | "running" | "neuron">> = {},
): Rule {
  return { label, lhs, rhs, relation: "equals", reduced: [], running: null, neuron: "i", ...rest };
}

const ONE = literal(1);
const w = scalar("w", "l", "i", "j");
const b = scalar("b", "l", "i");
const z = scalar("z", "l", "i");
const a = scalar("a", "l", "i");
const before = scalar("a", "l-1", "j");
const aOut = scalar("a", "L", "i");
const tOut = scalar("t", 0, "i");
const aK = scalar("a", "L", "k");
const tK = scalar("t", 0, "k");
const error = difference(aOut, tOut);

/** a^(1) = x (Table 1). */
const input = rule("table1", array("a", 1), array("a", 1, "x"));

/** z_i = Σ_j w_ij a_j + b_i (Table 1). */
const weighted = sumOver("j", "l-1", product(w, before));
const affine = rule("table1", z, sum(weighted, b), {
  reduced: [sum(sumOver("j", "l-1", value(product(w, before))), b)],
  running: weighted,
});
const affineMatrix = rule(
  "table1",
  array("z", "l"),
  sum(matmul(array("w", "l"), array("a", "l-1")), array("b", "l")),
  { reduced: [sum(value(matmul(array("w", "l"), array("a", "l-1"))), array("b", "l"))] },
);

/** a_i = σ(z_i) (Table 1); σ acts on each component. */
const activation = rule("table1", a, call("activation", z));
const activationMatrix = rule("table1", array("a", "l"), call("activation", array("z", "l")));

/** Softmax couples the outputs of its layer (errata S7). */
const zOut = scalar("z", "L", "i");
const exponentials = sumOver("k", "L", exp(scalar("z", "L", "k")));
const softmax = rule("table1", aOut, fraction(exp(zOut), exponentials));
const softmaxMatrix = rule(
  "table1",
  array("a", "L"),
  call("activation", array("z", "L"), "softmax"),
);

/** E: half the squared L2 norm (Table 1, errata S9), and the two cross-entropies. */
const squares = sumOver("k", "L", square(difference(aK, tK)));
const lossHalfSquares = rule("table1", scalar("E"), half(squares), {
  reduced: [half(sumOver("k", "L", value(square(difference(aK, tK)))))],
  running: half(squares),
});
const surprise = sumOver("k", "L", product(tK, log(aK)));
const lossCrossEntropy = rule("table1", scalar("E"), negative(surprise), {
  reduced: [negative(sumOver("k", "L", product(tK, value(log(aK)))))],
  running: negative(surprise),
});
const bits = (inner: (part: Expr) => Expr): Expr =>
  sumOver(
    "k",
    "L",
    group(
      sum(product(tK, inner(log(aK))), product(group(difference(ONE, tK)), inner(log(aK, true)))),
    ),
  );
const lossBinary = rule("table1", scalar("E"), negative(bits((part) => part)), {
  reduced: [negative(bits(value))],
  running: negative(bits((part) => part)),
});
const LOSS_RULE: Record<Loss, Rule> = {
  l2: lossHalfSquares,
  ce: lossCrossEntropy,
  bce: lossBinary,
};

/** δ_i^(L) (3c, errata E3), and what it becomes under the other losses and under softmax. */
const dOut = scalar("d", "L", "i");
const slopeOut = call("slope", zOut);
const deltaOut = rule("3c", dOut, product(error, slopeOut), {
  reduced: [product(value(error), value(slopeOut))],
});
const totalTarget = sumOver("k", "L", tK);
const deltaOutCrossEntropy = rule("3c", dOut, difference(product(aOut, totalTarget), tOut), {
  reduced: [difference(product(aOut, value(totalTarget)), tOut)],
});
const deltaOutBinary = rule("3c", dOut, error);
const mixed = sumOver("k", "L", product(aK, difference(group(error), difference(aK, tK))));
const deltaOutSoftmax = rule("3c", dOut, product(aOut, mixed), {
  reduced: [product(aOut, value(mixed))],
});

const dOutArray = array("d", "L");
const errorArray = difference(array("a", "L"), array("t"));
const slopeOutArray = call("slope", array("z", "L"));
const deltaOutMatrix = rule("3c", dOutArray, hadamard(errorArray, slopeOutArray), {
  reduced: [hadamard(value(errorArray), value(slopeOutArray))],
});
const deltaOutCrossEntropyMatrix = rule(
  "3c",
  dOutArray,
  difference(product(array("a", "L"), totalTarget), array("t")),
  { reduced: [difference(product(array("a", "L"), value(totalTarget)), array("t"))] },
);
const deltaOutBinaryMatrix = rule("3c", dOutArray, errorArray);
/** diag(y) − y yᵀ takes the place of D^(L) (errata S7). */
const softmaxJacobian = difference(diag(array("a", "L")), outer(array("a", "L"), array("a", "L")));
const deltaOutSoftmaxMatrix = rule("3c", dOutArray, matmul(softmaxJacobian, errorArray), {
  reduced: [matmul(value(softmaxJacobian), value(errorArray))],
});

/** δ_j^(l) = σ'(z_j) Σ_i w_ij^(l+1) δ_i^(l+1) (3c, errata E6). */
const slopeHidden = call("slope", scalar("z", "l", "j"));
const arriving = sumOver(
  "i",
  "l+1",
  product(scalar("w", "l+1", "i", "j"), scalar("d", "l+1", "i")),
);
const deltaHidden = rule("3c", scalar("d", "l", "j"), product(slopeHidden, arriving), {
  reduced: [product(value(slopeHidden), value(arriving))],
  running: arriving,
  neuron: "j",
});
const arrivingArray = matmul(transpose(array("w", "l+1")), array("d", "l+1"));
const slopeHiddenArray = call("slope", array("z", "l"));
const deltaHiddenMatrix = rule(
  "3c",
  array("d", "l"),
  hadamard(group(arrivingArray), slopeHiddenArray),
  { reduced: [hadamard(value(arrivingArray), value(slopeHiddenArray))] },
);

/** ∂E/∂w_ij = δ_i a_j (3a) and ∂E/∂b_i = δ_i (3b), errata E9. */
const d = scalar("d", "l", "i");
const gradientW = rule("3a", scalar("gw", "l", "i", "j"), product(d, before));
const gradientB = rule("3b", scalar("gb", "l", "i"), d);
const gradientWMatrix = rule(
  "3a",
  array("gw", "l"),
  outer(array("d", "l"), array("a", "l-1"), "l"),
);
const gradientBMatrix = rule("3b", array("gb", "l"), array("d", "l"));

/** One step of gradient descent, from the old values (errata, section 7). */
const eta = scalar("eta");
const descent = (next: Expr, old: Expr, gradient: Expr): Rule =>
  rule("update", next, difference(old, product(eta, gradient)), {
    relation: "gets",
    reduced: [difference(old, value(product(eta, gradient)))],
  });
export const UPDATE_W = descent(scalar("nw", "l", "i", "j"), w, scalar("gw", "l", "i", "j"));
export const UPDATE_B = descent(scalar("nb", "l", "i"), b, scalar("gb", "l", "i"));
export const UPDATE_W_MATRIX = descent(array("nw", "l"), array("w", "l"), array("gw", "l"));
export const UPDATE_B_MATRIX = descent(array("nb", "l"), array("b", "l"), array("gb", "l"));

/** What decides which rule holds at a step. */
export interface RuleCase {
  readonly kind: Exclude<StepKind, "u" | TangentKind>;
  readonly isOutput: boolean;
  readonly activation: Activation;
  readonly loss: Loss;
  readonly matrix: boolean;
}

/** The rule of a step that establishes z, a, E, δ or a gradient. */
export function ruleFor({ kind, isOutput, activation: sigma, loss, matrix }: RuleCase): Rule {
  switch (kind) {
    case "x":
      return input;
    case "z":
      return matrix ? affineMatrix : affine;
    case "a":
      if (sigma === "softmax") return matrix ? softmaxMatrix : softmax;
      return matrix ? activationMatrix : activation;
    case "E":
      return LOSS_RULE[loss];
    case "d":
      if (!isOutput) return matrix ? deltaHiddenMatrix : deltaHidden;
      if (loss === "ce") return matrix ? deltaOutCrossEntropyMatrix : deltaOutCrossEntropy;
      if (loss === "bce") return matrix ? deltaOutBinaryMatrix : deltaOutBinary;
      if (sigma === "softmax") return matrix ? deltaOutSoftmaxMatrix : deltaOutSoftmax;
      return matrix ? deltaOutMatrix : deltaOut;
    case "gw":
      return matrix ? gradientWMatrix : gradientW;
    case "gb":
      return matrix ? gradientBMatrix : gradientB;
  }
}
