import type { NumberProblem } from "../../numbers/parse.ts";
import type { LinkProblem } from "../../share/problem.ts";
import { MOST_LISTED, type problems as en } from "../en/problems.ts";

export const reasons: Record<NumberProblem, string> = {
  empty: "这里没有数",
  notANumber: "这不是一个数",
  divisionByZero: "分母为 0",
  outOfRange: "这个数太大，无法存储",
};

export const limits: Record<
  Extract<LinkProblem, { code: "limit" }>["what"],
  (n: number) => string
> = {
  layers: (n) => `网络最多有 ${n} 层`,
  neurons: (n) => `每层有 1 到 ${n} 个神经元`,
  connections: (n) => `网络最多有 ${n} 条连接`,
};

const compressed: Record<Extract<LinkProblem, { code: "compressed" }>["reason"], string> = {
  characters: "其中有压缩链接不会有的字符",
  damaged: "这个压缩链接不完整或已损坏",
  tooLong: "展开后的内容超出任何网络所需",
};

function problemText(p: LinkProblem): string {
  switch (p.code) {
    case "version":
      return `v：此链接的格式版本是“${p.text}”，本页面还不能读取，因此未采用其中任何内容。`;
    case "compressed":
      return `z：${compressed[p.reason]}。没有打开网络。`;
    case "noEqualsSign":
      return `“${p.text}”：链接的每一部分应写成“键=值”。已略去。`;
    case "unknownKey":
      return `${p.key}：没有这个键，“${p.text}”已略去。`;
    case "duplicateKey":
      return `${p.key}：重复给出。采用了第一个，“${p.text}”未采用。`;
    case "noSuchLayer":
      return p.l < 2
        ? `${p.key}：权重和偏置从第 2 层开始，输入层没有参数。已略去。`
        : `${p.key}：此网络只有 ${p.L} 层。已略去。`;
    case "sizes":
      return p.inferred === null
        ? `net：“${p.text}”不是 2-3-1 这样的各层神经元数。没有打开网络。`
        : `net：“${p.text}”不是 2-3-1 这样的各层神经元数。按矩阵的形状打开了 ${p.inferred.join("-")}。`;
    case "limit":
      return `net：${limits[p.what](p.limit)}，这里是 ${p.found}。没有打开网络。`;
    case "matricesDisagree":
      return "net：没有给出，而各矩阵的形状又彼此不符。没有打开网络。";
    case "name":
      return p.allowed.length > MOST_LISTED
        ? `${p.key}：“${p.text}”不在它的 ${p.allowed.length} 个名称（例如 ${p.allowed[0]}）之中。已略去。`
        : `${p.key}：“${p.text}”不在 ${p.allowed.join("、")} 之中。已略去。`;
    case "count":
      return `${p.key}：有 ${p.found} 项，应有 ${p.expected} 项。已略去。`;
    case "rows":
      return `${p.key}：有 ${p.found} 行，而第 ${p.l} 层有 ${p.expected} 个神经元。整个矩阵已略去。`;
    case "columns":
      return `${p.key}：第 ${p.row} 行有 ${p.found} 个数，而第 ${p.l} 层有 ${p.expected} 个输入。整个矩阵已略去。`;
    case "number":
      return `${p.key}${place(p.row, p.column)}：“${p.text}”，${reasons[p.reason]}。改用默认值。${others(p.others)}`;
    case "integer":
      return `${p.key}：“${p.text}”不是 ${p.low} 到 ${p.high} 之间的整数。已略去。`;
    case "hiddenSoftmax":
      return `act：softmax 只能用于输出层，不能用于第 ${p.l} 层。各层激活函数均已略去。`;
    case "lossOutput":
      return `loss：${p.loss} 要求输出层使用 ${p.needs}，而 act 给出的是 ${p.found}。改用平方误差的一半（l2）。`;
    case "step":
      return `at：“${p.text}”不是 z2.1、E 或 d3.2 这样的步骤。已略去。`;
    case "noSuchStep":
      return `at：此网络没有步骤“${p.text}”。显示最近的步骤 ${p.used}。`;
    case "nearest":
      return `${p.key}：这里没有“${p.text}”。显示最近的 ${p.used}。`;
    case "more":
      return `另有 ${p.count} 个问题。`;
  }
}

function place(row: number, column: number): string {
  if (row > 0) return `，第 ${row} 行第 ${column} 列`;
  return column > 0 ? `，第 ${column} 项` : "";
}

function others(count: number): string {
  return count === 0 ? "" : `另有 ${count} 项同样如此。`;
}

export const problems: typeof en = {
  title: (n) => `链接中有 ${n} 处无法使用`,
  problemText,
};
