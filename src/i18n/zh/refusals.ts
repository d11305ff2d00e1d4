import type { Refusal } from "../../session/refusal.ts";

export function refusal(r: Refusal): string {
  switch (r.code) {
    case "tooManyLayers":
      return `网络最多有 ${r.limit} 层。`;
    case "tooManyNeurons":
      return `第 ${r.l} 层已满：每层最多有 ${r.limit} 个神经元。`;
    case "tooManyConnections":
      return `这样会有 ${r.found} 条连接，而网络最多有 ${r.limit} 条连接。`;
    case "notASize":
      return `每层有 1 到 ${r.limit} 个神经元。`;
    case "notThere":
      return "网络中已经没有它了。";
    case "notNeighbours":
      return `第 ${r.from.l} 层与第 ${r.to.l} 层不相邻：连接只能在相邻两层之间，作业的记号中没有跨层的连接。`;
    case "sameLayer":
      return `两个神经元都在第 ${r.l} 层：连接只能从一层到下一层。`;
    case "sameNeuron":
      return "神经元不能与自身连接。";
    case "alreadyConnected":
      return "这条连接已经存在。";
    case "fullyConnected":
      return "这些连接都已存在。";
    case "noNeighbours":
      return "还没有别的层可以连接。";
    case "notFinite":
      return r.at === 0 ? "这不是可以存储的数。" : `第 ${r.at} 项不是可以存储的数。`;
    case "wrongCount":
      return `给出了 ${r.found} 个数，应有 ${r.expected} 个。`;
    case "computed":
      return "这个数由其他数计算得出，不能直接设定。";
    case "inputLayer":
      return "输入层没有权重、偏置和激活函数。";
    case "softmaxHidden":
      return `softmax 只能用于输出层，不能用于第 ${r.l} 层。`;
    case "outdated":
      return "这一步计算之后，数值已经改变。";
  }
}
