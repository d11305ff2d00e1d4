import type { Fit, MatrixTarget, Shape } from "../../share/matrixFit.ts";
import type { MatrixTextProblem } from "../../share/matrixProblem.ts";
import type { paste as en } from "../en/paste.ts";
import { reasons } from "./problems.ts";

function problemText(p: MatrixTextProblem, target: MatrixTarget): string {
  switch (p.code) {
    case "empty":
      return "粘贴的内容中没有数。";
    case "tooLong":
      return `粘贴了 ${p.found.toLocaleString("en")} 个字符；最多读取 ${p.limit.toLocaleString("en")} 个。`;
    case "number":
      return p.row > 0
        ? `第 ${p.line} 行（矩阵第 ${p.row} 行第 ${p.column} 个数）：“${p.text}”，${reasons[p.reason]}。`
        : `第 ${p.line} 行：“${p.text}”之前，${reasons[p.reason]}。`;
    case "elided":
      return `第 ${p.line} 行：“${p.text}”表示有数被省略。请完整输出后再复制。`;
    case "bracket":
      return `第 ${p.line} 行：“${p.text}”没有配对。`;
    case "stray":
      return `第 ${p.line} 行：无法理解此处的“${p.text}”。`;
    case "tooDeep":
      return `第 ${p.line} 行：列表嵌套超过两层；矩阵应是由行组成的列表。`;
    case "ragged":
      return ragged(p.counts, target);
  }
}

function ragged(counts: readonly number[], target: MatrixTarget): string {
  const wanted = target.table === "w" && counts.includes(target.columns);
  const expected = wanted ? target.columns : counts[0];
  const odd = counts.findIndex((count) => count !== expected);
  const other = wanted ? `第 ${target.l} 层有 ${expected} 个输入` : `第 1 行有 ${expected} 个`;
  return `第 ${odd + 1} 行有 ${counts[odd]} 个数，而${other}。`;
}

function fitText(fit: Fit, target: MatrixTarget): string {
  switch (fit.kind) {
    case "fits":
      return "";
    case "transpose":
      return `${shapeText(fit.found, target)}转置后正好符合。`;
    case "resize":
      return `${shapeText(fit.found, target)}${resizeText(fit, target)}`;
    case "misfit":
      switch (fit.reason.code) {
        case "hole":
          return `第 ${fit.reason.row} 行第 ${fit.reason.column} 列没有数；只有连接可以缺少。`;
        case "limit":
          return `${shapeText(fit.reason.found, target)}每层最多有 ${fit.reason.limit} 个神经元。`;
        case "shape":
          return shapeText(fit.reason.found, target);
      }
  }
}

function shapeText(found: Shape, { table, l, rows, columns }: MatrixTarget): string {
  const neurons = `第 ${l} 层有 ${rows} 个神经元`;
  if (table !== "w") {
    const vector = found.rows === 1 || found.columns === 1;
    const came = vector
      ? `${found.rows * found.columns} 个数`
      : `${found.rows} × ${found.columns} 的矩阵`;
    return `粘贴的是 ${came}，而${neurons}。`;
  }
  const wrong: string[] = [];
  if (found.rows !== rows) wrong.push(`粘贴了 ${found.rows} 行，而${neurons}`);
  if (found.columns !== columns) {
    wrong.push(`每行有 ${found.columns} 个数，而第 ${l} 层有 ${columns} 个输入`);
  }
  return `${wrong.join("；")}。`;
}

function resizeText(shape: Shape, { table, l, rows, columns }: MatrixTarget): string {
  const sizes: string[] = [];
  if (table === "w" && shape.columns !== columns) {
    sizes.push(`第 ${l - 1} 层有 ${shape.columns} 个神经元`);
  }
  if (shape.rows !== rows) sizes.push(`第 ${l} 层有 ${shape.rows} 个神经元`);
  return `若${sizes.join("且")}，则正好符合。`;
}

export const paste: typeof en = {
  problemText,
  fitText,
  transpose: "转置",
  resize: (layers) => layers.map(({ l, size }) => `将第 ${l} 层改为 ${size} 个神经元`).join("，"),
};
