/** Question 1 (a), second half: the recursion for δ, ∂z/∂w and ∂z/∂b, and the result (3a) to (3c). */
import {
  array,
  call,
  diag,
  literal,
  matmul,
  partial,
  product,
  scalar,
  sum,
  sumOver,
  transpose,
  unit,
  when,
} from "../formula/expr.ts";
import { item, live, liveBy, shape, type Item, type LiveForm } from "./item.ts";
import { stepRule } from "./place.ts";

const tex = String.raw;

const w = scalar("w", "l", "i", "j");
const b = scalar("b", "l", "i");
const zAny = scalar("z", "l", "k");
const z = array("z", "l");
const nextEntry = partial(scalar("z", "l+1", "i"), scalar("z", "l", "j"));
const nextJacobian = partial(array("z", "l+1"), array("z", "l"));
const slope = call("slope", scalar("z", "l", "j"));
const slopeMatrix = diag(call("slope", array("z", "l")));

const HIDDEN_RANGE = tex`2 \le l \le L-1`;
const RANGE = tex`2 \le l \le L`;
const Z_DEFINITION = tex`z^{(l+1)} = w^{(l+1)}a^{(l)} + b^{(l+1)}`;

const WEIGHTED: readonly LiveForm[] = [
  liveBy("index", "neuron", stepRule("z", false)),
  liveBy("matrix", "layer", stepRule("z", true)),
];
const WEIGHTED_INDEX = tex`z_{i}^{(l)} = \sum_{j=1}^{n_{l-1}} w_{ij}^{(l)} a_{j}^{(l-1)} + b_{i}^{(l)}`;
const WEIGHTED_MATRIX = tex`z^{(l)} = w^{(l)} a^{(l-1)} + b^{(l)}`;

export const PART_A_HIDDEN: readonly Item[] = [
  item("recursion", {
    asWritten: tex`\delta^{(l)} = \frac{\partial E}{\partial z^{(l)}} = \frac{\partial E}{\partial z^{(l+1)}} \frac{\partial z^{(l+1)}}{\partial z^{(l)}} = \delta^{(l+1)} \frac{\partial z^{(l+1)}}{\partial z^{(l)}}`,
    errata: ["E4"],
    verdict: "reading",
    index: tex`\delta_{j}^{(l)} = \sum_{i=1}^{n_{l+1}} \delta_{i}^{(l+1)} \frac{\partial z_{i}^{(l+1)}}{\partial z_{j}^{(l)}}`,
    matrix: tex`\delta^{(l)} = \left(\frac{\partial z^{(l+1)}}{\partial z^{(l)}}\right)^T \delta^{(l+1)}`,
    range: HIDDEN_RANGE,
    by: "chainRule",
    shapes: [
      shape(tex`\delta^{(l)}`, "n_l", 1),
      shape(tex`\left(\frac{\partial z^{(l+1)}}{\partial z^{(l)}}\right)^T`, "n_l", "n_{l+1}"),
      shape(tex`\delta^{(l+1)}`, "n_{l+1}", 1),
    ],
    live: [
      live(
        "index",
        "hidden",
        scalar("d", "l", "j"),
        sumOver("i", "l+1", product(scalar("d", "l+1", "i"), nextEntry)),
      ),
      live("matrix", "hidden", array("d", "l"), matmul(transpose(nextJacobian), array("d", "l+1"))),
    ],
  }),
  item("next-z", {
    asWritten: tex`z^{(l+1)} = w^{(l+1)}a^{(l)} + b^{(l+1)} = w^{(l+1)}\sigma(z^{(l)}) + b^{(l+1)}`,
    index: tex`z_{i}^{(l+1)} = \sum_{j=1}^{n_l} w_{ij}^{(l+1)} \sigma(z_{j}^{(l)}) + b_{i}^{(l+1)}`,
    matrix: tex`z^{(l+1)} = w^{(l+1)} \sigma(z^{(l)}) + b^{(l+1)}`,
    range: HIDDEN_RANGE,
    by: "substitution",
    shapes: [
      shape(tex`z^{(l+1)}`, "n_{l+1}", 1),
      shape(tex`w^{(l+1)}`, "n_{l+1}", "n_l"),
      shape(tex`\sigma(z^{(l)})`, "n_l", 1),
      shape(tex`b^{(l+1)}`, "n_{l+1}", 1),
    ],
    live: [
      live(
        "index",
        "nextEdge",
        scalar("z", "l+1", "i"),
        sum(
          sumOver(
            "j",
            "l",
            product(scalar("w", "l+1", "i", "j"), call("activation", scalar("z", "l", "j"))),
          ),
          scalar("b", "l+1", "i"),
        ),
      ),
      live(
        "matrix",
        "hidden",
        array("z", "l+1"),
        sum(matmul(array("w", "l+1"), call("activation", array("z", "l"))), array("b", "l+1")),
      ),
    ],
  }),
  item("jacobian", {
    asWritten: tex`\frac{\partial z^{(l+1)}}{\partial z^{(l)}} = w^{(l+1)} \sigma'(z^{(l)})`,
    errata: ["E5"],
    verdict: "wrong",
    index: tex`\frac{\partial z_{i}^{(l+1)}}{\partial z_{j}^{(l)}} = w_{ij}^{(l+1)}\, \sigma'(z_{j}^{(l)})`,
    matrix: tex`\frac{\partial z^{(l+1)}}{\partial z^{(l)}} = w^{(l+1)} \operatorname{diag}(\sigma'(z^{(l)})) = w^{(l+1)} D^{(l)}`,
    range: HIDDEN_RANGE,
    by: "componentwise",
    shapes: [
      shape(tex`\frac{\partial z^{(l+1)}}{\partial z^{(l)}}`, "n_{l+1}", "n_l"),
      shape(tex`w^{(l+1)}`, "n_{l+1}", "n_l"),
      shape(tex`D^{(l)}`, "n_l", "n_l"),
    ],
    live: [
      live("index", "nextEdge", nextEntry, product(scalar("w", "l+1", "i", "j"), slope)),
      live("matrix", "hidden", nextJacobian, matmul(array("w", "l+1"), slopeMatrix)),
    ],
  }),
  item("delta-hidden", {
    asWritten: tex`\delta^{(l)} = \sigma'(z^{(l)})(w^{(l+1)})^T \delta^{(l+1)}`,
    errata: ["E6"],
    verdict: "wrong",
    index: tex`\delta_{j}^{(l)} = \sigma'(z_{j}^{(l)}) \sum_{i=1}^{n_{l+1}} w_{ij}^{(l+1)} \delta_{i}^{(l+1)}`,
    matrix: tex`\delta^{(l)} = \big((w^{(l+1)})^T \delta^{(l+1)}\big) \odot \sigma'(z^{(l)}) = D^{(l)} (w^{(l+1)})^T \delta^{(l+1)}`,
    range: HIDDEN_RANGE,
    by: "transposition",
    shapes: [
      shape(tex`\delta^{(l)}`, "n_l", 1),
      shape(tex`(w^{(l+1)})^T`, "n_l", "n_{l+1}"),
      shape(tex`\delta^{(l+1)}`, "n_{l+1}", 1),
      shape(tex`\sigma'(z^{(l)})`, "n_l", 1),
    ],
    live: [
      liveBy("index", "hidden", stepRule("d", false)),
      liveBy("matrix", "hidden", stepRule("d", true)),
    ],
  }),
];

export const PART_A_PARAMETERS: readonly Item[] = [
  item("z-for-w", {
    asWritten: Z_DEFINITION,
    errata: ["E7"],
    verdict: "wrong",
    index: WEIGHTED_INDEX,
    matrix: WEIGHTED_MATRIX,
    range: RANGE,
    by: "definition",
    live: WEIGHTED,
  }),
  item("dz-dw", {
    asWritten: tex`\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}} = a^{(l-1)}`,
    errata: ["E7"],
    verdict: "wrong",
    index: tex`\frac{\partial z_{k}^{(l)}}{\partial w_{ij}^{(l)}} = \begin{cases} a_{j}^{(l-1)} & k = i \\ 0 & k \neq i \end{cases}`,
    matrix: tex`\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}} = a_{j}^{(l-1)} e_{i}`,
    range: RANGE,
    by: "linearity",
    shapes: [
      shape(tex`\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}}`, "n_l", 1),
      shape(tex`a_j^{(l-1)}`, 1, 1),
      shape(tex`e_i`, "n_l", 1),
    ],
    live: [
      live("index", "weight", partial(zAny, w), when("k", "i", scalar("a", "l-1", "j"))),
      live("matrix", "weight", partial(z, w), product(scalar("a", "l-1", "j"), unit("l", "i"))),
    ],
  }),
  item("z-for-b", {
    asWritten: Z_DEFINITION,
    errata: ["E8"],
    verdict: "wrong",
    index: WEIGHTED_INDEX,
    matrix: WEIGHTED_MATRIX,
    range: RANGE,
    by: "definition",
    live: WEIGHTED,
  }),
  item("dz-db", {
    asWritten: tex`\frac{\partial z^{(l)}}{\partial b_i^{(l)}} = 1`,
    errata: ["E8"],
    verdict: "wrong",
    index: tex`\frac{\partial z_{k}^{(l)}}{\partial b_{i}^{(l)}} = \begin{cases} 1 & k = i \\ 0 & k \neq i \end{cases}`,
    matrix: tex`\frac{\partial z^{(l)}}{\partial b^{(l)}} = I`,
    range: RANGE,
    by: "linearity",
    shapes: [
      shape(tex`\frac{\partial z^{(l)}}{\partial b^{(l)}}`, "n_l", "n_l"),
      shape("I", "n_l", "n_l"),
    ],
    live: [
      live("index", "bias", partial(zAny, b), when("k", "i", literal(1))),
      live("matrix", "layer", partial(z, array("b", "l")), unit("l", null)),
    ],
  }),
];

export const PART_A_RESULT: readonly Item[] = [
  item("3a", {
    label: "(3a)",
    asWritten: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta^{(l)} a^{(l-1)}`,
    errata: ["E9"],
    verdict: "wrong",
    index: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta_{i}^{(l)} a_{j}^{(l-1)}`,
    matrix: tex`\frac{\partial E}{\partial w^{(l)}} = \delta^{(l)} (a^{(l-1)})^T`,
    range: RANGE,
    by: "oneTerm",
    shapes: [
      shape(tex`\frac{\partial E}{\partial w^{(l)}}`, "n_l", "n_{l-1}"),
      shape(tex`\delta^{(l)}`, "n_l", 1),
      shape(tex`(a^{(l-1)})^T`, 1, "n_{l-1}"),
    ],
    live: [
      liveBy("index", "weight", stepRule("gw", false)),
      liveBy("matrix", "layer", stepRule("gw", true)),
    ],
  }),
  item("3b", {
    label: "(3b)",
    asWritten: tex`\frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)}`,
    errata: ["E9"],
    verdict: "wrong",
    index: tex`\frac{\partial E}{\partial b_{i}^{(l)}} = \delta_{i}^{(l)}`,
    matrix: tex`\frac{\partial E}{\partial b^{(l)}} = \delta^{(l)}`,
    range: RANGE,
    by: "oneTerm",
    shapes: [
      shape(tex`\frac{\partial E}{\partial b^{(l)}}`, "n_l", 1),
      shape(tex`\delta^{(l)}`, "n_l", 1),
    ],
    live: [
      liveBy("index", "bias", stepRule("gb", false)),
      liveBy("matrix", "layer", stepRule("gb", true)),
    ],
  }),
  item("3c", {
    label: "(3c)",
    asWritten: tex`\begin{cases} \frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)} \\ : \delta^{(l)} = \begin{cases} \sigma'(z^{(l)}) (w^{(l+1)})^T \delta^{(l+1)}, & l = 1...L - 1 \\ \sum_k (a^{(L)} - y_k) \sigma'(z^{(L)}), & l = L \end{cases} \end{cases}`,
    errata: ["E3", "E6", "E9"],
    verdict: "wrong",
    index: tex`\begin{aligned} \delta_{i}^{(L)} &= (a_{i}^{(L)} - t_{i})\, \sigma'(z_{i}^{(L)}) \\ \delta_{j}^{(l)} &= \sigma'(z_{j}^{(l)}) \sum_{i=1}^{n_{l+1}} w_{ij}^{(l+1)} \delta_{i}^{(l+1)} \end{aligned}`,
    matrix: tex`\begin{aligned} \delta^{(L)} &= (a^{(L)} - t) \odot \sigma'(z^{(L)}) \\ \delta^{(l)} &= \big((w^{(l+1)})^T \delta^{(l+1)}\big) \odot \sigma'(z^{(l)}) \end{aligned}`,
    range: HIDDEN_RANGE,
    by: "induction",
    shapes: [
      shape(tex`\delta^{(l)}`, "n_l", 1),
      shape(tex`(w^{(l+1)})^T`, "n_l", "n_{l+1}"),
      shape(tex`\delta^{(l+1)}`, "n_{l+1}", 1),
    ],
    live: [
      liveBy("index", "outputNeuron", stepRule("d", false)),
      liveBy("index", "hidden", stepRule("d", false)),
      liveBy("matrix", "output", stepRule("d", true)),
      liveBy("matrix", "hidden", stepRule("d", true)),
    ],
  }),
];
