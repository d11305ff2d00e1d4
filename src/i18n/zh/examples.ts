import type { examples as en } from "../en/examples.ts";

export const examples: typeof en = {
  mazur: {
    name: "Mazur 的 2-2-2",
    description:
      "Matt Mazur 广为人知的分步示例，全部使用 sigmoid：每个数都可与原文对照（原文的梯度下降只更新权重，不更新偏置）。",
  },
  chain: {
    name: "单链，1-1-1-1",
    description: "每层一个神经元：没有求和，δ 就是连乘，链式法则一目了然。",
  },
  or: {
    name: "或，2-1",
    description: "一个神经元就能计算逻辑或；与“与”的区别只在偏置。",
  },
  and: {
    name: "与，2-1",
    description: "权重与“或”相同而偏置更低：两个输入必须都是 1。",
  },
  xor: {
    name: "异或，2-3-1",
    description: "计算异或的网络，先 tanh 后 sigmoid；输入为 (0, 1)，监督值为 1。",
  },
  classifier: {
    name: "分类器，3-4-4-2",
    description: "隐藏层用 ReLU，输出层用 softmax 和交叉熵；有些神经元输出为 0，不再回传 δ。",
  },
  bottleneck: {
    name: "瓶颈，3-1-3",
    description: "三个数挤过一个数：输出只能沿一个方向变化，所有 δ 汇于一个神经元。",
  },
  sparse: {
    name: "缺少连接，3-3-2",
    description: "没有连接之处，前向与反向的求和中都没有相应的项。",
  },
  symmetry: {
    name: "对称陷阱，2-3-1",
    description: "所有权重相等，各隐藏神经元的梯度也就相同，永远无法分化。",
  },
  dead: {
    name: "死亡 ReLU，2-3-1",
    description: "隐藏层第 2 个神经元的 z < 0：其 δ 和各权重的梯度恰为 0，再也无法恢复。",
  },
  saturated: {
    name: "饱和的 sigmoid，2-2-1",
    description: "输出的误差接近 1，但 σ′ 极小，几乎不产生 δ。",
  },
  vanishing: {
    name: "梯度消失，20 层",
    description: "二十层，每层一个 sigmoid 神经元：看 δ 在反向传播途中缩小约二十个数量级。",
  },
  exploding: {
    name: "梯度爆炸，10 层",
    description: "权重的绝对值都不小于 2，又没有激活函数来抑制：δ 在反向途中增大一千多倍。",
  },
};
