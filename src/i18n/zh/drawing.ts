import type { drawing as en } from "../en/drawing.ts";

export const drawing: typeof en = {
  toolbar: "绘图与视图",
  draw: "绘图",
  drawTitle: "在网络上绘图（D）",
  fit: "全图",
  fitTitle: "显示整个网络",
  zoomOut: "缩小",
  zoomIn: "放大",
  dismiss: "关闭",

  hints: {
    mouse:
      "单击：放神经元，选中。再次单击：修改数值。拖动神经元：连接，移动。拖动空白处：选中多个。右键：菜单。",
    touch:
      "轻点：放神经元，或选中。“+”：添加已连接的神经元或层。再次轻点：修改数值。拖动神经元：连接，移动。长按：菜单。",
    walk: "方向键：走动。N：神经元。L：层。C：连接。F：全部连接。空格：选中。Enter：数值。Delete：删除。Alt + 方向键：移动。",
  },
  firstHints: {
    mouse: "单击任意位置，放下输入层的第一个神经元。",
    touch: "轻点任意位置，放下输入层的第一个神经元。",
    walk: "用键盘：在画面上按 Enter。",
  },
  secondHints: {
    mouse: "在上方或下方单击，给这一层再添一个神经元；在旁边单击，添加下一层。",
    touch: "在上方或下方轻点，给这一层再添一个神经元；在旁边轻点，添加下一层。",
    walk: "N：给这一层再添一个神经元。L：下一层。",
  },
  emptyTitle: "空白画面",
  drawToBegin: "按“绘图”开始画网络。",

  nothingYetWhere: "尚未开始",
  nothingYet: "还没有可以逐步演示的计算",
  nothingYetProse:
    "正向传播和反向传播至少需要两层：输入层和输出层。请在画面上画出它们，步骤会出现在这里。",
};
