import type { ZeroByZero } from "../../engine/literalDelta.ts";
import type { Standing } from "../../engine/repairedDelta.ts";
import type { Verdict } from "../../engine/verdict.ts";
import type { forward as en } from "../en/forward.ts";

const verdicts: Record<Verdict, string> = {
  scalarChain: "前后两层各只有一个神经元：因子是一个不为 0 的数。",
  square: "前后两层神经元个数相同，且 J 可逆。",
  contracting: "这一层比上一层窄，且 J 行满秩：方程足够多。",
  expanding: "这一层比上一层宽：无论数值如何，方程都少于未知数。",
  noEdge: "这里没有边，所以 J 为 0。",
  zeroWeight: "这个权重为 0，所以 J 为 0。",
  zeroSlope: "上一层唯一的神经元的 σ′ 在双精度下为 0（饱和或关闭），所以 J 为 0。",
  deadNeurons: "上一层导数不为 0 的神经元太少：缺少它们的方程。",
  zeroRow: "这一层有一个神经元，它的权重全为 0：没有方程含有它的 δ。",
  dependent: "权重线性相关：互不相同的方程少于未知数。",
  notFinite: "J 中有一个数超出了双精度浮点数的范围。",
};

const standings: Record<Standing, string> = {
  right: "可行",
  impossible: "不可行",
  wrongStart: "这一步可解，但 δ 是错的",
  chance: "这一步可解，δ 碰巧正确",
  underflow: "可行，但已下溢",
  inaccurate: "可行，但不准确",
};

const causes: Record<ZeroByZero["cause"], string> = {
  edge: "0/0，因为缺少这条边：",
  weight: "0/0，因为这个权重为 0：",
  slope: "0/0，因为这个导数为 0：",
  earlier: "0/0，因为这个 δ 已经是 0/0：",
};

export const forward: typeof en = {
  parts: { written: "原文", repaired: "修正后", tangent: "前向模式" },
  partsLabel: "显示 (b) 的哪一部分",
  incomplete: "请先画出第二层：在此之前没有可以计算的。",

  stepper: "逐层查看",
  layerBack: "上一层",
  layerNext: "下一层",
  layerAll: "所有层",
  layerHint: "也可以用 ← 和 → 逐层查看",
  layerAt: (l, L) => `第 ${l} 层，共 ${L} 层`,

  writtenTitle: "作业中的递推",
  writtenProse:
    "(b) 从第 1 层的 δ 出发，说它等于 0，再一层层向前相乘。无论监督值是什么，得到的每个 δ 都是 0，梯度也就都是 0；在缺少边、权重为 0 或导数为 0 的地方，则是 0/0。",
  whyZero: "原因（勘误 B3）：",
  whyZeroText:
    "输入是常数，意思是它不依赖于参数，而不是说第 1 层的 ∂x/∂z 等于 0：第 1 层的 z 就是 x，这个导数是单位矩阵。",
  start: (l) => `第 ${l} 层，递推的起点`,
  layer: (l) => `第 ${l} 层`,
  asWritten: "按原文",
  backprop: "反向传播",
  causes,

  repairedTitle: "修正后的递推",
  repairedProse:
    "起点改正为第 1 层的 δ = ∂E/∂x 之后，每个 δ 都要解方程才能得到：Jᵀ 乘这一层的 δ 等于上一层的 δ，其中 J 是相邻两层之间的 ∂z/∂z。只有 J 的秩等于这一层神经元的个数时，δ 才能由此确定。",
  allValid: "在这个网络中，每一层都能确定：除舍入误差外，递推的结果与反向传播相同。",
  notValid: (l) => `在这个网络中，从第 ${l} 层起递推就行不通：从前面出发无法求出 δ。`,
  dies: (l) =>
    `在这个网络中，第 ${l - 1} 层的 δ 已下溢：虽然到此为止每个 J 都能确定它的 δ，但从第 ${l} 层起，递推的结果与反向传播不同。`,
  drifts: (l) =>
    `在这个网络中，舍入误差不断放大：虽然到此为止每个 J 都能确定它的 δ，但从第 ${l} 层起，正确的位数不到一半。`,
  standings,
  sentenceGap: "",
  verdicts,
  shape: "J 的大小",
  rank: "秩",
  rankOf: (rank, rows) => `${rank}，共 ${rows} 行`,
  condition: "条件数",
  pseudoCondition: "伪逆的条件数",
  amplification: "舍入误差至多放大",
  lost: "落入零空间而丢失的部分",
  relativeError: "相对误差",
  beyondDoubles: "超出双精度浮点数的范围",
  layerOutOfRange: "短横线表示求解这个 δ 或前面的 δ 时，有数超出了双精度浮点数的范围。",
  recursion: "递推",
  leastNorm: "递推（最小范数）",
  notes: {
    right: "",
    impossible: "",
    wrongStart: "所以单看这一步是可解的；但得到的 δ 仍是错的，因为它的起点已经是错的。",
    chance: "所以单看这一步是可解的；前面有一层不能确定它的 δ，但在那里取的 δ 碰巧正确。",
    underflow: "可行不等于准确：前面有一个 δ 已下溢，它的有效数字已经丢失。",
    inaccurate: "可行不等于准确：舍入误差在途中被放大了。",
  },
  started: "起点",
  remainder: "残差",
  fits: {
    nearest: (l) =>
      `方程无解：无论第 ${l} 层的 δ 取何值，都得不到这个起点。这里取的是使 Jᵀ δ 与起点最接近的那个 δ（最小二乘）。`,
    disturbed: () => "方程并未成立：起点的 δ 或这一层的 δ 丢失了太多有效数字。",
  },
  cannotStart: "递推从第 1 层的 δ 出发，而在求它的途中有数超出了双精度浮点数的范围。最先超出的是：",
  failed: "计算未能完成。请重新打开这一部分再试一次。",
  working: "正在计算……",

  tangentTitle: "向前传播的导数",
  tangentProse:
    "能够向前传播的，是对一个数 θ 的导数。选定 θ，再单步前进：ż 和 ȧ 从它出发直到输出。从 θ 所在的层起，每一层都有 δᵀ ż = ∂E/∂θ。",
  kind: "θ 的种类",
  kinds: { w: "权重 w", b: "偏置 b", x: "输入 x" },
  layerOf: "θ 所在的层",
  rowOf: "θ 的行 i",
  columnOf: "θ 的列 j",
  useSelected: "改为对选中的数求导：",
  check: "每一层的检验",
  checkedLayer: "层",
  outOfRange: "短横线表示有数超出了双精度浮点数的范围。最先超出的是：",
  productOutOfRange: "乘积 δᵀ ż 超出了双精度浮点数的范围，尽管它的因子都没有超出。",
  missing: "选定的 θ 已不在这个网络中；现在用的是网络中的第一个。",

  compare: "与反向模式比较",
  compared: "比较项目",
  modeForward: "前向模式",
  modeReverse: "反向模式",
  travels: "传递的是什么",
  travelsForward: "ż 和 ȧ，即对一个 θ 的导数",
  travelsReverse: "δ，即一个 E 的导数",
  way: "方向",
  wayForward: "顺着网络，从 θ 到输出",
  wayReverse: "逆着网络，从 E 到输入",
  passes: "求所有参数的梯度要走几遍",
  passesForward: (parameters) => `${parameters} 遍，每个参数一遍`,
  passesReverse: "1 遍",
  keeps: "需要保存",
  keepsForward: "只需上一层",
  keepsReverse: "所有的 z 和 a，直到 δ 传回来",
  cost: "求所有梯度的乘加次数",
  costNeuron: "同上，但每个神经元只走一遍",
  costNote: "按全连接计算，包含正向传播：一次乘法无论是否带加法都计为 1。",
};
