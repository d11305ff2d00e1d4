/** Question 1 (a), first half: (1a) to (2b) and the δ of the output layer. */
import { activationOf } from "../engine/network.ts";
import {
  array,
  call,
  matmul,
  partial,
  product,
  scalar,
  sumOver,
  transpose,
  type Expr,
  type RefExpr,
} from "../formula/expr.ts";
import type { Statement } from "../formula/rules.ts";
import { item, live, liveBy, shape, statement, type Item } from "./item.ts";
import { stepRule, type RuleOf } from "./place.ts";

const tex = String.raw;

const E = scalar("E");
const w = scalar("w", "l", "i", "j");
const b = scalar("b", "l", "i");
const zAny = scalar("z", "l", "k");
const dAny = scalar("d", "l", "k");
const gradientW = scalar("gw", "l", "i", "j");
const gradientB = scalar("gb", "l", "i");
const z = array("z", "l");
const rowDelta = transpose(array("d", "l"));
const RANGE = tex`2 \le l \le L`;

/** Σ_k first_k ∂z_k^(l)/∂by. */
function overLayer(first: Expr, by: RefExpr): Expr {
  return sumOver("k", "l", product(first, partial(zAny, by)));
}

/** For the homework's own E only: ∂E/∂a of the others is infinite beside a saturated output. */
function forHomeworkLoss(rule: Statement): RuleOf {
  return ({ loss }) => (loss === "l2" ? rule : "otherLoss");
}

/** a^(L) = σ(z^(L)), which for softmax is no σ of each component (errata S7). */
function outputActivation(matrix: boolean): RuleOf {
  const [a, z] = matrix
    ? [array("a", "L"), array("z", "L")]
    : [scalar("a", "L", "i"), scalar("z", "L", "i")];
  const rule = statement(a, call("activation", z));
  return (shape, binding) =>
    activationOf(shape, shape.layout.L) === "softmax"
      ? stepRule("a", matrix)(shape, binding)
      : rule;
}

export const PART_A_CHAIN: readonly Item[] = [
  item("1a", {
    label: "(1a)",
    asWritten: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial z^{(l)}} \frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`,
    errata: ["E1"],
    verdict: "reading",
    index: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \sum_{k=1}^{n_l} \frac{\partial E}{\partial z_{k}^{(l)}} \frac{\partial z_{k}^{(l)}}{\partial w_{ij}^{(l)}}`,
    matrix: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial z^{(l)}} \frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`,
    range: RANGE,
    by: "chainRule",
    shapes: [
      shape(tex`\frac{\partial E}{\partial w_{ij}^{(l)}}`, 1, 1),
      shape(tex`\frac{\partial E}{\partial z^{(l)}}`, 1, "n_l"),
      shape(tex`\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`, "n_l", 1),
    ],
    live: [
      live("index", "weight", gradientW, overLayer(partial(E, zAny), w)),
      live("matrix", "weight", gradientW, matmul(partial(E, z), partial(z, w))),
    ],
  }),
  item("1b", {
    label: "(1b)",
    asWritten: tex`\frac{\partial E}{\partial b_{j}^{(l)}} = \frac{\partial E}{\partial z^{(l)}} \frac{\partial z^{(l)}}{\partial b_{j}^{(l)}}`,
    errata: ["E1"],
    verdict: "reading",
    index: tex`\frac{\partial E}{\partial b_{i}^{(l)}} = \sum_{k=1}^{n_l} \frac{\partial E}{\partial z_{k}^{(l)}} \frac{\partial z_{k}^{(l)}}{\partial b_{i}^{(l)}}`,
    matrix: tex`\frac{\partial E}{\partial b_{i}^{(l)}} = \frac{\partial E}{\partial z^{(l)}} \frac{\partial z^{(l)}}{\partial b_{i}^{(l)}}`,
    range: RANGE,
    by: "chainRule",
    shapes: [
      shape(tex`\frac{\partial E}{\partial b_{i}^{(l)}}`, 1, 1),
      shape(tex`\frac{\partial E}{\partial z^{(l)}}`, 1, "n_l"),
      shape(tex`\frac{\partial z^{(l)}}{\partial b_{i}^{(l)}}`, "n_l", 1),
    ],
    live: [
      live("index", "bias", gradientB, overLayer(partial(E, zAny), b)),
      live("matrix", "bias", gradientB, matmul(partial(E, z), partial(z, b))),
    ],
  }),
  item("2a", {
    label: "(2a)",
    asWritten: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta^{(l)} \frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`,
    errata: ["E2"],
    verdict: "wrong",
    index: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \sum_{k=1}^{n_l} \delta_{k}^{(l)} \frac{\partial z_{k}^{(l)}}{\partial w_{ij}^{(l)}}`,
    matrix: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = (\delta^{(l)})^T \frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`,
    range: RANGE,
    by: "definition",
    shapes: [
      shape(tex`\frac{\partial E}{\partial w_{ij}^{(l)}}`, 1, 1),
      shape(tex`(\delta^{(l)})^T`, 1, "n_l"),
      shape(tex`\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`, "n_l", 1),
    ],
    live: [
      live("index", "weight", gradientW, overLayer(dAny, w)),
      live("matrix", "weight", gradientW, matmul(rowDelta, partial(z, w))),
    ],
  }),
  item("2b", {
    label: "(2b)",
    asWritten: tex`\frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)} \frac{\partial z^{(l)}}{\partial b_j^{(l)}}`,
    errata: ["E2"],
    verdict: "wrong",
    index: tex`\frac{\partial E}{\partial b_{i}^{(l)}} = \sum_{k=1}^{n_l} \delta_{k}^{(l)} \frac{\partial z_{k}^{(l)}}{\partial b_{i}^{(l)}}`,
    matrix: tex`\frac{\partial E}{\partial b_{i}^{(l)}} = (\delta^{(l)})^T \frac{\partial z^{(l)}}{\partial b_{i}^{(l)}}`,
    range: RANGE,
    by: "definition",
    shapes: [
      shape(tex`\frac{\partial E}{\partial b_{i}^{(l)}}`, 1, 1),
      shape(tex`(\delta^{(l)})^T`, 1, "n_l"),
      shape(tex`\frac{\partial z^{(l)}}{\partial b_{i}^{(l)}}`, "n_l", 1),
    ],
    live: [
      live("index", "bias", gradientB, overLayer(dAny, b)),
      live("matrix", "bias", gradientB, matmul(rowDelta, partial(z, b))),
    ],
  }),
];

export const PART_A_OUTPUT: readonly Item[] = [
  item("output", {
    asWritten: tex`a^{(L)} = \sigma(z^{(L)})`,
    errata: ["S7"],
    index: tex`a_{i}^{(L)} = \sigma(z_{i}^{(L)})`,
    matrix: tex`a^{(L)} = \sigma(z^{(L)})`,
    by: "definition",
    shapes: [shape(tex`a^{(L)}`, "n_L", 1), shape(tex`z^{(L)}`, "n_L", 1)],
    live: [
      liveBy("index", "outputNeuron", outputActivation(false)),
      liveBy("matrix", "output", outputActivation(true)),
    ],
  }),
  item("delta-out-chain", {
    asWritten: tex`\delta^{(L)} = \frac{\partial E}{\partial z^{(L)}} = \frac{\partial \frac{\sum_{k} (y_k - a_k^{(L)})^2}{2}}{\partial a^{(L)}} \frac{\partial a^{(L)}}{\partial z^{(L)}}`,
    errata: ["E3"],
    verdict: "wrong",
    index: tex`\delta_{i}^{(L)} = \sum_{k=1}^{n_L} \frac{\partial E}{\partial a_{k}^{(L)}} \frac{\partial a_{k}^{(L)}}{\partial z_{i}^{(L)}}`,
    matrix: tex`\delta^{(L)} = \left(\frac{\partial a^{(L)}}{\partial z^{(L)}}\right)^T \left(\frac{\partial E}{\partial a^{(L)}}\right)^T`,
    by: "chainRule",
    shapes: [
      shape(tex`\delta^{(L)}`, "n_L", 1),
      shape(tex`\left(\frac{\partial a^{(L)}}{\partial z^{(L)}}\right)^T`, "n_L", "n_L"),
      shape(tex`\left(\frac{\partial E}{\partial a^{(L)}}\right)^T`, "n_L", 1),
    ],
    live: [
      liveBy(
        "index",
        "outputNeuron",
        forHomeworkLoss(
          statement(
            scalar("d", "L", "i"),
            sumOver(
              "k",
              "L",
              product(
                partial(E, scalar("a", "L", "k")),
                partial(scalar("a", "L", "k"), scalar("z", "L", "i")),
              ),
            ),
          ),
        ),
      ),
      liveBy(
        "matrix",
        "output",
        forHomeworkLoss(
          statement(
            array("d", "L"),
            matmul(
              transpose(partial(array("a", "L"), array("z", "L"))),
              transpose(partial(E, array("a", "L"))),
            ),
          ),
        ),
      ),
    ],
  }),
  item("delta-out", {
    asWritten: tex`\delta^{(L)} = \sum_{k} (a^{(L)} - y_k) \sigma'(z^{(L)})`,
    errata: ["E3"],
    verdict: "wrong",
    index: tex`\delta_{i}^{(L)} = (a_{i}^{(L)} - t_{i})\, \sigma'(z_{i}^{(L)})`,
    matrix: tex`\delta^{(L)} = (a^{(L)} - t) \odot \sigma'(z^{(L)}) = D^{(L)} (a^{(L)} - t)`,
    by: "powerRule",
    shapes: [
      shape(tex`\delta^{(L)}`, "n_L", 1),
      shape(tex`a^{(L)} - t`, "n_L", 1),
      shape(tex`\sigma'(z^{(L)})`, "n_L", 1),
      shape(tex`D^{(L)}`, "n_L", "n_L"),
    ],
    live: [
      liveBy("index", "outputNeuron", stepRule("d", false)),
      liveBy("matrix", "output", stepRule("d", true)),
    ],
  }),
];
