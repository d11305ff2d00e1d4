import type { library as en } from "../en/library.ts";

export const library: typeof en = {
  example: "例子",
  ownNetwork: (sizes) => `你的网络 · ${sizes}`,
  emptyStage: "空白画面",
  start: "新建",
  startTitle: "从空白画面开始画",
  file: "文件",

  undo: "撤销",
  redo: "重做",
  undoNamed: (change) => `撤销：${change}`,
  redoNamed: (change) => `重做：${change}`,
  undone: (change) => `已撤销：${change}。`,
  redone: (change) => `已重做：${change}。`,
  nothingToUndo: "没有可以撤销的修改。",
  nothingToRedo: "没有可以重做的修改。",

  restored: "已重新打开你上次的内容，并回到离开时的步骤。",
  unkept: "浏览器无法在此保留你的内容：存储已被禁用或已满。离开之前请保存文件或复制链接。",
  restarted: "计算程序停止后已重新启动，你的内容没有变化。",
  previous: {
    page: "之前打开的内容仍然保留着，在“文件”菜单的“我的网络”中也能找到。",
    browser: "你之前在这个浏览器中的内容仍然保留着。",
  },
  openPrevious: "打开之前的内容",

  title: "我的网络",
  saveFile: "保存为文件",
  openFile: "打开文件",
  dropFile: "把文件拖到这里即可打开",

  share: "分享",
  shared: "已复制",
  linkCopied: "已复制指向这个网络和这一步的链接。",
  linkNotCopied: "无法在此复制，链接就在地址栏中。",
  longLink: (characters) =>
    `链接虽已压缩，仍有 ${characters} 个字符，有些邮件和聊天程序会截断超过 2000 个字符的链接。保存为文件更稳妥。`,
};
