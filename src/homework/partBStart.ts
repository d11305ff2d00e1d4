/** Question 1 (b), its first layer: where the recursion starts, and what should travel forward. */
import {
  array,
  matmul,
  partial,
  product,
  scalar,
  sumOver,
  transpose,
  unit,
} from "../formula/expr.ts";
import { item, live, liveBy, shape, type Item, type LiveForm } from "./item.ts";
import { stepRule } from "./place.ts";

const tex = String.raw;

const E = scalar("E");
const RANGE = tex`2 \le l \le L`;

/** δ^(1) = ∂E/∂x = (w^(2))ᵀ δ^(2): what the recursion has to start from (errata B3). */
export const START: readonly LiveForm[] = [
  live(
    "index",
    "input",
    scalar("d", 1, "j"),
    sumOver("i", 2, product(scalar("w", 2, "i", "j"), scalar("d", 2, "i"))),
  ),
  live("matrix", "output", array("d", 1), matmul(transpose(array("w", 2)), array("d", 2))),
];
const START_INDEX = tex`\delta_{j}^{(1)} = \sum_{i=1}^{n_2} w_{ij}^{(2)} \delta_{i}^{(2)}`;
const START_MATRIX = tex`\delta^{(1)} = (w^{(2)})^T \delta^{(2)}`;

/** What part (b) should have been: the derivative travels forward (errata B1 and section 4). */
export const FORWARD: Item = item("claim-forward", {
  quote: "这里将使用 l-1 层的偏导来表示,所以被称为正向传播",
  errata: ["B1"],
  verdict: "wrong",
  index: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \sum_{k=1}^{n_L} \delta_{k}^{(L)} \frac{\partial z_{k}^{(L)}}{\partial w_{ij}^{(l)}}`,
  matrix: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = (\delta^{(L)})^T \frac{\partial z^{(L)}}{\partial w_{ij}^{(l)}}`,
  range: RANGE,
  by: "chainRule",
  shapes: [
    shape(tex`\frac{\partial E}{\partial w_{ij}^{(l)}}`, 1, 1),
    shape(tex`(\delta^{(L)})^T`, 1, "n_L"),
    shape(tex`\frac{\partial z^{(L)}}{\partial w_{ij}^{(l)}}`, "n_L", 1),
  ],
  live: [
    live(
      "index",
      "weight",
      scalar("gw", "l", "i", "j"),
      sumOver(
        "k",
        "L",
        product(scalar("d", "L", "k"), partial(scalar("z", "L", "k"), scalar("w", "l", "i", "j"))),
      ),
    ),
    live(
      "matrix",
      "weight",
      scalar("gw", "l", "i", "j"),
      matmul(transpose(array("d", "L")), partial(array("z", "L"), scalar("w", "l", "i", "j"))),
    ),
  ],
});

export const PART_B_START: readonly Item[] = [
  item("forward-input", {
    asWritten: tex`a^{(1)} = x`,
    errata: ["S3"],
    matrix: tex`a^{(1)} = x`,
    by: "notation",
    shapes: [shape("x", "n_1", 1)],
    live: [liveBy("matrix", "output", stepRule("x", true))],
  }),
  item("forward-first-chain", {
    asWritten: tex`\delta^{(L)} = \frac{\partial E}{\partial z^{(L)}} = \frac{\partial E}{\partial a^{(L)}} \frac{\partial a^{(L)}}{\partial z^{(L)}} = \frac{\partial E}{\partial x} \frac{\partial x}{\partial z^{(L)}}`,
    errata: ["B2"],
    verdict: "wrong",
    matrix: tex`\delta^{(1)} = \left(\frac{\partial E}{\partial x}\right)^T`,
    by: "notation",
    shapes: [
      shape(tex`\delta^{(1)}`, "n_1", 1),
      shape(tex`\left(\frac{\partial E}{\partial x}\right)^T`, "n_1", 1),
    ],
    live: [live("matrix", "output", array("d", 1), transpose(partial(E, array("a", 1, "x"))))],
  }),
  item("forward-constant", {
    asWritten: tex`\frac{\partial x}{\partial z^{(L)}} = 0`,
    errata: ["B2", "B3"],
    verdict: "wrong",
    matrix: tex`\frac{\partial x}{\partial z^{(1)}} = I`,
    by: "notation",
    shapes: [
      shape(tex`\frac{\partial x}{\partial z^{(1)}}`, "n_1", "n_1"),
      shape("I", "n_1", "n_1"),
    ],
    live: [live("matrix", "output", partial(array("a", 1, "x"), array("z", 1)), unit(1, null))],
  }),
  item("forward-first", {
    asWritten: tex`\delta^{(L)} = 0`,
    errata: ["B2", "B3"],
    verdict: "wrong",
    index: START_INDEX,
    matrix: START_MATRIX,
    by: "chainRule",
    shapes: [
      shape(tex`\delta^{(1)}`, "n_1", 1),
      shape(tex`(w^{(2)})^T`, "n_1", "n_2"),
      shape(tex`\delta^{(2)}`, "n_2", 1),
    ],
    live: START,
  }),
];
