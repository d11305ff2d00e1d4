import type { FileProblem } from "../../share/fileProblem.ts";
import type { files as en } from "../en/files.ts";
import { limits } from "./problems.ts";

function fault(p: FileProblem): string {
  switch (p.code) {
    case "unreadable":
      return "无法读取，它可能是文件夹，或者已被移走";
    case "tooLarge":
      return `文件超过 ${p.limit.toLocaleString("en")} 个字符，任何网络都不需要这么长`;
    case "syntax":
      return `第 ${p.line} 行第 ${p.column} 列起内容已损坏（不是 JSON）`;
    case "foreign":
      return "它不是由 Backstep 保存的文件";
    case "version":
      return `它的格式版本是 ${p.text}，本页面还不能读取`;
    case "missing":
      return `缺少“${p.key}”`;
    case "list":
      return `${p.key}${inRow(p.row)}：此处应为列表，而现在是 ${p.text}`;
    case "text":
      return `${p.key}：此处应为文字，而现在是 ${p.text}`;
    case "sizes":
      return `net：${p.text} 不是 [2, 3, 1] 这样的各层神经元数`;
    case "count":
      return `${p.key}${inRow(p.row)}：有 ${p.found} 项，应有 ${p.expected} 项`;
    case "rows":
      return `${p.key}：有 ${p.found} 行，应有 ${p.expected} 行`;
    case "number":
      return `${p.key}${inRow(p.row)}${p.column > 0 ? `第 ${p.column} 项` : ""}：${p.text} 不是可用的数`;
    case "name":
      return `${p.key}：${p.text} 不在 ${p.allowed.join("、")} 之中`;
    case "integer":
      return `${p.key}：${p.text} 不是 ${p.low} 到 ${p.high} 之间的整数`;
    case "step":
      return `at：“${p.text}”不是 z2.1、E 或 d3.2 这样的步骤`;
    case "limit":
      return `net：${limits[p.what](p.limit)}，这里是 ${p.found}`;
    case "hiddenSoftmax":
      return `act：softmax 只能用于输出层，不能用于第 ${p.l} 层`;
    case "lossOutput":
      return `loss：${p.loss} 要求输出层使用 ${p.needs}，而 act 给出的是 ${p.found}`;
  }
}

function inRow(row: number): string {
  return row > 0 ? `第 ${row} 行` : "";
}

export const files: typeof en = {
  problemText: (file, p) => `没有打开“${file}”：${fault(p)}。您的内容保持不变。`,
};
