import type { InitMethod } from "../../session/initialize.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import type { Notation } from "../../share/matrixProblem.ts";
import type { numbers as en } from "../en/numbers.ts";

const notations: Record<Notation, string> = {
  latex: "LaTeX 矩阵",
  list: "Python 列表或数组",
  braces: "花括号列表",
  matlab: "MATLAB 矩阵",
  markdown: "Markdown 表格",
  cells: "电子表格单元格",
  csv: "以逗号分隔的行",
  semicolons: "以分号分隔的行",
  decimalCommas: "以逗号作小数点的数",
  link: "链接中的写法",
  spaces: "以空格分隔的行",
};

const methods: Record<InitMethod, { readonly name: string; readonly text: string }> = {
  uniform: {
    name: "均匀分布",
    text: "每个权重取 −1 到 1 之间的任意值，与层的大小无关。输入多时加权输入会变得很大，使 sigmoid 饱和。",
  },
  xavier: {
    name: "Xavier（Glorot）",
    text: "每个权重取 −r 到 r 之间的任意值；r 是 6 除以输入数与神经元数之和的平方根。这样各层的激活值和误差 δ 的分散程度大致相同（Glorot 与 Bengio，2010）。",
  },
  he: {
    name: "He",
    text: "每个权重取 −r 到 r 之间的任意值；r 是 6 除以输入数的平方根。这弥补了 ReLU 只让大约一半输入通过（He 等，2015）。",
  },
  zeros: {
    name: "全为零",
    text: "所有权重为 0。误差无法经由它们反向传播：前一层的 δ 为 0，其梯度也为 0。",
  },
  equal: {
    name: "全部相等（对称陷阱）",
    text: "所有权重为 0.5。同一层中，若各神经元的输入权重和输出权重都相同，则它们的激活值、误差 δ 和梯度也都相同：无论更新多少步，都无法把它们区分开。",
  },
};

function tableName({ table, l }: MatrixTarget): string {
  switch (table) {
    case "w":
      return `第 ${l} 层的权重`;
    case "b":
      return `第 ${l} 层的偏置`;
    case "x":
      return "输入 x";
    case "t":
      return "监督值 t";
  }
}

function tableSentence(target: MatrixTarget): string {
  const { table, l, rows, columns } = target;
  const name = tableName(target);
  return table === "w"
    ? `${name}：共 ${rows} 行，每行对应第 ${l} 层的一个神经元 i；共 ${columns} 列，每列对应第 ${l - 1} 层的一个神经元 j。`
    : `${name}：共 ${rows} 行，每行对应第 ${l} 层的一个神经元 i。`;
}

function copied(name: string): string {
  return `${name}：已复制。`;
}

export const numbers: typeof en = {
  tableName,
  tableSentence,
  intro:
    "$W$ 的第 $i$ 行是进入该层第 $i$ 个神经元的权重，第 $j$ 列是来自前一层第 $j$ 个神经元的权重。",
  introShort: "$W$ 的第 $i$ 行：进入神经元 $i$ 的权重；第 $j$ 列：来自神经元 $j$ 的权重。",
  keys: "方向键移动，直接输入即替换，Enter 编辑，Alt + ↑ ↓ 微调，拖动可连续改变。可在任一单元格中粘贴整个表的数。",
  nothing: "还没有数：请先画一个神经元。",
  input: "输入",
  target: "监督值",
  layer: (l) => `第 ${l} 层`,
  count: (n) => `${n} 个数`,
  layerSizes: (nIn, nOut, activation) => `${nIn} 个输入，${nOut} 个神经元，${activation}`,
  row: (i, l) => `i = ${i}，第 ${l} 层第 ${i} 个神经元`,
  column: (j, l) => `j = ${j}，第 ${l} 层第 ${j} 个神经元`,
  noEdge: "没有连接；在此输入一个数即画出连接",

  pasteInto: "粘贴…",
  copyNumpy: "复制 NumPy",
  copyCells: "复制单元格",
  labelled: (action, name) => `${action} · ${name}`,
  copied,
  copiedNumpy: (name, missing) =>
    missing === 0 ? copied(name) : `${copied(name)}${missing} 条不存在的连接写成了 0.0。`,
  copyFailed: "浏览器不允许此页面复制。",

  pasteTitle: (name) => `粘贴 · ${name}`,
  pasteLabel: (target) =>
    target.table === "w"
      ? `共 ${target.rows} 行，每行 ${target.columns} 个数，每行对应第 ${target.l} 层的一个神经元`
      : `${target.rows} 个数，每个对应第 ${target.l} 层的一个神经元`,
  pasteForms:
    "可以粘贴电子表格单元格、Python 列表、np.array(…)、tensor(…)、MATLAB 的 [1 2; 3 4] 以及 LaTeX 矩阵。不存在的连接写作“_”。",
  understood: (notation, rows, columns) => `识别为：${notations[notation]}，${rows} × ${columns}。`,
  fits: "正好符合。",
  drawn: (n) => `将画出表中原来没有的 ${n} 条连接。`,
  removed: (n) => `将删除 ${n} 条连接。`,
  accept: "填入这些数",

  initialise: "初始化…",
  initialiseAll: "初始化所有层…",
  initialiseTitle: "初始化权重",
  initialiseDo: "初始化",
  whichLayers: "层",
  allLayers: "所有层",
  method: "方法",
  methods,
  seed: "随机种子",
  seedProblem: "随机种子应是 0 到 4294967295 之间的整数。",
  initialiseNote:
    "相同的种子使一层得到相同的权重。权重保留两位小数；偏置变为 0；不存在的连接仍不存在。",
  initialiseNoteFixed: "偏置变为 0；不存在的连接仍不存在。",
};
