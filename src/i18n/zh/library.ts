import type { LibraryProblem } from "../../storage/library.ts";
import type { library as en } from "../en/library.ts";

const problems: Record<LibraryProblem, string> = {
  unavailable: "浏览器无法在此保存网络：这是隐私窗口，或存储已被禁用。请改为保存文件或分享链接。",
  quota: "浏览器的存储空间已满，没有保存。请删除一个已保存的网络，或改为保存文件。",
  missing: "这个网络已经不在了，可能已在另一个标签页中删除。",
  unreadable: "无法读取这个网络，没有任何改动。",
};

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
    page: "之前打开的内容会保留到你离开本页为止。",
    browser: "你之前在这个浏览器中的内容仍然保留着。",
  },
  openPrevious: "打开之前的内容",
  recentWork: "其他标签页中最近的内容",
  recentItem: (sizes, when) => `${sizes} 网络，${when}`,
  openRecent: (sizes, when) => `打开 ${sizes} 网络，${when}`,

  title: "我的网络",
  keptHere: "保存的网络只留在这台设备的这个浏览器中。",
  empty: "还没有保存任何网络。",
  name: "名称",
  nameOf: (name) => `${name}的新名称`,
  defaultName: (sizes) => `${sizes} 网络`,
  save: "保存",
  cancel: "取消",
  open: "打开",
  rename: "重命名",
  remove: "删除",
  openNamed: (name) => `打开${name}`,
  renameNamed: (name) => `重命名${name}`,
  removeNamed: (name) => `删除${name}`,
  savedAt: (when) => `保存于 ${when}`,
  saved: (name) => `已保存“${name}”。`,
  removed: (name) => `已删除“${name}”。`,
  restoreRemoved: "恢复",
  saveFile: "保存为文件",
  savedFile: (file) => `已把“${file}”交给浏览器保存。`,
  openFile: "打开文件",
  dropFile: "把文件拖到这里即可打开",
  problems,

  share: "分享",
  shared: "已复制",
  linkCopied: "已复制指向这个网络和这一步的链接。",
  linkNotCopied: "无法在此复制，链接就在地址栏中。",
  longLink: (characters) =>
    `链接虽已压缩，仍有 ${characters} 个字符，有些邮件和聊天程序会截断超过 2000 个字符的链接。保存为文件更稳妥。`,
};
