import type { LibraryProblem } from "../../storage/library.ts";
import type { networks as en } from "../en/networks.ts";

const problems: Record<LibraryProblem, string> = {
  unavailable: "浏览器无法在此保存网络：这是隐私窗口，或存储已被禁用。请改为保存文件或分享链接。",
  quota: "浏览器的存储空间已满，没有保存。请删除一个已保存的网络，或改为保存文件。",
  missing: "这个网络已经不在了，可能已在另一个标签页中删除。",
  unreadable: "无法读取这个网络，没有任何改动。",
};

export const networks: typeof en = {
  recentWork: "最近的内容",
  recentItem: (sizes, when) => `${sizes} 网络，${when}`,
  openRecent: (sizes, when) => `打开 ${sizes} 网络，${when}`,
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
  nameTaken: (name, when) => `已有一个“${name}”，保存于 ${when}。`,
  renameTaken: (name) => `已有另一个网络名为“${name}”，请换一个名称。`,
  replace: "替换它",
  keepBoth: "两个都保留",
  replaced: (name) => `已用现在打开的内容替换“${name}”。`,
  keepReplaced: "旧的也保留",
  removed: (name) => `已删除“${name}”。`,
  restoreRemoved: "恢复",
  savedFile: (file) => `已把“${file}”交给浏览器保存。`,
  problems,
};
