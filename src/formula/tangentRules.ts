/**
 * The rules of forward mode (errata, section 4), in the same notation as those of the homework:
 * everything is differentiated by one number θ, the seed, and travels from it to the output.
 */
import { activationOf, type Loss } from "../engine/network.ts";
import type { Seed } from "../engine/tangent.ts";
import type { Shape } from "../engine/trace.ts";
import type { Address, TangentKind } from "../steps/address.ts";
import {
  array,
  call,
  diag,
  difference,
  group,
  hadamard,
  literal,
  matmul,
  outer,
  product,
  scalar,
  sumOver,
  value,
  type Expr,
} from "./expr.ts";
import type { Rule } from "./rules.ts";

function rule(
  lhs: Expr,
  rhs: Expr,
  reduced: readonly Expr[] = [],
  running: Expr | null = null,
): Rule {
  return {
    label: "tangent",
    neuron: "i",
    relation: "equals",
    lhs,
    rhs,
    reduced,
    running,
  };
}

const zdot = scalar("tz", "l", "i");
const adot = scalar("ta", "l", "i");
const zdotArray = array("tz", "l");
const adotArray = array("ta", "l");

/** ż = w ȧ: z is linear in what comes from the layer before. */
const arriving = product(scalar("w", "l", "i", "j"), scalar("ta", "l-1", "j"));
const allArriving = sumOver("j", "l-1", arriving);
const carried = rule(zdot, allArriving, [sumOver("j", "l-1", value(arriving))], allArriving);
const carriedMatrix = rule(zdotArray, matmul(array("w", "l"), array("ta", "l-1")));

/** ȧ = σ'(z) ż; softmax's outputs are tied together. */
const slope = call("slope", scalar("z", "l", "i"));
const activated = rule(adot, product(slope, zdot), [product(value(slope), zdot)]);
const slopes = call("slope", array("z", "l"));
const activatedMatrix = rule(adotArray, hadamard(slopes, zdotArray), [
  hadamard(value(slopes), zdotArray),
]);
const y = scalar("a", "L", "i");
const mixed = sumOver(
  "k",
  "L",
  product(scalar("a", "L", "k"), group(difference(scalar("tz", "L", "i"), scalar("tz", "L", "k")))),
);
const softmax = rule(scalar("ta", "L", "i"), product(y, mixed), [product(y, value(mixed))]);
const softmaxJacobian = difference(diag(array("a", "L")), outer(array("a", "L"), array("a", "L")));
const softmaxMatrix = rule(array("ta", "L"), matmul(softmaxJacobian, array("tz", "L")), [
  matmul(value(softmaxJacobian), array("tz", "L")),
]);

/** Ė: through the outputs where E is half their squared distance, else through δ^(L). */
const errors = product(
  group(difference(scalar("a", "L", "k"), scalar("t", 0, "k"))),
  scalar("ta", "L", "k"),
);
const throughOutputs = sumOver("k", "L", errors);
const throughErrors = sumOver("k", "L", product(scalar("d", "L", "k"), scalar("tz", "L", "k")));
const LOSS_RULE: Record<Loss, Rule> = {
  l2: rule(scalar("tE"), throughOutputs, [sumOver("k", "L", value(errors))], throughOutputs),
  ce: rule(scalar("tE"), throughErrors, [], throughErrors),
  bce: rule(scalar("tE"), throughErrors, [], throughErrors),
};

/** The rule of a step of forward mode. */
export function tangentRuleFor(
  kind: TangentKind,
  { l, i }: Pick<Address, "l" | "i">,
  shape: Shape,
  seed: Seed,
): Rule {
  const matrix = i === 0;
  if (kind === "tE") return LOSS_RULE[shape.loss];
  if (kind === "ta") {
    if (activationOf(shape, l) === "softmax") return matrix ? softmaxMatrix : softmax;
    return matrix ? activatedMatrix : activated;
  }
  if (seed.q !== "x" && seed.l === l) return seedRule(seed, matrix);
  return matrix ? carriedMatrix : carried;
}

/** Where θ enters: z_i = … + w_ij a_j + … + b_i, of which only θ moves. */
function seedRule(seed: Exclude<Seed, { q: "x" }>, matrix: boolean): Rule {
  const unit: Expr = { kind: "unit", index: seed.i, layer: "l" };
  const factor = seed.q === "w" ? scalar("a", "l-1", seed.j) : literal(1);
  if (matrix) return rule(zdotArray, seed.q === "w" ? product(factor, unit) : unit);
  return rule(zdot, { kind: "when", left: "i", right: seed.i, of: factor });
}
