import type { Item, Neuron, Table } from "../../session/command.ts";
import type { InitMethod } from "../../session/initialize.ts";
import type { CommandName } from "../../session/names.ts";
import type { structure as en } from "../en/structure.ts";

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

export const structure: typeof en = { command };
