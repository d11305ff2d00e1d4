import type { examples as en } from "../en/examples.ts";

export const examples: typeof en = {
  mazur: {
    name: "Mazur 的 2-2-2",
    description:
      "Matt Mazur 广为人知的分步示例，全部使用 sigmoid：每个数都可与原文对照（原文的梯度下降只更新权重，不更新偏置）。",
  },
  xor: {
    name: "异或，2-3-1",
    description: "计算异或的网络，先 tanh 后 sigmoid；输入为 (0, 1)，监督值为 1。",
  },
  chain: {
    name: "单链，1-1-1-1",
    description: "每层一个神经元：没有求和，δ 就是连乘，链式法则一目了然。",
  },
  classifier: {
    name: "分类器，3-4-4-2",
    description: "隐藏层用 ReLU，输出层用 softmax 和交叉熵；有些神经元输出为 0，不再回传 δ。",
  },
  vanishing: {
    name: "梯度消失，20 层",
    description: "二十层，每层一个 sigmoid 神经元：看 δ 在反向传播途中缩小约二十个数量级。",
  },
};
