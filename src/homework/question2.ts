/** Question 2: ∂y/∂x of the whole network. */
import { activationOf } from "../engine/network.ts";
import type { Shape } from "../engine/trace.ts";
import {
  array,
  call,
  diag,
  difference,
  matmul,
  outer,
  partial,
  product,
  scalar,
  sumOver,
  type Expr,
} from "../formula/expr.ts";
import { item, live, liveBy, shape, statement, type Item } from "./item.ts";
import { stepRule, type RuleOf } from "./place.ts";

const tex = String.raw;

/** D^(l), for softmax diag(y) − y yᵀ (errata S7). */
function slopeMatrix(shape: Shape, l: number): Expr {
  if (activationOf(shape, l) !== "softmax") return diag(call("slope", array("z", l)));
  return difference(diag(array("a", l)), outer(array("a", l), array("a", l)));
}

/** D^(L) w^(L) ⋯ D^(2) w^(2): as long as the network is deep, so written for its layers. */
const wholeProduct: RuleOf = (shape) => {
  const { L } = shape.layout;
  let factors = matmul(slopeMatrix(shape, L), array("w", L));
  for (let l = L - 1; l >= 2; l--) {
    factors = matmul(matmul(factors, slopeMatrix(shape, l)), array("w", l));
  }
  return statement(partial(array("a", L), array("a", 1, "x")), factors);
};

export const QUESTION_2: readonly Item[] = [
  item("composition", {
    asWritten: tex`y = DNN(x, \theta) = \sigma(w^{(n)}\sigma(w^{(n-1)}\sigma(....) + b^{(n-1)}) + b^{(n)})`,
    errata: ["Q2.1"],
    verdict: "reading",
    matrix: tex`y = \sigma(w^{(L)} \sigma(w^{(L-1)} \sigma(\cdots) + b^{(L-1)}) + b^{(L)})`,
    by: "substitution",
    shapes: [shape(tex`z^{(l)}`, "n_l", 1), shape(tex`w^{(l)}`, "n_l", "n_{l-1}")],
    live: [
      liveBy("matrix", "output", stepRule("z", true)),
      liveBy("matrix", "output", stepRule("a", true)),
    ],
  }),
  item("product", {
    asWritten: tex`\frac{\partial y}{\partial x} = \frac{\partial DNN(x,\theta)}{\partial x} = \sigma'(z^{(n)} + b) \times w^{(n)} \times \sigma'(z^{(n-1)} + b) \times w^{(n-1)} \times \cdots \times \sigma'(w^{(1)}x + b^{(1)}) \times w^{(1)}`,
    errata: ["Q2.2"],
    verdict: "wrong",
    index: tex`\frac{\partial y_i}{\partial x_j} = \sum_{k_2,\dots,k_{L-1}} \prod_{l=2}^{L} \sigma'(z_{k_l}^{(l)})\, w_{k_l k_{l-1}}^{(l)} \quad (k_L = i,\ k_1 = j)`,
    matrix: tex`\frac{\partial y}{\partial x} = D^{(L)} w^{(L)} D^{(L-1)} w^{(L-1)} \cdots D^{(2)} w^{(2)}`,
    by: "chainRule",
    shapes: [
      shape(tex`\frac{\partial y}{\partial x}`, "n_L", "n_1"),
      shape(tex`D^{(l)}`, "n_l", "n_l"),
      shape(tex`w^{(l)}`, "n_l", "n_{l-1}"),
    ],
    live: [
      live(
        "index",
        "path",
        partial(scalar("a", "L", "i"), scalar("a", 1, "j")),
        sumOver(
          "k",
          2,
          product(partial(scalar("a", "L", "i"), scalar("z", 2, "k")), scalar("w", 2, "k", "j")),
        ),
      ),
      liveBy("matrix", "output", wholeProduct),
    ],
  }),
  item("difference", {
    asWritten: tex`\frac{\partial y}{\partial x} = \frac{\partial DNN(x,\theta)}{\partial x} = \frac{DNN(x+h,\theta) - DNN(x-h,\theta)}{2h}`,
    errata: ["Q2.3"],
    verdict: "wrong",
    index: tex`\frac{\partial y_i}{\partial x_j} \approx \frac{DNN_i(x + h e_j, \theta) - DNN_i(x - h e_j, \theta)}{2h}`,
    matrix: tex`\frac{\partial y}{\partial x_j} = \frac{DNN(x + h e_j, \theta) - DNN(x - h e_j, \theta)}{2h} + O(h^2) + O(\varepsilon/h)`,
    by: "limit",
    shapes: [shape(tex`\frac{\partial y}{\partial x_j}`, "n_L", 1), shape("e_j", "n_1", 1)],
    // Its numbers are those of other inputs than the one the network has been given.
    absence: "otherPoint",
  }),
];
