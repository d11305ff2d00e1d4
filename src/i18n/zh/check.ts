import type { CheckMessages } from "../check.ts";

const tex = String.raw;

export const check: CheckMessages = {
  part: "查看内容",
  parts: { gradients: "梯度检验", cost: "计算量" },
  incomplete: "请先画出第二层：在此之前没有权重和偏置。",

  title: "三种方法，同一个梯度",
  compared: (count, h) =>
    tex`对全部 ${count} 个参数 $\theta$ 各求 $\partial E/\partial\theta$：用反向传播；用前向模式，每个神经元一个切向量；只移动 $\theta$，取 $\dfrac{E(\theta+h)-E(\theta-h)}{2h}$，其中 $h$ = ${h}。`,
  h: "中心差分的步长 h",
  rival: "与反向传播对照的方法",
  rivals: { forwardMode: "前向模式", central: "中心差分" },
  worst: "最大偏差",
  at: "在",
  noNumber: "没有一个参数的梯度用两种方法都有数值，所以没有偏差可言。",
  allZero: "两种方法得到的梯度全是 0：这里什么也没有检验到。",
  noWorst: "没有可以比较的参数。",
  measure: tex`偏差：两数之差除以同一层中最大的 $|\partial E/\partial w|$（偏置则为 $|\partial E/\partial b|$）。`,
  toStep: (name) => `${name}：转到求出其梯度的那一步`,

  map: (summary) => `网络图：线表示权重，圆圈表示偏置，各按两种方法的一致程度画出：${summary}。`,
  levels: {
    agrees: "6 位数字一致",
    zero: "两种方法都得 0",
    close: "3 位数字一致",
    kink: "不一致：步长跨过折点",
    noise: "差别不超过舍入误差",
    apart: "不一致",
    none: "没有数值",
  },
  levelCount: (name, count) => `${name}：${count}`,
  join: (parts) => parts.join("；"),

  someZero: "两种方法得到的全是 0，因此没有检验到什么：",
  kinks: (count) =>
    tex`有 ${count} 个参数的 $\theta + h$ 与 $\theta - h$ 落在某个 ReLU 或 leaky ReLU 折点的两侧，差商混合了两个斜率：`,
  more: (count) => `另有 ${count} 个`,
  noise: (noise) =>
    tex`仅舍入就会使中心差分变动，至多约 $\varepsilon(|E|+\sum_k|\delta_k^{(L)}z_k^{(L)}|)/h$ = ${noise}，比这更小的梯度它可能看不见。`,
  wide: tex`没有折点而不一致时，请换一个 $h$：大的 $h$ 有截断误差（$\propto h^2$），小的 $h$ 有舍入误差（$\propto \varepsilon/h$）。`,
  overflow: "标 — 的元素没有数值：最先超出双精度浮点数范围的是：",
  lost: {
    forwardMode: "对 θ 的导数超出双精度浮点数的范围时，前向模式没有数值；最先超出的是",
    central: "移动 θ 之后有数超出双精度浮点数的范围时，中心差分没有数值；最先超出的是",
  },
  lostWith: "，其中 θ =",

  table: "全部参数",
  order: "行的次序",
  orders: { worst: "偏差大的在前", network: "按层和神经元" },
  parameter: "θ",
  backprop: "反向",
  forwardMode: "前向",
  central: "差分",
  disagreement: "偏差",
  rows: (first, last, of) =>
    first === last ? `第 ${first} 个，共 ${of} 个` : `第 ${first} 至 ${last} 个，共 ${of} 个`,
  previousPage: "前面的行",
  nextPage: "后面的行",

  computing: (percent) => `正在检验：${percent} %`,
  cancel: "取消",
  cancelled: "已取消。",
  failed: "检验没有完成。",
  again: "检验",
  earlier: "下面是上一次检验的结果。",

  costTitle: "求全部梯度的计算量",
  costProse: (sizes) => `求 ${sizes} 网络全部参数的梯度所需的乘加次数，含正向传播。`,
  method: "方法",
  count: "乘加次数",
  ratio: "÷ 反向",
  methods: {
    forwardPass: "仅正向传播",
    backprop: "反向传播",
    tangentPerNeuron: "前向模式，每个神经元一个切向量",
    tangentPerParameter: "前向模式，每个参数一个切向量",
    central: tex`$E$ 的中心差分`,
    paths: "对全部路径求和，毫不共用",
  },
  inWords: (words) => `约 ${words}`,
  symbols: "公式中",
  tangentCost: tex`从第 $m$ 层到 $E$ 的一个切向量`,
  counted: "一次乘法无论带不带加法都算 1 次；σ、σ′ 和单独的加法不算。",
  inputs: (count) => tex`若还要 $\partial E/\partial x$，反向传播增加 $n_1 n_2$ = ${count} 次。`,
  dearest: {
    paths: (count) =>
      `在这个网络中，路径求和最费：每条路径都要单独走一遍，仅从输入到输出的路径就有 ${count} 条。`,
    central:
      "在这个网络中，最费的不是路径求和，而是中心差分：网络小或浅时路径不多；每层有多个神经元时，路径数随层数爆炸式增长。",
    centralInChain:
      "在这个网络中，最费的不是路径求和，而是中心差分：每个隐藏层只有一个神经元，层数再多也不增加路径。",
  },
  fullyConnected: "公式按全部连接计数；这个网络的连接较少，各方法的实际次数都比公式少。",
  softmax: "公式适用于逐个神经元起作用的激活函数；输出层的 softmax 要多做几次乘法。",

  growthTitle: "计算量如何增长",
  axis: "什么在增长",
  axes: { depth: "深度 L", width: "宽度 n" },
  growthProse: {
    depth: (n) => tex`$L$ 层，每层 $n$ = ${n} 个神经元，即网络中最宽的一层。$K = L - 1$。`,
    width: (L) => tex`层数 $L$ = ${L}，与你的网络相同，每层 $n$ 个神经元。$K = L - 1$。`,
  },
  sizeOf: { depth: "层数 L", width: "每层神经元数 n" },
  leading: tex`$n$ 很大时`,
  plot: (axis, from, to) =>
    `各方法的乘加次数随${axis} 的变化，纵轴按 10 的幂。从最小到最大，反向传播由 ${from} 次增至 ${to} 次；全部数值见下表。`,
  allSizes: "全部数值的表格",
};
