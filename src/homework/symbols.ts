/** Table 1 of the sheet: its symbols, row by row, and the sentence that follows it. */
import { partial, scalar } from "../formula/expr.ts";
import { item, live, liveBy, shape, type Item } from "./item.ts";
import { stepRule } from "./place.ts";

const tex = String.raw;

export const SYMBOLS: readonly Item[] = [
  item("symbol-a", {
    asWritten: tex`a^{(l)}`,
    quote: "第1层经过激活函数激活后的输出",
    errata: ["S1"],
    verdict: "typo",
    index: tex`a_{i}^{(l)} = \sigma(z_{i}^{(l)})`,
    matrix: tex`a^{(l)} = \sigma(z^{(l)})`,
    range: tex`2 \le l \le L`,
    by: "definition",
    shapes: [shape(tex`a^{(l)}`, "n_l", 1)],
    live: [
      liveBy("index", "neuron", stepRule("a", false)),
      liveBy("matrix", "layer", stepRule("a", true)),
    ],
  }),
  item("symbol-y", {
    asWritten: tex`y=a^{(L)}`,
    errata: ["S2"],
    matrix: tex`y = a^{(L)}`,
    by: "notation",
    shapes: [shape("y", "n_L", 1)],
  }),
  item("symbol-x", {
    asWritten: tex`x = a^{(1)}`,
    errata: ["S3"],
    matrix: tex`a^{(1)} = x`,
    by: "notation",
    shapes: [shape("x", "n_1", 1)],
    live: [liveBy("matrix", "output", stepRule("x", true))],
  }),
  item("symbol-w", {
    asWritten: tex`w_{ij}^{(l)}`,
    errata: ["S4"],
    index: tex`w_{ij}^{(l)}`,
    matrix: tex`w^{(l)}`,
    range: tex`2 \le l \le L`,
    by: "notation",
    shapes: [shape(tex`w^{(l)}`, "n_l", "n_{l-1}")],
  }),
  item("symbol-b", {
    asWritten: tex`b^{(L)}`,
    quote: "第1层的偏置",
    errata: ["S1", "S5"],
    verdict: "wrong",
    index: tex`b_{i}^{(l)}`,
    matrix: tex`b^{(l)}`,
    range: tex`2 \le l \le L`,
    by: "notation",
    shapes: [shape(tex`b^{(l)}`, "n_l", 1)],
  }),
  item("symbol-z", {
    asWritten: tex`z^{(l)}=w^{(l)}a^{(l-1)}+b^{(l)}`,
    quote: "仿射变化",
    errata: ["S6"],
    verdict: "typo",
    index: tex`z_{i}^{(l)} = \sum_{j=1}^{n_{l-1}} w_{ij}^{(l)} a_{j}^{(l-1)} + b_{i}^{(l)}`,
    matrix: tex`z^{(l)} = w^{(l)} a^{(l-1)} + b^{(l)}`,
    range: tex`2 \le l \le L`,
    by: "definition",
    shapes: [
      shape(tex`z^{(l)}`, "n_l", 1),
      shape(tex`w^{(l)}`, "n_l", "n_{l-1}"),
      shape(tex`a^{(l-1)}`, "n_{l-1}", 1),
      shape(tex`b^{(l)}`, "n_l", 1),
    ],
    live: [
      liveBy("index", "neuron", stepRule("z", false)),
      liveBy("matrix", "layer", stepRule("z", true)),
    ],
  }),
  item("symbol-sigma", {
    asWritten: tex`a^{(l)} = \sigma_{(l)}(z^{(l)})`,
    quote: "第 1 层的激活函数",
    errata: ["S1", "S7"],
    index: tex`a_{i}^{(l)} = \sigma(z_{i}^{(l)})`,
    matrix: tex`a^{(l)} = \sigma(z^{(l)})`,
    range: tex`2 \le l \le L`,
    by: "componentwise",
    shapes: [shape(tex`a^{(l)}`, "n_l", 1), shape(tex`z^{(l)}`, "n_l", 1)],
    live: [
      liveBy("index", "neuron", stepRule("a", false)),
      liveBy("matrix", "layer", stepRule("a", true)),
    ],
  }),
  item("symbol-delta", {
    asWritten: tex`\delta_j^{(l)} = \frac{\partial E}{\partial z_i^{(l)}}`,
    quote: "加权输出的偏导",
    errata: ["S1", "S8"],
    verdict: "wrong",
    index: tex`\delta_{i}^{(l)} = \frac{\partial E}{\partial z_{i}^{(l)}}`,
    matrix: tex`\delta^{(l)} = \left(\frac{\partial E}{\partial z^{(l)}}\right)^T`,
    range: tex`2 \le l \le L`,
    by: "definition",
    shapes: [shape(tex`\delta^{(l)}`, "n_l", 1)],
    live: [
      live("index", "neuron", scalar("d", "l", "i"), partial(scalar("E"), scalar("z", "l", "i"))),
    ],
  }),
  item("symbol-t", {
    asWritten: "t",
    matrix: "t",
    by: "notation",
    shapes: [shape("t", "n_L", 1)],
  }),
  item("symbol-E", {
    asWritten: tex`E(y,t) = \frac{\sum_k (y_k - t_k)^2}{2}`,
    quote: "这里才用 L2 范数",
    errata: ["S9"],
    verdict: "typo",
    index: tex`E = \tfrac{1}{2} \sum_{k=1}^{n_L} (a_{k}^{(L)} - t_{k})^{2}`,
    matrix: tex`E = \tfrac{1}{2} \lVert y - t \rVert_2^2`,
    by: "definition",
    shapes: [shape("E", 1, 1), shape("y", "n_L", 1), shape("t", "n_L", 1)],
    live: [liveBy("index", "output", stepRule("E", false))],
  }),
  item("symbol-theta", {
    asWritten: tex`\theta`,
    quote: "权重, 就是 w 的总称",
    errata: ["S10"],
    verdict: "wrong",
    matrix: tex`\theta = \{ w^{(l)}, b^{(l)} \}_{l=2}^{L}`,
    by: "notation",
  }),
  item("symbol-L", {
    asWritten: "L",
    quote: "最后一层的神经网络的层数",
    errata: ["S11"],
    verdict: "reading",
    matrix: tex`l = 1, \dots, L`,
    by: "notation",
  }),
];

/** 方向传播 for 反向传播, and a forward pass that is said to find gradients. */
export const PURPOSE: Item = item("claim-purpose", {
  quote: "正向传播和方向传播都是为了求解得到损失函数关于权重以及偏置的梯度",
  errata: ["S12"],
  verdict: "wrong",
});
