import type { Item, Neuron } from "../../session/command.ts";
import type { CommandEntry } from "../../ui/draw/menu.ts";
import type { KindCounts } from "../../session/items.ts";
import type { DrawNews } from "../../store/deskNews.ts";
import type { deeds as en } from "../en/deeds.ts";
import { items, kinds } from "./structure.ts";
import { ui } from "./ui.ts";

function news(event: DrawNews): string {
  switch (event.code) {
    case "mode":
      return event.mode === "draw" ? "绘图已开启。" : "绘图已关闭。";
    case "added":
      if (event.connected === null) return `已添加${item(event.item)}。`;
      return event.connected
        ? `已添加${item(event.item)}，并全连接。`
        : `已添加${item(event.item)}，没有连接。`;
    case "moved":
      return `已移动：现在是${item(event.item)}。`;
    case "connected":
      return `已连接${neuron(event.from)} 与${neuron(event.to)}。`;
    case "connectedFully":
      return event.count === 1 ? "已全连接。" : `已将 ${event.count} 个神经元全连接。`;
    case "removed":
      return `已删除${item(event.item)}。`;
    case "removedSeveral":
      return `已删除${items(event.kind, event.count)}。`;
    case "activation":
      return `第 ${event.l} 层的激活函数是 ${ui.activations[event.activation]}。`;
    case "changed":
      return "网络已改变。";
    case "begun":
      return `连接从${neuron(event.from)} 开始。走到另一个神经元，按 C 或 Enter；按 Escape 取消。`;
    case "calledOff":
      return "已取消连接。";
    case "picked": {
      const what = event.isOn ? "已选中" : "已取消选中";
      return `${what}：${item(event.item)}。共选中 ${event.count} 个。`;
    }
    case "pickedSeveral":
      return `已选中${items(event.kind, event.count)}。`;
    case "unpicked":
      return "没有选中任何部分。";
    case "border":
      return "不能再往这个方向移动。";
    case "notANeuron":
      return "这个键用于神经元：请先走到一个神经元。";
    case "notWalking":
      return "请先按 Enter，然后在图中走动。";
  }
}

const commands: Record<CommandEntry, string> = {
  connectFully: "全部连接",
  addNeuron: "在下方添加神经元",
  addLayerBefore: "在前面添加一层",
  addLayerAfter: "在后面添加一层",
  firstNeuron: "放下第一个神经元",
  delete: "删除",
};

function item(it: Item): string {
  switch (it.kind) {
    case "neuron":
      return neuron(it);
    case "edge":
      return `从${neuron({ l: it.l - 1, i: it.j })} 到${neuron(it)} 的连接`;
    case "layer":
      return `第 ${it.l} 层`;
  }
}

function kindsOf(counts: KindCounts): string {
  return counts.map(([kind, count]) => kinds[kind](count).trimStart()).join("、");
}

function neuron({ l, i }: Neuron): string {
  return `第 ${l} 层的神经元 ${i}`;
}

export const deeds: typeof en = {
  news,
  now: (place) => `现在位于：${place}。`,

  menuOf: (it) => (it === null ? "画面" : item(it)),
  partsOf: kindsOf,
  commands,
  deleteLayer: "删除这一层",
  deleteParts: (counts) => `删除 ${kindsOf(counts)}`,
  typeNumber: { w: "修改权重", a: "修改输入", b: "修改偏置" },
  layerMenu: (l) => `第 ${l} 层……`,
};
