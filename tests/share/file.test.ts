import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { files as en } from "../../src/i18n/en/files.ts";
import { files as zh } from "../../src/i18n/zh/files.ts";
import { EXAMPLES } from "../../src/share/examples.ts";
import { readFile, writeFile, type FileProblem, type SavedWork } from "../../src/share/file.ts";
import { jsonFault } from "../../src/share/jsonFault.ts";
import { readLink } from "../../src/share/link.ts";
import { placeAt } from "../../src/share/place.ts";
import { address, START } from "../../src/steps/address.ts";
import { anyNetwork, anyView } from "../session/networks.ts";

const anyWork = anyNetwork().chain((network) =>
  fc.record({
    name: fc.string({ unit: "grapheme" }),
    network: fc.constant(network),
    view: anyView(network).map(({ at, by, digits }) => ({ at, by, digits })),
    parked: fc.option(fc.constant(network.w.map((_, k) => (network.mask?.[k] === 0 ? k : NaN)))),
  }),
);

const mazur = readLink(EXAMPLES[0].link).network!;
const view = { at: address("d", 2, 1), by: "neuron", digits: 4 } as const;
const NO_PLACE = { at: START, by: "neuron", digits: 4 } as const;
const MAZUR = writeFile({ name: "Mazur’s", network: mazur, view });

function problemOf(text: string): FileProblem {
  const reading = readFile(text);
  expect(reading.ok).toBe(false);
  return (reading as Extract<typeof reading, { ok: false }>).problem;
}

/** What the platform says. */
function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads anything: work that can be written again and is the same, or a sentence in both languages. */
function expectReadable(text: string): void {
  const reading = readFile(text);
  const again = reading.ok
    ? readFile(writeFile({ ...reading, view: { ...NO_PLACE, ...reading.view } }))
    : reading;
  expect(again).toStrictEqual(
    reading.ok ? { ...reading, view: { ...NO_PLACE, ...reading.view } } : reading,
  );
  const sentences = reading.ok
    ? []
    : [en, zh].map((words) => words.problemText("a", reading.problem));
  expect(sentences.join()).not.toMatch(/undefined|NaN|\[object/);
}

describe("a file", () => {
  it("is read by people too", () => {
    expect(MAZUR).toBe(`{
  "format": "backstep",
  "version": 1,
  "name": "Mazur’s",
  "net": [2, 2, 2],
  "act": ["sigmoid", "sigmoid"],
  "loss": "l2",
  "x": [0.05, 0.1],
  "t": [0.01, 0.99],
  "w2": [
    [0.15, 0.2],
    [0.25, 0.3]
  ],
  "b2": [0.35, 0.35],
  "w3": [
    [0.4, 0.45],
    [0.5, 0.55]
  ],
  "b3": [0.6, 0.6],
  "eta": 0.5,
  "at": "d2.1",
  "by": "neuron",
  "digits": 4
}
`);
  });

  test.prop([anyWork])("reads back exactly", (work) => {
    const reading = readFile(writeFile(work));
    const parked = work.parked?.some((value) => !Number.isNaN(value)) ? work.parked : null;
    const { name, network, view: looks } = work;
    expect(reading).toStrictEqual({ ok: true, name, network, view: looks, parked });
  });

  it.each(["net=", "net=3&x=1,-0,2", "net=32-32-32-32"])("%s reads back exactly", (link) => {
    const network = readLink(link).network!;
    const reading = readFile(writeFile({ name: "", network, view: { ...view, at: START } }));
    expect(reading).toMatchObject({ ok: true, network });
  });

  it("keeps the weights of removed connections", () => {
    const { network } = readLink("net=2-2-1&w2=1,_;2,3&w3=4,5");
    const parked = Float64Array.of(NaN, -0, NaN, NaN, NaN, NaN);
    const text = writeFile({ name: "", network: network!, view, parked });
    expect(text).toContain('"w2": [\n    [1, null],\n    [2, 3]\n  ]');
    expect(text).toContain('"parked2": [\n    [null, -0],\n    [null, null]\n  ]');
    expect(text).not.toContain("parked3");
    expect(readFile(text)).toMatchObject({ parked });
  });

  it("may hold keys of later days, a byte order mark, Windows’ line ends, and no place", () => {
    const { network, name } = readFile(MAZUR) as never as SavedWork;
    for (const [found, text] of [
      ['"loss"', '"colour": {"a": [1]}, "loss"'],
      ["{", "\uFEFF{"],
      ["\n", "\r\n"],
      [',\n  "at": "d2.1",\n  "by": "neuron",\n  "digits": 4', ""],
    ]) {
      const reading = readFile(MAZUR.replaceAll(found, text));
      expect(reading).toMatchObject({ ok: true, name, network });
    }
  });

  it("is opened at the nearest step where it names one that is not there", () => {
    const reading = readFile(MAZUR.replace("d2.1", "d3.7"));
    expect(reading).toMatchObject({ ok: true, view: { at: address("d", 3, 2) } });
  });
});

describe("a file that cannot be read", () => {
  it.each<[string, string, FileProblem]>([
    ["", "", { code: "syntax", line: 24, column: 1 }],
    ['"loss"', "loss", { code: "syntax", line: 7, column: 3 }],
    ["[0.15, 0.2]", "[0.15, 0.2,]", { code: "syntax", line: 11, column: 16 }],
    ['"l2"', '"l2', { code: "syntax", line: 7, column: 15 }],
    ['"backstep"', '"frontstep"', { code: "foreign" }],
    ['"version": 1', '"version": 2', { code: "version", text: "2" }],
    ['"loss": "l2",', "", { code: "missing", key: "loss" }],
    ["[2, 2, 2]", '"2-2-2"', { code: "sizes", text: '"2-2-2"' }],
    ["[2, 2, 2]", "[2, 2.5, 2]", { code: "sizes", text: "[…]" }],
    [
      "[2, 2, 2]",
      "[2, 33, 2]",
      { code: "limit", key: "net", what: "neurons", found: 33, limit: 32 },
    ],
    ["[0.5, 0.55]", '["a", 0.55]', { code: "number", key: "w3", row: 2, column: 1, text: '"a"' }],
    ["[0.5, 0.55]", "[0.5]", { code: "count", key: "w3", row: 2, found: 1, expected: 2 }],
    ["[0.5, 0.55]", "0.5", { code: "list", key: "w3", row: 2, text: "0.5" }],
    [",\n    [0.5, 0.55]", "", { code: "rows", key: "w3", found: 1, expected: 2 }],
    ["[0.05, 0.1]", "[0.05]", { code: "count", key: "x", row: 0, found: 1, expected: 2 }],
    [
      "[0.05, 0.1]",
      "[1e999, 1]",
      { code: "number", key: "x", row: 0, column: 1, text: "Infinity" },
    ],
    ["[0.05, 0.1]", "[null, 1]", { code: "number", key: "x", row: 0, column: 1, text: "null" }],
    ["0.5,\n", "{},\n", { code: "number", key: "eta", row: 0, column: 0, text: "{…}" }],
    ['"l2"', '"l1"', { code: "name", key: "loss", text: '"l1"', allowed: ["l2", "ce", "bce"] }],
    ['["sigmoid"', '["softmax"', { code: "hiddenSoftmax", key: "act", l: 2 }],
    [
      '"l2"',
      '"ce"',
      { code: "lossOutput", key: "loss", loss: "ce", needs: "softmax", found: "sigmoid" },
    ],
    ['"d2.1"', '"there"', { code: "step", text: "there" }],
    ['"d2.1"', "21", { code: "text", key: "at", text: "21" }],
    ['digits": 4', 'digits": 11', { code: "integer", key: "digits", text: "11", low: 2, high: 10 }],
  ])("%j as %j", (part, instead, problem) => {
    const text = part === "" ? MAZUR.trimEnd().slice(0, -1) : MAZUR.replace(part, instead);
    expect(problemOf(text)).toEqual(problem);
    expectReadable(text);
  });

  it.each<[string, string, FileProblem]>([
    ["nothing", "", { code: "syntax", line: 1, column: 1 }],
    ["another program’s JSON", '{"a": 1}', { code: "foreign" }],
    ["no object", "null", { code: "foreign" }],
    ["a picture", "\x89PNG\r\n", { code: "syntax", line: 1, column: 1 }],
    ["too much", " ".repeat(2 ** 21 + 1), { code: "tooLarge", limit: 2 ** 21 }],
    ["open brackets", "[".repeat(2e6), { code: "syntax", line: 1, column: 2e6 + 1 }],
    ["deep brackets", "[".repeat(1e6) + "]".repeat(1e6), { code: "foreign" }],
    ["an endless text", `"${"a".repeat(2e6)}`, { code: "syntax", line: 1, column: 2e6 + 2 }],
  ])("%s", (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it("is named in words, with the place", () => {
    const text = MAZUR.replace("[0.5, 0.55]", "[0.5, true]");
    expect(en.problemText("a.json", problemOf(text))).toBe(
      "“a.json” was not opened: w3, row 2, entry 2: true is not a number that can be used. Your work is as it was.",
    );
    expect(zh.problemText("a.json", problemOf(text))).toBe(
      "没有打开“a.json”：w3第 2 行第 2 项：true 不是可用的数。您的内容保持不变。",
    );
  });
});

/** Milliseconds that thousands of runs may take on a machine that does something else too. */
const SLOW = 60_000;

const FILES = ["net=", "net=3", ...EXAMPLES.map(({ link }) => link), "net=3-2&w2=1,_,2;_,_,-0"].map(
  (link) => writeFile({ name: link, network: readLink(link).network!, view }),
);

const anyEdits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat({ max: 6 }),
    fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom("null", "[", "]", "{", "}", ",", '"', "\\", "1e999", "-0", "[[1]]", "true"),
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

function edited(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((now, [where, length, instead]) => {
    const at = where % (now.length + 1);
    return now.slice(0, at) + instead + now.slice(at + length);
  }, text);
}

describe("anything at all", () => {
  test.prop([fc.string({ unit: "binary" })], { numRuns: 2000 })(
    "random text",
    expectReadable,
    SLOW,
  );

  test.prop([fc.constantFrom(...FILES), anyEdits], { numRuns: 3000 })(
    "mutated files",
    (text, edits) => expectReadable(edited(text, edits)),
    SLOW,
  );

  test.prop(
    [
      fc.dictionary(
        fc.constantFrom(
          ..."net act loss x t w2 b2 w3 eta at by digits name parked2 __proto__".split(" "),
        ),
        fc.jsonValue(),
      ),
    ],
    { numRuns: 1000 },
  )("JSON of any shape", (content) =>
    expectReadable(JSON.stringify({ format: "backstep", version: 1, ...content })),
  );
});

describe("the fault of a text that is no JSON", () => {
  test.prop([fc.json(), anyEdits], { numRuns: 3000 })(
    "is found where there is one",
    (json, edits) => {
      expect(jsonFault(json)).toBeNull();
      const text = edited(json, edits);
      const fault = jsonFault(text);
      expect(fault === null).toBe(parses(text));
    },
  );

  it.each([
    ["[1, 02]", 5],
    ["[1 2]", 3],
    ["{a: 1}", 1],
    ['{"a" 1}', 5],
    ['{"a": 1,}', 8],
    ['["\\x"]', 2],
    ['["\\u12g4"]', 2],
    ['["a\nb"]', 3],
    ["[1}", 2],
    ["[1]]", 3],
    ["[nul]", 1],
    ["", 0],
    ["[-]", 1],
    ["[1.]", 2],
  ])("%s: %i", (text, offset) => {
    expect(jsonFault(text)).toBe(offset);
  });

  it("is placed as an editor counts", () => {
    expect(placeAt("ab\ncd\r\ne\rf", 9)).toEqual({ line: 4, column: 1 });
    expect(placeAt("ab\ncd", 2)).toEqual({ line: 1, column: 3 });
    expect(placeAt("ab\r\ncd", 4)).toEqual({ line: 2, column: 1 });
  });
});
