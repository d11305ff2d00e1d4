import { expect, it } from "vitest";
import { problems as en } from "../../src/i18n/en/problems.ts";
import { problems as zh } from "../../src/i18n/zh/problems.ts";
import type { LinkProblem } from "../../src/share/problem.ts";

const number = { code: "number", key: "w2", text: "abc", reason: "notANumber" } as const;

const SENTENCES: [LinkProblem, string, string][] = [
  [
    { code: "columns", key: "w3", l: 3, row: 2, found: 3, expected: 2 },
    "w3: row 2 has 3 numbers, but layer 3 has 2 inputs. The matrix was left out.",
    "w3：第 2 行有 3 个数，而第 3 层有 2 个输入。整个矩阵已略去。",
  ],
  [
    { code: "rows", key: "w2", l: 2, found: 1, expected: 2 },
    "w2: 1 row, but layer 2 has 2 neurons. The matrix was left out.",
    "w2：有 1 行，而第 2 层有 2 个神经元。整个矩阵已略去。",
  ],
  [
    { ...number, row: 1, column: 2, others: 2 },
    "w2, row 1, column 2: “abc”, this is not a number. Its default was used. 2 more entries are like it.",
    "w2，第 1 行第 2 列：“abc”，这不是一个数。改用默认值。另有 2 项同样如此。",
  ],
  [
    { ...number, key: "x", row: 0, column: 2, others: 1 },
    "x, entry 2: “abc”, this is not a number. Its default was used. One more entry is like it.",
    "x，第 2 项：“abc”，这不是一个数。改用默认值。另有 1 项同样如此。",
  ],
  [
    { ...number, key: "eta", text: "1/0", reason: "divisionByZero", row: 0, column: 0, others: 0 },
    "eta: “1/0”, its denominator is 0. Its default was used.",
    "eta：“1/0”，分母为 0。改用默认值。",
  ],
  [
    { code: "count", key: "act", found: 3, expected: 1 },
    "act: 3 entries, but 1 is needed. It was left out.",
    "act：有 3 项，应有 1 项。已略去。",
  ],
  [
    { code: "limit", key: "net", what: "neurons", found: 40, limit: 32 },
    "net: a layer has 1 to 32 neurons; here it is 40. No network was opened.",
    "net：每层有 1 到 32 个神经元，这里是 40。没有打开网络。",
  ],
  [
    { code: "name", key: "by", text: "abc", allowed: ["term", "neuron", "layer"] },
    "by: “abc” is not one of term, neuron, layer. It was left out.",
    "by：“abc”不在 term、neuron、layer 之中。已略去。",
  ],
  [
    { code: "name", key: "eq", text: "abc", allowed: Array.from("abcdefghijklm") },
    "eq: “abc” is none of its 13 names, such as a. It was left out.",
    "eq：“abc”不在它的 13 个名称（例如 a）之中。已略去。",
  ],
  [
    { code: "nearest", key: "h", text: "7", used: "0.1" },
    "h: there is no “7” here. The nearest one, 0.1, is shown.",
    "h：这里没有“7”。显示最近的 0.1。",
  ],
];

it.each(SENTENCES)("%o in words", (problem, english, chinese) => {
  expect(en.problemText(problem)).toBe(english);
  expect(zh.problemText(problem)).toBe(chinese);
});

it.each<LinkProblem>([
  { code: "version", key: "v", text: "2" },
  { code: "noEqualsSign", key: "", text: "abc" },
  { code: "unknownKey", key: "foo", text: "1" },
  { code: "duplicateKey", key: "x", text: "1" },
  { code: "noSuchLayer", key: "w5", l: 5, L: 3 },
  { code: "noSuchLayer", key: "b1", l: 1, L: 3 },
  { code: "compressed", key: "z", reason: "characters" },
  { code: "compressed", key: "z", reason: "damaged" },
  { code: "compressed", key: "z", reason: "tooLong" },
  { code: "sizes", key: "net", text: "two", inferred: null },
  { code: "sizes", key: "net", text: "two", inferred: [2, 1] },
  { code: "matricesDisagree", key: "net" },
  { code: "name", key: "by", text: "x", allowed: ["layer", "neuron"] },
  { code: "integer", key: "digits", text: "x", low: 2, high: 10 },
  { code: "hiddenSoftmax", key: "act", l: 2 },
  { code: "lossOutput", key: "loss", loss: "ce", needs: "softmax", found: "tanh" },
  { code: "step", key: "at", text: "x1" },
  { code: "noSuchStep", key: "at", text: "d9", used: "d3.1" },
  { code: "nearest", key: "entry", text: "9.9", used: "2.2" },
  { code: "more", key: "", count: 1 },
])("$code is said in both languages, with its key and text", (problem) => {
  const shown = [problem.key, "text" in problem ? problem.text : ""];
  for (const text of [en.problemText(problem), zh.problemText(problem)]) {
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    for (const part of shown) expect(text).toContain(part);
  }
  expect(zh.problemText(problem)).toMatch(/\p{Script=Han}/u);
});
