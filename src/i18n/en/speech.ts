import type { SpeechVocabulary } from "../../formula/speech.ts";

/** Formulas read aloud in English. */
export const speech: SpeechVocabulary = {
  index: {
    "l-1": "l minus 1",
    l: "l",
    "l+1": "l plus 1",
    "L-1": "capital L minus 1",
    L: "capital L",
    i: "i",
    j: "j",
    k: "k",
  },
  quantity: {
    a: ({ l, i }) => `a ${i} of layer ${l}`,
    z: ({ l, i }) => `z ${i} of layer ${l}`,
    d: ({ l, i }) => `delta ${i} of layer ${l}`,
    s: ({ l, i }) => `sigma prime of z ${i} of layer ${l}`,
    b: ({ l, i }) => `b ${i} of layer ${l}`,
    gb: ({ l, i }) => `the derivative of E by b ${i} of layer ${l}`,
    nb: ({ l, i }) => `the new b ${i} of layer ${l}`,
    w: ({ l, i, j }) => `w ${i} ${j} of layer ${l}`,
    gw: ({ l, i, j }) => `the derivative of E by w ${i} ${j} of layer ${l}`,
    nw: ({ l, i, j }) => `the new w ${i} ${j} of layer ${l}`,
    t: ({ i }) => `t ${i}`,
    E: () => "E",
    nE: () => "E after the update",
    eta: () => "eta",
    tz: ({ l, i }) => `z dot ${i} of layer ${l}`,
    ta: ({ l, i }) => `a dot ${i} of layer ${l}`,
    tE: () => "E dot",
  },
  layer: {
    a: (l) => `the vector a of layer ${l}`,
    z: (l) => `the vector z of layer ${l}`,
    d: (l) => `the vector delta of layer ${l}`,
    s: (l) => `the vector sigma prime of z of layer ${l}`,
    b: (l) => `the vector b of layer ${l}`,
    gb: (l) => `the derivative of E by the vector b of layer ${l}`,
    nb: (l) => `the new vector b of layer ${l}`,
    w: (l) => `the matrix w of layer ${l}`,
    gw: (l) => `the derivative of E by the matrix w of layer ${l}`,
    nw: (l) => `the new matrix w of layer ${l}`,
    t: () => "the vector t",
    E: () => "E",
    nE: () => "E after the update",
    eta: () => "eta",
    tz: (l) => `the vector z dot of layer ${l}`,
    ta: (l) => `the vector a dot of layer ${l}`,
    tE: () => "E dot",
  },
  input: "the vector x",
  fn: (fn, activation) => {
    const name = activation === null || activation === "sigmoid" ? "sigma" : FUNCTION[activation];
    return fn === "slope" ? `${name} prime` : name;
  },
  apply: (fn, of) => `${fn} of open parenthesis ${of} close parenthesis`,
  number: (text) =>
    text
      .replace(/^−/, "minus ")
      .replace(
        /e(−?)(\d+)$/,
        (_, sign, power) => ` times 10 to the power ${sign === "" ? "" : "minus "}${power}`,
      ),
  hidden: "not shown",
  equals: "equals",
  approximately: "is approximately",
  gets: "becomes",
  differs: "is not equal to",
  plus: "plus",
  minus: "minus",
  times: "times",
  matrixTimes: "times",
  elementwise: "times, element by element,",
  negative: (of) => `minus ${of}`,
  half: (of) => `one half of ${of}`,
  squared: (of) => `${of} squared`,
  exponential: (of) => `e to the power ${of}, end power`,
  over: (over, under) => `the fraction ${over}, over ${under}, end fraction`,
  logarithm: (of) => `the natural logarithm of open parenthesis ${of} close parenthesis`,
  group: (of) => `open parenthesis ${of} close parenthesis`,
  sumOver: (index, upTo, body) =>
    `the sum over ${index}${upTo === null ? "" : ` up to ${upTo}`} of ${body}, end sum,`,
  omitted: (count) => `${count} more terms`,
  transposed: (of) => `${of} transposed`,
  diagonal: (of) => `the diagonal matrix of ${of}`,
  partial: (of, by) => `the partial derivative of ${of} by ${by}, end derivative,`,
  when: (of, left, right) => `${of} if ${left} equals ${right}, otherwise 0`,
  unitVector: (index) => `the unit vector e ${index}`,
  identity: "the identity matrix",
  matrix: (rows, cols, content) =>
    cols === 1
      ? `the column of ${rows}: ${content.join("")}; end column`
      : `the ${rows} by ${cols} matrix: ${content.join("; ")}; end matrix`,
  row: (row, entries) => `row ${row}: ${entries.join(", ")}`,
  column: (entries) => entries.join(", "),
  dots: "and so on",
  noEdge: "no connection",
  join: (parts) => parts.join(" "),
  pause: ", ",
};

const FUNCTION = {
  identity: "the identity",
  tanh: "hyperbolic tangent",
  relu: "ReLU",
  leaky: "leaky ReLU",
  softplus: "softplus",
  softmax: "softmax",
} as const;
