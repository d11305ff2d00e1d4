import type { Item, Neuron, Table } from "../../session/command.ts";
import type { InitMethod } from "../../session/initialize.ts";
import type { CommandName } from "../../session/names.ts";
import type { Refusal } from "../../session/refusal.ts";
import type { structure as en } from "../en/structure.ts";

function refusal(r: Refusal): string {
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

function command(name: CommandName): string {
  switch (name.code) {
    case "setValue":
      return `修改 ${name.symbol}`;
    case "setActivation":
      return `更换第 ${name.l} 层的激活函数`;
    case "setLoss":
      return "更换损失函数";
    case "takeStep":
      return "执行一步梯度下降";
    case "open":
      return "打开另一个网络";
    case "clear":
      return "清空画面";
    case "addNeuron":
      return `在第 ${name.l} 层添加神经元`;
    case "addLayer":
      return `添加第 ${name.l} 层`;
    case "resizeLayer":
      return `改变第 ${name.l} 层的神经元数`;
    case "moveNeuron":
      return `移动${neuron(name.neuron)}`;
    case "remove":
      return `删除${items(name.kind, name.count)}`;
    case "connect":
      return `连接${neuron(name.from)}与${neuron(name.to)}`;
    case "connectFully":
      return `将 ${name.count} 个神经元全连接`;
    case "setValues":
      return `修改${tables[name.table](name.l)}`;
    case "initialize":
      return `初始化${name.l === "all" ? "全部权重" : `第 ${name.l} 层`}（${methods[name.method]}）`;
  }
}

const tables: Record<Table, (l: number) => string> = {
  w: (l) => `第 ${l} 层的权重`,
  b: (l) => `第 ${l} 层的偏置`,
  x: () => "输入",
  t: () => "监督值",
};

const methods: Record<InitMethod, string> = {
  uniform: "均匀分布",
  xavier: "Xavier",
  he: "He",
  zeros: "全为零",
  equal: "全部相等",
};

export const kinds: Record<Item["kind"], (count: number) => string> = {
  neuron: (count) => ` ${count} 个神经元`,
  edge: (count) => ` ${count} 条连接`,
  layer: (count) => ` ${count} 层`,
};

export function items(kind: Item["kind"] | null, count: number): string {
  return kind === null ? `网络的 ${count} 个部分` : kinds[kind](count);
}

function neuron({ l, i }: Neuron): string {
  return `第 ${l} 层的神经元 ${i}`;
}

export const structure: typeof en = { refusal, command };
