import type { derivation as en } from "../en/derivation.ts";

export const derivation: typeof en = {
  parts: { sheet: "作业", unfold: "展开", paths: "路径" },
  partsLabel: "推导的各部分",
  sections: {
    symbols: "表 1",
    backward: "第一题 (a)",
    forward: "第一题 (b)",
    input: "第二题",
  },
  sectionsLabel: "作业的各节",

  outOfRange: "最先超出双精度浮点数的范围。这个数以及在它之后计算的数都显示为短横线。",

  target: "等式代入的位置",
  layer: "第 l 层",
  neuron: "第 l 层的神经元 i",
  from: "第 l − 1 层的神经元 j",
  useSelected: "改为代入选中的数：",

  statement: (label) => `公式 ${label}`,
  asWritten: "原文",
  indexForm: "分量形式",
  matrixForm: "矩阵形式",
  because: "理由",
  shapes: "形状",
  here: "此处",
  hereMatrix: "此处，矩阵形式",
  steps: "步骤",
  says: "作业写道",
  wrong: "错在哪里",
  why: "为什么",
  correct: "正确的是",
  nothingWrong: "原文正确",

  parameter: "E 对谁求导",
  unfoldIntro:
    "把梯度逐次用链式法则展开，直到只剩下权重、正向传播得到的值和监督值。每一行都等于同一个数。",
  unfold: "继续展开",
  foldBack: "折回",
  unfoldAll: "全部展开",
  line: (n, of) => `第 ${n} 行，共 ${of} 行`,
  unfoldKeys: "→ 展开，← 折回。",
  unfolds: "替换",
  inSymbols: "用符号",
  inNumbers: "用数值",
  workedOut: "求出其中的导数",
  unfolded: "已经没有可以展开的了。",
  unfoldedFirst: "各个 δ 中只展开了第一个：全部展开会长得无法阅读。",

  pathsIntro: "从这个数到 E 的每一条路，写成沿途各因子的乘积。它们的和就是导数。",
  start: "起点",
  path: (n, of) => `第 ${n} 条路径，共 ${of} 条`,
  named: (name, sentence) => `${name}。${sentence}`,
  product: (n, of) => `第 ${n} 个乘积，共 ${of} 个`,
  manyFactors: (n, first, last) => `从 ${first} 到 ${last} 的 ${n} 个因子之积`,
  pathCount: (count) => `共 ${count} 条路径。`,
  noPath: "从这里没有路通向 E，所以导数为 0。",
  largest: (shown) => `路径太多，无法全部列出，这里是最大的 ${shown} 条。合并它们的尾部就会变少。`,
  tooMany: (count) => `到这一层有 ${count} 个乘积，太多，无法列出。继续合并就会变少。`,
  showMore: (n) => `再显示 ${n} 个`,
  sumOfAll: "全部之和",
  leavesRange: "短横线表示其前各因子的乘积，或这些乘积之和，超出了双精度浮点数的范围。",
  lostFactor: (complete) =>
    `因子为短横线时，它的乘积以及总和也没有数值。${complete ? "" : "这时无法判断哪些乘积最大。"}`,
  zeroFactor: { before: "每个乘积都是 0，因为第一个因子", after: "等于 0。" },
  sumOfShown: "所列之和",
  byBackpropagation: "反向传播的结果",
  notComputed: "递推中没有算这个数",
  merge: (l) => `合并第 ${l} 层之后的尾部`,
  takeApart: "重新拆开",
  merged: "所有尾部都已合并：这正是反向传播所算的。",
  atLayer: (l, count) => `第 ${l} 层：${count}`,
  mergeLabel: "合并某一层之后的尾部后剩下的乘积个数",
  mergeHint: (l) => `同一条竖线旁的乘积开头相同；其中标出的尾部加起来就是第 ${l} 层的一个 δ。`,
  shared: (products, deltas, count) =>
    deltas === 1
      ? `${products === "1" ? "这个乘积" : `这 ${products} 个乘积`}里只有一个 δ，只需计算一次。`
      : deltas === count
        ? `共 ${products} 个乘积，各有自己的一个 δ，它代表从那里往后的所有路径。`
        : `${products} 个乘积里只有 ${deltas} 个不同的 δ：每个只计算一次，各处共用。`,
  cost: (paths, backprop, cheaper) =>
    `对这样大小的网络求全部梯度，逐条路径计算需要 ${paths} 次乘加，反向传播需要 ${backprop} 次。${
      cheaper
        ? "网络这样小时差别不大；每多一层，差别就增大。"
        : "差别来自共用的尾部；每多一层，差别就增大。"
    }`,
};
