import type { SpeechVocabulary } from "../../formula/speech.ts";

/** 公式的中文读法。 */
export const speech: SpeechVocabulary = {
  index: {
    "l-1": "小l减1",
    l: "小l",
    "l+1": "小l加1",
    "L-1": "大L减1",
    L: "大L",
    i: "i",
    j: "j",
    k: "k",
  },
  quantity: {
    a: ({ l, i }) => `第${l}层的a下标${i}`,
    z: ({ l, i }) => `第${l}层的z下标${i}`,
    d: ({ l, i }) => `第${l}层的德尔塔下标${i}`,
    s: ({ l, i }) => `西格玛撇左括号第${l}层的z下标${i}右括号`,
    b: ({ l, i }) => `第${l}层的b下标${i}`,
    gb: ({ l, i }) => `E对第${l}层的b下标${i}的偏导`,
    nb: ({ l, i }) => `更新后的第${l}层的b下标${i}`,
    w: ({ l, i, j }) => `第${l}层的w下标${i}、${j}`,
    gw: ({ l, i, j }) => `E对第${l}层的w下标${i}、${j}的偏导`,
    nw: ({ l, i, j }) => `更新后的第${l}层的w下标${i}、${j}`,
    t: ({ i }) => `t下标${i}`,
    E: () => "E",
    nE: () => "更新后的E",
    eta: () => "伊塔",
    tz: ({ l, i }) => `第${l}层的z点下标${i}`,
    ta: ({ l, i }) => `第${l}层的a点下标${i}`,
    tE: () => "E点",
  },
  layer: {
    a: (l) => `第${l}层的向量a`,
    z: (l) => `第${l}层的向量z`,
    d: (l) => `第${l}层的向量德尔塔`,
    s: (l) => `西格玛撇左括号第${l}层的向量z右括号`,
    b: (l) => `第${l}层的偏置向量b`,
    gb: (l) => `E对第${l}层偏置向量b的偏导`,
    nb: (l) => `更新后的第${l}层偏置向量b`,
    w: (l) => `第${l}层的权重矩阵w`,
    gw: (l) => `E对第${l}层权重矩阵w的偏导`,
    nw: (l) => `更新后的第${l}层权重矩阵w`,
    t: () => "向量t",
    E: () => "E",
    nE: () => "更新后的E",
    eta: () => "伊塔",
    tz: (l) => `第${l}层的向量z点`,
    ta: (l) => `第${l}层的向量a点`,
    tE: () => "E点",
  },
  input: "输入向量x",
  fn: (fn, activation) => {
    const name = activation === null || activation === "sigmoid" ? "西格玛" : FUNCTION[activation];
    return fn === "slope" ? `${name}撇` : name;
  },
  apply: (fn, of) => `${fn}左括号${of}右括号`,
  number: (text) =>
    text
      .replace(/^−/, "负")
      .replace(/e(−?)(\d+)$/, (_, sign, power) => `乘以10的${sign === "" ? "" : "负"}${power}次方`),
  hidden: "未显示",
  equals: "等于",
  approximately: "约等于",
  gets: "更新为",
  differs: "不等于",
  plus: "加",
  minus: "减",
  times: "乘以",
  matrixTimes: "乘以",
  elementwise: "逐元素乘以",
  negative: (of) => `负的${of}`,
  half: (of) => `二分之一乘以${of}`,
  squared: (of) => `${of}的平方`,
  exponential: (of) => `e的${of}次方`,
  over: (over, under) => `分数，分子${over}，分母${under}，分数结束`,
  logarithm: (of) => `${of}的自然对数`,
  group: (of) => `左括号${of}右括号`,
  sumOver: (index, upTo, body) =>
    `对${index}${upTo === null ? "" : `从1到${upTo}`}求和：${body}，求和结束，`,
  omitted: (count) => `另外${count}项`,
  transposed: (of) => `${of}的转置`,
  diagonal: (of) => `${of}的对角矩阵`,
  partial: (of, by) => `${of}对${by}的偏导`,
  when: (of, left, right) => `当${left}等于${right}时为${of}，否则为0`,
  unitVector: (index) => `单位向量e下标${index}`,
  identity: "单位矩阵",
  matrix: (rows, cols, content) =>
    cols === 1
      ? `${rows}维列向量：${content.join("")}；向量结束`
      : `${rows}行${cols}列矩阵：${content.join("；")}；矩阵结束`,
  row: (row, entries) => `第${row}行：${entries.join("、")}`,
  column: (entries) => entries.join("、"),
  dots: "等等",
  noEdge: "无连接",
  join: (parts) => parts.join(""),
  pause: "，",
};

const FUNCTION = {
  identity: "恒等函数",
  tanh: "双曲正切",
  relu: "ReLU",
  leaky: "带泄漏的ReLU",
  softplus: "softplus",
  softmax: "softmax",
} as const;
