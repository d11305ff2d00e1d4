import type { common as en } from "../en/common.ts";

export const common: typeof en = {
  noNumber: "没有数值",
  matrix: {
    shape: (name, rows, columns) => `${name}，${rows} 行 ${columns} 列矩阵。`,
    row: (row, entries) => `第 ${row} 行：${entries.join("、")}。`,
    walk: "各元素可在表格中逐个浏览。",
    excerpt: "表格中是它开头的和最后的行与列。",
    leftOut: "等等",
    join: (sentences) => sentences.join(""),
  },
  computing: (percent) => `正在计算：${percent} %`,
  cancel: "取消",
  cancelled: "已取消。",
  failed: "计算没有完成。",
  again: "计算",
};
