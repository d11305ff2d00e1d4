import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { paste as en } from "../../src/i18n/en/paste.ts";
import { paste as zh } from "../../src/i18n/zh/paste.ts";
import { formatShortest } from "../../src/numbers/format.ts";
import { fitMatrix, type Fit, type MatrixTarget } from "../../src/share/matrixFit.ts";
import {
  readMatrixText,
  type MatrixRows,
  type MatrixTextProblem,
} from "../../src/share/matrixText.ts";
import { anyDouble } from "../session/networks.ts";

const SQUARE = [
  [1, 2],
  [3, 4],
];
const HALVES = [
  [0.5, 0.25],
  [-1, 1e-3],
];
const W2: MatrixTarget = { table: "w", l: 2, rows: 3, columns: 2 };

function problemOf(text: string): MatrixTextProblem {
  const reading = readMatrixText(text);
  expect(reading.ok).toBe(false);
  return (reading as Extract<typeof reading, { ok: false }>).problem;
}

const long = Array.from({ length: 24 }, (_, k) => `0.${k + 1000}`);
/** As NumPy prints a long vector. */
const WRAPPED = `[${long.slice(0, 10).join(" ")}\n ${long.slice(10, 20).join(" ")}\n ${long.slice(20).join(" ")}]`;

const UNDERSTOOD: [notation: string, text: string, rows: MatrixRows][] = [
  ["cells", "1\t2\r\n3\t4\r\n", SQUARE],
  ["cells", "0,5\t0,25\n-1\t1e-3", HALVES],
  [
    "cells",
    "1\t\t3\n\t_\t4",
    [
      [1, null, 3],
      [null, null, 4],
    ],
  ],
  ["csv", "1,2\n3,4\n", SQUARE],
  ["csv", "1, 2,\n3, 4,\n", SQUARE],
  [
    "csv",
    "1,,2\n3,_,4",
    [
      [1, null, 2],
      [3, null, 4],
    ],
  ],
  ["csv", '"1","2"\n"3","4"', SQUARE],
  ["decimalCommas", "0,5;0,25\n-1;0,001", HALVES],
  ["semicolons", "1;2\n3;4", SQUARE],
  ["csv", "1，2\n3，4", SQUARE],
  ["csv", "0.1, 0.2, 1/4", [[0.1, 0.2, 0.25]]],
  ["spaces", "0.5 0.25\n−1   1e-3\n", HALVES],
  ["decimalCommas", "0,5 0,25\n-1 0,001", HALVES],
  ["spaces", "1\n2\n\n3", [[1], [2], [3]]],
  ["spaces", "w2 = 7", [[7]]],
  ["link", "0.5,0.25;-1,1e-3", HALVES],
  [
    "link",
    "w2=1,_;3,4",
    [
      [1, null],
      [3, 4],
    ],
  ],
  ["link", "1 2; 3 4;", SQUARE],
  ["link", "1,2;\n3,4", SQUARE],
  ["list", "[[1, 2], [3, 4]]", SQUARE],
  ["list", "((1, 2), (3, 4),)", SQUARE],
  ["braces", "{{1, 2}, {3, 4}}", SQUARE],
  ["braces", "{1,2}", [[1, 2]]],
  ["list", "[1, 2],\n[3, 4]", SQUARE],
  ["list", "[1 2]\n[3 4]", SQUARE],
  ["list", "[\n  [\n    1,\n    2\n  ],\n  [\n    3,\n    4\n  ]\n]", SQUARE],
  ["list", "[\n  1,\n  2\n]", [[1, 2]]],
  ["list", "[[1], [2]]", [[1], [2]]],
  ["list", "[[[1, 2], [3, 4]]]", SQUARE],
  ["list", "W = np.array([[1, 2],\n              [3, 4]])", SQUARE],
  ["list", "array([[ 0.5  ,  0.25 ],\n       [-1.   ,  0.001]], dtype=float32)", HALVES],
  ["list", "[[ 0.5    0.25 ]\n [-1.     0.001]]", HALVES],
  [
    "list",
    "tensor([[ 0.5000,  0.2500],\n        [-1.0000,  0.0010]], grad_fn=<AddmmBackward0>)",
    HALVES,
  ],
  ["list", "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', requires_grad=True)", SQUARE],
  [
    "list",
    "Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)",
    SQUARE,
  ],
  ["list", "torch.nn.Parameter(torch.tensor([[1, 2], [3, 4]]))", SQUARE],
  ["list", "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)", SQUARE],
  ["list", "[array([1, 2]), array([3, 4])]", SQUARE],
  ["list", "[np.float64(0.5), np.float64(0.25)]", [[0.5, 0.25]]],
  ["list", "np.array((1, 2))", [[1, 2]]],
  ["list", "tensor(0.5)", [[0.5]]],
  ["list", "['1/4', '-2']", [[0.25, -2]]],
  [
    "list",
    "[[1, _], [3, 4]]",
    [
      [1, null],
      [3, 4],
    ],
  ],
  ["matlab", "[1 2; 3 4]", SQUARE],
  ["matlab", "W = [1, 2; 3, 4];", SQUARE],
  ["matlab", "[1 2\n3 4]", SQUARE],
  ["matlab", "[1 2;\n 3 ...\n 4;]", SQUARE],
  ["matlab", "[0.1 -0.2]", [[0.1, -0.2]]],
  ["matlab", WRAPPED, [long.map(Number)]],
  ["latex", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", SQUARE],
  ["latex", "$W = \\begin{bmatrix}1&2\\\\[2pt]3&4\\\\\\end{bmatrix}$.", SQUARE],
  ["latex", "\\left( \\begin{array}{rr} 1 & 2 \\\\ \\hline 3 & 4 \\end{array} \\right)", SQUARE],
  [
    "latex",
    "\\begin{pmatrix*}[r] \\frac{1}{2} & 0{,}25 \\\\ \\phantom{-}-1 & 1\\cdot 10^{-3} \\end{pmatrix*}",
    HALVES,
  ],
  ["latex", "1 & 2 \\\\ 3 & 4", SQUARE],
  ["latex", "\\begin{pmatrix} 1 & & -\\tfrac14 \\end{pmatrix}", [[1, null, -0.25]]],
  ["latex", "\\frac{1}{2} \\\\ 3", [[0.5], [3]]],
  ["markdown", "| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |", SQUARE],
  ["markdown", "|1|2|\n|3|4|", SQUARE],
];

describe("what is understood", () => {
  it.each(UNDERSTOOD)("%s: %j", (notation, text, rows) => {
    expect(readMatrixText(text)).toEqual({ ok: true, rows, notation });
  });

  const WRITERS: [string, (rows: readonly (readonly string[])[]) => string][] = [
    ["cells", (rows) => rows.map((row) => row.join("\t")).join("\n")],
    ["link", (rows) => `w2=${rows.map((row) => row.join(",")).join(";")}`],
    ["spaces", (rows) => rows.map((row) => row.join("   ")).join("\n")],
    ["JSON", (rows) => `[${rows.map((row) => `[${row.join(", ")}]`).join(",\n")}]`],
    ["NumPy", (rows) => `array([${rows.map((row) => `[${row.join(" ")}]`).join("\n ")}], dtype=x)`],
    ["MATLAB", (rows) => `[${rows.map((row) => row.join(" ")).join("; ")}]`],
    [
      "LaTeX",
      (rows) => `\\begin{pmatrix}${rows.map((row) => row.join("&")).join("\\\\")}\\end{pmatrix}`,
    ],
  ];
  const anyRows = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([n, m]) =>
      fc.array(fc.array(anyDouble, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
    );

  test.prop([anyRows, fc.constantFrom(...WRITERS)])("every double exactly", (rows, [, write]) => {
    const text = write(rows.map((row) => row.map(formatShortest)));
    const reading = readMatrixText(text);
    expect(reading).toStrictEqual({ ...reading, ok: true, rows });
  });
});

describe("what is not", () => {
  it.each<[string, MatrixTextProblem]>([
    ["", { code: "empty", line: 1 }],
    [" \n\n", { code: "empty", line: 1 }],
    ["[]", { code: "empty", line: 1 }],
    [
      "[[1, 2],\n [3, nan]]",
      { code: "number", line: 2, row: 2, column: 2, text: "nan", reason: "notANumber" },
    ],
    [
      "[[1, None]]",
      { code: "number", line: 1, row: 1, column: 2, text: "None", reason: "notANumber" },
    ],
    [
      "1 2\n3 1/0",
      { code: "number", line: 2, row: 2, column: 2, text: "1/0", reason: "divisionByZero" },
    ],
    [
      "1\t1e999",
      { code: "number", line: 1, row: 1, column: 2, text: "1e999", reason: "outOfRange" },
    ],
    ["[1,,2]", { code: "number", line: 1, row: 0, column: 0, text: ",", reason: "empty" }],
    ["[[1 2]\n [3 4 5]]", { code: "ragged", line: 2, counts: [2, 3] }],
    ["[0.1 0.2 ... 0.9]", { code: "elided", line: 1, text: "..." }],
    ["1 & \\cdots & 3", { code: "elided", line: 1, text: "…" }],
    ["[[1, 2], [3, 4]", { code: "bracket", line: 1, text: "[" }],
    ["[[1, 2], [3, 4])", { code: "bracket", line: 1, text: ")" }],
    ["\\begin{pmatrix} 1 & 2", { code: "bracket", line: 1, text: "\\begin{pmatrix}" }],
    ["[1 2; 3 4]'", { code: "stray", line: 1, text: "'" }],
    ["np.array([[1, 2]]).T", { code: "stray", line: 1, text: ".T" }],
    ["2 [1 2]", { code: "stray", line: 1, text: "2" }],
    ["2\\begin{matrix}1\\end{matrix}", { code: "stray", line: 1, text: "2" }],
    ["\\begin{matrix}1\\end{matrix}^T", { code: "stray", line: 1, text: "^T" }],
    ["array([1, 2], float)", { code: "stray", line: 1, text: "float" }],
    ["[1, [2, 3]]", { code: "stray", line: 1, text: "1" }],
    ["[[[1], [2]], [[3], [4]]]", { code: "tooDeep", line: 1 }],
  ])("%j", (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it("names rows left out of a printed matrix", () => {
    expect(problemOf("[[1 2]\n ...\n [3 4]]")).toMatchObject({ text: "..." });
  });

  it("says it in words, against what was wanted", () => {
    const ragged = problemOf("1 2\n3 4 5\n6 7");
    expect(en.problemText(ragged, W2)).toBe("Row 2 has 3 numbers, layer 2 has 2 inputs.");
    expect(zh.problemText(ragged, W2)).toBe("第 2 行有 3 个数，而第 2 层有 2 个输入。");
    expect(en.problemText(ragged, { ...W2, columns: 4 })).toBe("Row 2 has 3 numbers, row 1 has 2.");
    expect(en.problemText(problemOf("1\n2 x"), W2)).toBe(
      "Line 2 (row 2, number 2): “x”, this is not a number.",
    );
  });
});

describe("how it fits", () => {
  const three = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  it.each<[string, MatrixRows, MatrixTarget, Fit]>([
    [
      "as it is",
      [
        [1, -0],
        [3, null],
        [5, 6],
      ],
      W2,
      {
        kind: "fits",
        values: Float64Array.of(1, -0, 3, 0, 5, 6),
        mask: Uint8Array.of(1, 1, 1, 0, 1, 1),
      },
    ],
    [
      "a square",
      SQUARE,
      { ...W2, rows: 2 },
      { kind: "fits", values: Float64Array.of(1, 2, 3, 4), mask: null },
    ],
    [
      "transposed",
      three,
      W2,
      {
        kind: "transpose",
        found: { rows: 2, columns: 3 },
        values: Float64Array.of(1, 4, 2, 5, 3, 6),
        mask: null,
      },
    ],
    [
      "when layers are resized",
      SQUARE,
      W2,
      {
        kind: "resize",
        found: { rows: 2, columns: 2 },
        rows: 2,
        columns: 2,
        values: Float64Array.of(1, 2, 3, 4),
        mask: null,
      },
    ],
    [
      "a row as a vector",
      [[1, 2]],
      { table: "x", l: 1, rows: 2, columns: 1 },
      { kind: "fits", values: Float64Array.of(1, 2), mask: null },
    ],
    [
      "a column as a vector",
      [[1], [2]],
      { table: "b", l: 3, rows: 2, columns: 1 },
      { kind: "fits", values: Float64Array.of(1, 2), mask: null },
    ],
    [
      "a longer vector",
      [[1, 2]],
      { table: "t", l: 3, rows: 1, columns: 1 },
      {
        kind: "resize",
        found: { rows: 1, columns: 2 },
        rows: 2,
        columns: 1,
        values: Float64Array.of(1, 2),
        mask: null,
      },
    ],
    [
      "not a matrix as a vector",
      SQUARE,
      { table: "x", l: 1, rows: 2, columns: 1 },
      { kind: "misfit", reason: { code: "shape", found: { rows: 2, columns: 2 } } },
    ],
    [
      "not a vector with a hole",
      [[1, null]],
      { table: "x", l: 1, rows: 2, columns: 1 },
      { kind: "misfit", reason: { code: "hole", row: 1, column: 2 } },
    ],
    [
      "not beyond the limits",
      [Array(33).fill(1)],
      W2,
      { kind: "misfit", reason: { code: "limit", found: { rows: 1, columns: 33 }, limit: 32 } },
    ],
  ])("%s", (_, rows, target, fit) => {
    expect(fitMatrix(rows, target)).toStrictEqual(fit);
  });

  it.each<[MatrixRows, MatrixTarget, string, string]>([
    [SQUARE, { ...W2, rows: 2 }, "", ""],
    [
      three,
      W2,
      "2 rows came, layer 2 has 3 neurons; the rows have 3 numbers, layer 2 has 2 inputs. Transposed, it fits.",
      "粘贴了 2 行，而第 2 层有 3 个神经元；每行有 3 个数，而第 2 层有 2 个输入。转置后正好符合。",
    ],
    [
      [[1, 2, 3]],
      { ...W2, rows: 1 },
      "The row has 3 numbers, layer 2 has 2 inputs. It fits if layer 1 has 3 neurons.",
      "每行有 3 个数，而第 2 层有 2 个输入。若第 1 层有 3 个神经元，则正好符合。",
    ],
    [
      [[1, 2]],
      { table: "b", l: 2, rows: 1, columns: 1 },
      "2 numbers came, layer 2 has 1 neuron. It fits if layer 2 has 2 neurons.",
      "粘贴的是 2 个数，而第 2 层有 1 个神经元。若第 2 层有 2 个神经元，则正好符合。",
    ],
    [
      SQUARE,
      { table: "x", l: 1, rows: 2, columns: 1 },
      "A matrix of 2 × 2 numbers came, layer 1 has 2 neurons.",
      "粘贴的是 2 × 2 的矩阵，而第 1 层有 2 个神经元。",
    ],
  ])("%j in words", (rows, target, english, chinese) => {
    const fit = fitMatrix(rows, target);
    expect([en.fitText(fit, target), zh.fitText(fit, target)]).toEqual([english, chinese]);
  });
});

/** Reads it into rows of equal length, or says why not, in both languages. */
function expectReadable(text: string): void {
  const reading = readMatrixText(text);
  const sentences = [en, zh].map((words) =>
    reading.ok
      ? words.fitText(fitMatrix(reading.rows, W2), W2)
      : words.problemText(reading.problem, W2),
  );
  expect(sentences.join()).not.toMatch(/undefined|NaN|\[object/);
  const widths = new Set(reading.ok ? reading.rows.map((row) => row.length) : [1]);
  expect(widths.size).toBe(1);
  expect(widths.has(0)).toBe(false);
}

/** Milliseconds that thousands of runs may take on a machine that does something else too. */
const SLOW = 60_000;

describe("anything at all", () => {
  test.prop([fc.string({ unit: "binary" })], { numRuns: 2000 })(
    "random text",
    expectReadable,
    SLOW,
  );

  test.prop(
    [
      fc.array(
        fc.constantFrom(
          ..."[](){}|&,;_=.\n\t '-+/19e".split(""),
          "\\\\",
          "\\begin{matrix}",
          "\\end{matrix}",
          "array(",
          "...",
          "dtype=",
          "\\frac{1}{2}",
        ),
      ),
    ],
    { numRuns: 5000 },
  )("built of signs", (pieces) => expectReadable(pieces.join("")), SLOW);

  test.prop(
    [fc.constantFrom(...UNDERSTOOD), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3 })],
    { numRuns: 5000 },
  )(
    "mutated from what is understood",
    ([, text], where, length, instead) => {
      const at = where % (text.length + 1);
      expectReadable(text.slice(0, at) + instead + text.slice(at + length));
    },
    SLOW,
  );

  it.each(
    [
      " ",
      "\n",
      "\t",
      "[",
      "(",
      "]",
      "[[",
      "f(",
      "f([",
      "1 ",
      "1,",
      "1;",
      "|",
      "&",
      "\\\\",
      "\\frac{",
      "\\left( ",
      "...\n",
      "1 ...\n",
      "x=",
      "-",
      "1/",
      " /",
      "\\begin{matrix}",
      "9",
      ":-",
      "a.",
      "\\times 10^{",
    ].flatMap((piece) => [
      piece.repeat(59_000 / piece.length),
      `[${piece.repeat(59_000 / piece.length)}]`,
      `1${piece.repeat(59_000 / piece.length)}x & y`,
    ]),
  )("59,000 characters of one kind come to an end", expectReadable);

  it("does not look into more than 60,000", () => {
    expect(problemOf("1 ".repeat(30_001))).toEqual({
      code: "tooLong",
      line: 1,
      found: 60_002,
      limit: 60_000,
    });
  });
});
