import type { common as en } from "../en/common.ts";

export const common: typeof en = {
  noNumber: "没有数值",
  computing: (percent) => `正在计算：${percent} %`,
  cancel: "取消",
  cancelled: "已取消。",
  failed: "计算没有完成。",
  again: "计算",
};
