/** Question 1 (b): the recursion the sheet calls forward propagation, and its result. */
import {
  array,
  call,
  diag,
  difference,
  matmul,
  partial,
  product,
  scalar,
  sum,
  sumOver,
  transpose,
} from "../formula/expr.ts";
import { item, live, liveBy, shape, type Item, type LiveForm } from "./item.ts";
import { START } from "./partBStart.ts";
import { stepRule } from "./place.ts";

const tex = String.raw;

const entry = partial(scalar("z", "l", "i"), scalar("z", "l-1", "j"));
const jacobian = partial(array("z", "l"), array("z", "l-1"));
const slopes = diag(call("slope", array("z", "l-1")));
const AFTER_HIDDEN = tex`3 \le l \le L`;
const RANGE = tex`2 \le l \le L`;

/** (J^(l))ᵀ δ^(l) = δ^(l−1): true in every network, whether or not it can be solved (errata B4). */
const CONSISTENT: readonly LiveForm[] = [
  live(
    "index",
    "source",
    scalar("d", "l-1", "j"),
    sumOver("i", "l", product(scalar("d", "l", "i"), entry)),
  ),
  live("matrix", "layer", array("d", "l-1"), matmul(transpose(jacobian), array("d", "l"))),
];
const CONSISTENT_INDEX = tex`\delta_{j}^{(l-1)} = \sum_{i=1}^{n_l} \delta_{i}^{(l)} \frac{\partial z_{i}^{(l)}}{\partial z_{j}^{(l-1)}}`;

export const PART_B_RECURSION: readonly Item[] = [
  item("forward-recursion", {
    asWritten: tex`\delta^{(l)} = \frac{\partial E}{\partial z^{(l)}} = \frac{\partial E}{\partial z^{(l-1)}} \frac{\partial z^{(l-1)}}{\partial z^{(l)}} = \delta^{(l-1)} \frac{\partial z^{(l-1)}}{\partial z^{(l)}}`,
    errata: ["B4"],
    verdict: "reading",
    index: CONSISTENT_INDEX,
    matrix: tex`\delta^{(l-1)} = \left(\frac{\partial z^{(l)}}{\partial z^{(l-1)}}\right)^T \delta^{(l)}`,
    range: RANGE,
    by: "chainRule",
    shapes: [
      shape(tex`\delta^{(l-1)}`, "n_{l-1}", 1),
      shape(tex`\left(\frac{\partial z^{(l)}}{\partial z^{(l-1)}}\right)^T`, "n_{l-1}", "n_l"),
      shape(tex`\delta^{(l)}`, "n_l", 1),
    ],
    live: CONSISTENT,
  }),
  item("forward-needed", {
    asWritten: tex`\frac{\partial z^{(l+1)}}{\partial z^{(l)}}`,
    errata: ["B5"],
    verdict: "wrong",
    matrix: tex`\frac{\partial z^{(l-1)}}{\partial z^{(l)}}`,
    range: AFTER_HIDDEN,
    absence: "ifInvertible",
  }),
  item("forward-z", {
    asWritten: tex`z^{(l+1)} = w^{(l+1)}a^{(l)} + b^{(l+1)} = w^{(l+1)}\sigma(z^{(l)}) + b^{(l+1)}`,
    errata: ["B5"],
    verdict: "wrong",
    index: tex`z_{i}^{(l)} = \sum_{j=1}^{n_{l-1}} w_{ij}^{(l)} \sigma(z_{j}^{(l-1)}) + b_{i}^{(l)}`,
    matrix: tex`z^{(l)} = w^{(l)} \sigma(z^{(l-1)}) + b^{(l)}`,
    range: AFTER_HIDDEN,
    by: "substitution",
    shapes: [
      shape(tex`z^{(l)}`, "n_l", 1),
      shape(tex`w^{(l)}`, "n_l", "n_{l-1}"),
      shape(tex`\sigma(z^{(l-1)})`, "n_{l-1}", 1),
      shape(tex`b^{(l)}`, "n_l", 1),
    ],
    live: [
      live(
        "index",
        "hiddenEdge",
        scalar("z", "l", "i"),
        sum(
          sumOver(
            "j",
            "l-1",
            product(scalar("w", "l", "i", "j"), call("activation", scalar("z", "l-1", "j"))),
          ),
          scalar("b", "l", "i"),
        ),
      ),
      live(
        "matrix",
        "afterHidden",
        array("z", "l"),
        sum(matmul(array("w", "l"), call("activation", array("z", "l-1"))), array("b", "l")),
      ),
    ],
  }),
  item("forward-inverse", {
    asWritten: tex`z^{(l-1)} = \sigma^{-1} \left(\frac{z^{(l)} - b^{(l)}}{w^{(l)}} \right)`,
    errata: ["B6"],
    verdict: "reading",
    index: tex`z_{i}^{(l)} - b_{i}^{(l)} = \sum_{j=1}^{n_{l-1}} w_{ij}^{(l)} a_{j}^{(l-1)}`,
    matrix: tex`z^{(l)} - b^{(l)} = w^{(l)} a^{(l-1)} \;\Rightarrow\; z^{(l-1)} = \sigma^{-1}\big((w^{(l)})^{-1} (z^{(l)} - b^{(l)})\big)`,
    range: AFTER_HIDDEN,
    by: "inverse",
    shapes: [
      shape(tex`z^{(l)} - b^{(l)}`, "n_l", 1),
      shape(tex`w^{(l)}`, "n_l", "n_{l-1}"),
      shape(tex`a^{(l-1)}`, "n_{l-1}", 1),
    ],
    live: [
      live(
        "index",
        "hiddenEdge",
        difference(scalar("z", "l", "i"), scalar("b", "l", "i")),
        sumOver("j", "l-1", product(scalar("w", "l", "i", "j"), scalar("a", "l-1", "j"))),
      ),
      live(
        "matrix",
        "afterHidden",
        difference(array("z", "l"), array("b", "l")),
        matmul(array("w", "l"), array("a", "l-1")),
      ),
    ],
  }),
  item("forward-jacobian", {
    asWritten: tex`\frac{\partial z^{(l-1)}}{\partial z^{(l)}} = (\sigma^{-1}(\frac{z^{(l)} - b^{(l)}}{w^{(l)}}))'`,
    errata: ["B7"],
    verdict: "reading",
    index: tex`\frac{\partial z_{i}^{(l)}}{\partial z_{j}^{(l-1)}} = w_{ij}^{(l)} \sigma'(z_{j}^{(l-1)})`,
    matrix: tex`\frac{\partial z^{(l)}}{\partial z^{(l-1)}} = w^{(l)} \operatorname{diag}(\sigma'(z^{(l-1)})) \;\Rightarrow\; \frac{\partial z^{(l-1)}}{\partial z^{(l)}} = (D^{(l-1)})^{-1} (w^{(l)})^{-1}`,
    range: AFTER_HIDDEN,
    by: "inverse",
    shapes: [
      shape(tex`\frac{\partial z^{(l)}}{\partial z^{(l-1)}}`, "n_l", "n_{l-1}"),
      shape(tex`w^{(l)}`, "n_l", "n_{l-1}"),
      shape(tex`D^{(l-1)}`, "n_{l-1}", "n_{l-1}"),
    ],
    live: [
      live(
        "index",
        "hiddenEdge",
        entry,
        product(scalar("w", "l", "i", "j"), call("slope", scalar("z", "l-1", "j"))),
      ),
      live("matrix", "afterHidden", jacobian, matmul(array("w", "l"), slopes)),
    ],
  }),
  item("forward-delta", {
    asWritten: tex`\delta^{(l)} = \delta^{(l-1)} (\sigma^{-1} (\frac{z^{(l)} - b^{(l)}}{w^{(l)}}))'`,
    errata: ["B4", "B7"],
    verdict: "reading",
    index: tex`\delta^{(l)} = \frac{\delta^{(l-1)}}{w^{(l)}\, \sigma'(z^{(l-1)})} \quad (n_l = n_{l-1} = 1)`,
    matrix: tex`\delta^{(l-1)} = (w^{(l)} \operatorname{diag}(\sigma'(z^{(l-1)})))^T \delta^{(l)}`,
    range: AFTER_HIDDEN,
    by: "inverse",
    shapes: [
      shape(tex`\delta^{(l-1)}`, "n_{l-1}", 1),
      shape(tex`(w^{(l)} D^{(l-1)})^T`, "n_{l-1}", "n_l"),
      shape(tex`\delta^{(l)}`, "n_l", 1),
    ],
    live: [
      live(
        "matrix",
        "afterHidden",
        array("d", "l-1"),
        matmul(transpose(matmul(array("w", "l"), slopes)), array("d", "l")),
      ),
    ],
  }),
];

export const PART_B_RESULT: readonly Item[] = [
  item("4a", {
    label: "(4a)",
    asWritten: tex`\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta^{(l)} a^{(l-1)}`,
    errata: ["B8", "E9"],
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
  item("4b", {
    label: "(4b)",
    asWritten: tex`\frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)}`,
    errata: ["B8", "E9"],
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
  item("4c", {
    label: "(4c)",
    asWritten: tex`\begin{cases} \frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)} \\ \frac{\partial E}{\partial b_j^{(l)}} = \delta^{(l)} \\ 0, \quad l = 1 \end{cases}`,
    errata: ["B3", "B8"],
    verdict: "wrong",
    index: tex`\begin{aligned} \delta_{j}^{(1)} &= \sum_{i=1}^{n_2} w_{ij}^{(2)} \delta_{i}^{(2)} \\ \delta_{j}^{(l-1)} &= \sum_{i=1}^{n_l} \delta_{i}^{(l)} \frac{\partial z_{i}^{(l)}}{\partial z_{j}^{(l-1)}} \end{aligned}`,
    matrix: tex`\begin{aligned} \delta^{(1)} &= (w^{(2)})^T \delta^{(2)} \\ \delta^{(l-1)} &= \left(\frac{\partial z^{(l)}}{\partial z^{(l-1)}}\right)^T \delta^{(l)} \end{aligned}`,
    range: RANGE,
    by: "induction",
    live: [...START, ...CONSISTENT],
  }),
];
