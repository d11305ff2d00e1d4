import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import type { Network } from "../../src/engine/network.ts";
import { seededWeights } from "../../src/engine/random.ts";
import { TABS } from "../../src/session/session.ts";
import type { View } from "../../src/session/session.ts";
import { defaultView } from "../../src/session/view.ts";
import { EXAMPLES, OPENING } from "../../src/share/examples.ts";
import { readLink, writeLink, writeNetwork, type LinkProblem } from "../../src/share/link.ts";
import { address } from "../../src/steps/address.ts";
import { anyDouble, anyNetwork, anyView } from "../session/networks.ts";

const anyState = anyNetwork().chain((network) =>
  anyView(network).map((view) => ({ network, view })),
);

/** Reads a link that must have no problem. */
function open(link: string): { network: Network; view: Partial<View> } {
  const { network, view, problems } = readLink(link);
  expect(problems).toEqual([]);
  expect(network).not.toBeNull();
  return { network: network!, view };
}

function problemsOf(link: string): readonly LinkProblem[] {
  return readLink(link).problems;
}

/** Reads anything: a network that can be written again, or at least one problem. */
function expectReadable(link: string): void {
  const { network, problems } = readLink(link);
  const again = network === null ? { network, problems: [] } : readLink(writeNetwork(network));
  expect(again).toStrictEqual({ ...again, network, problems: [] });
  expect(network !== null || problems.length > 0).toBe(true);
}

describe("round trip", () => {
  test.prop([anyState])("every network and view reads back exactly", (state) => {
    const { network, view } = open(writeLink(state, "en"));
    // toEqual would take −0 for 0; toStrictEqual compares with Object.is.
    expect(network).toStrictEqual(state.network);
    expect({ ...defaultView("en"), ...view }).toStrictEqual(state.view);
  });

  test.prop([anyDouble])("every double", (value) => {
    const { network } = open("net=1-1&x=0.5&w2=1");
    const w = Float64Array.of(value);
    const link = writeNetwork({ ...network, w, x: w, t: w, eta: value });
    const back = open(link).network;
    for (const read of [back.w[0], back.x[0], back.t[0], back.eta]) {
      expect(Object.is(read, value)).toBe(true);
    }
  });

  it.each([-0, 5e-324, -5e-324, 2.225073858507201e-308, 1e308, 1.7976931348623157e308, 0.1 + 0.2])(
    "%f",
    (value) => {
      const link = `net=1-1&w2=${String(value)}`;
      const { network } = open(link);
      const changed = { ...network, w: Float64Array.of(value), b: Float64Array.of(0, value) };
      const back = open(writeNetwork(changed)).network;
      expect(Object.is(back.w[0], value) && Object.is(back.b[1], value)).toBe(true);
    },
  );

  test.prop([anyState, fc.integer()])("in any order, encoded in any way", (state, salt) => {
    const link = writeLink(state, "en");
    const parts = link.split("&");
    const turned = parts.map((_, k) => parts[(k + Math.abs(salt % parts.length)) % parts.length]);
    for (const variant of [
      `https://example.org/a/?b=c#${link}`,
      encodeURIComponent(link),
      encodeURI(turned.join(" & ")),
      turned.join("&amp;"),
      link.replaceAll(",", " ,\n").replaceAll("-", "−"),
    ]) {
      expect(open(variant).network).toStrictEqual(state.network);
    }
  });

  it("writes no more than it must", () => {
    const { network } = open("net=2-1&w2=1e300,-0.5");
    expect(writeLink({ network, view: defaultView("zh") }, "zh")).toBe("v=1&net=2-1&w2=1e300,-0.5");
    expect(writeLink({ network, view: defaultView("zh") }, "en")).toBe(
      "v=1&net=2-1&w2=1e300,-0.5&lang=zh",
    );
  });

  it("moves a step that the network has not to the nearest", () => {
    const { network } = open("net=2-2-1");
    const view = { ...defaultView("en"), at: address("z", 2, 9) };
    expect(writeLink({ network, view }, "en")).toMatch(/&at=z2\.2$/);
  });
});

describe("what is left out", () => {
  it("opens the opening example for an empty link", () => {
    const opening = open(OPENING.link);
    for (const empty of ["", "#", "#v=1", "https://example.org/#", "#&&"]) {
      expect(open(empty)).toStrictEqual(opening);
    }
  });

  it("puts what is given over the opening example", () => {
    const opening = open(OPENING.link).network;
    const { network } = open("#x=1,0&w3=1,2;3,4&seed=9");
    expect(network.x).toEqual(Float64Array.of(1, 0));
    expect(network.w).toEqual(Float64Array.of(...opening.w.subarray(0, 4), 1, 2, 3, 4));
    expect(network.t).toEqual(opening.t);
  });

  it("draws weights from the seed, 1 if none is given", () => {
    const { network } = open("net=2-3-1");
    expect(network.w).toEqual(seededWeights(network.layout, 1));
    expect(network.w.some((value) => value !== 0)).toBe(true);
    const seven = open("net=2-3-1&seed=7&w3=1,2,3").network;
    const drawn = seededWeights(network.layout, 7);
    expect(seven.w).toEqual(Float64Array.of(...drawn.subarray(0, 6), 1, 2, 3));
  });

  it("reads the sizes off the matrices where the opening example could not have them", () => {
    const { network } = open("w2=1,2,3;4,5,6&w3=7,8");
    expect(network.layout.sizes).toEqual([3, 2, 1]);
    expect(network.w).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });

  it("gives the output what the loss demands", () => {
    expect(open("net=2-3-2&act=relu&loss=ce").network.activations).toEqual(["relu", "softmax"]);
    expect(open("net=2-3-2&loss=ce").network.activations).toEqual(["sigmoid", "softmax"]);
    expect(open("net=2-3-2&act=tanh&loss=bce").network.activations).toEqual(["tanh", "sigmoid"]);
  });
});

describe("a drawing that was begun", () => {
  it.each([
    ["net=", [], 0],
    [" # net = & eta = 1", [], 0],
    ["net=3", [3], 3],
    ["net=32&act=tanh", [32], 32],
  ])("%s", (link, sizes, n) => {
    const { network } = open(link);
    expect(network.layout.sizes).toEqual(sizes);
    expect(network.activations).toEqual([]);
    expect([network.x.length, network.t.length, network.b.length]).toEqual([n, n, n]);
  });

  it.each(["l2", "ce", "bce"] as const)("reads back exactly, loss %s included", (loss) => {
    const none = open("net=").network;
    const one = open("net=2&x=1,-0&t=0,1&eta=2").network;
    expect(writeNetwork(none)).toBe("v=1&net=");
    for (const network of [none, one]) {
      const state = { network: { ...network, loss }, view: defaultView("en") };
      expect(open(writeLink(state, "en")).network).toStrictEqual(state.network);
    }
  });

  it("has no step but the start, and no parameters", () => {
    expect(problemsOf("net=&at=d2.1")).toEqual([
      { code: "noSuchStep", key: "at", text: "d2.1", used: "x" },
    ]);
    expect(problemsOf("net=3&at=x&by=term")).toEqual([]);
    expect(problemsOf("net=&w2=1")).toEqual([{ code: "noSuchLayer", key: "w2", l: 2, L: 0 }]);
    expect(problemsOf("net=2&x=1")).toEqual([{ code: "count", key: "x", found: 1, expected: 2 }]);
  });
});

describe("hand-written forms", () => {
  it("takes spaces, fractions, true minus signs, dashes, capitals, an en dash", () => {
    const { network, view } = open(
      "# net = 2–1 & act = ReLU & x = 1/3 , −.5 & w2 = 1e-3 , _ & at = a2.1 & by=Layer & lang=ZH",
    );
    expect(network.layout.sizes).toEqual([2, 1]);
    expect(network.activations).toEqual(["relu"]);
    expect(network.x).toEqual(Float64Array.of(1 / 3, -0.5));
    expect(network.w).toEqual(Float64Array.of(0.001, 0));
    expect(network.mask).toEqual(Uint8Array.of(1, 0));
    expect(view).toEqual({ at: address("a", 2, 1), by: "layer", lang: "zh" });
  });
});

describe("what is chosen in ∂y/∂x and in the check", () => {
  it("is read from short keys, and written as them", () => {
    const link =
      "jacobian=difference&order=left&product=3&entry=2.1&through=2&h=0.001" +
      "&check=cost&against=forwardMode&sort=network&page=2&growth=width&size=12";
    const { network, view } = open(`net=2-3-3-2&${link}`);
    expect(view).toEqual({
      jacobian: "difference",
      order: "left",
      product: 3,
      entry: { i: 2, j: 1 },
      through: 2,
      h: 1e-3,
      check: "cost",
      against: "forwardMode",
      sort: "network",
      page: 2,
      growth: "width",
      size: 12,
    });
    expect(writeLink({ network, view: { ...defaultView("en"), ...view } }, "en")).toMatch(
      new RegExp(`&${link}$`),
    );
  });

  it("is the nearest where the network has it not, in links that are written too", () => {
    const { network } = open("net=2-3-2");
    const beyond = {
      ...defaultView("en"),
      tab: "derivation",
      place: { l: 9, i: 9, j: 9 },
      entry: { i: 9, j: 9 },
      product: 40,
      page: 30,
      h: 7,
      merge: 20,
      lines: 40,
      through: 30,
    } as const;
    const link = writeLink({ network, view: beyond }, "en");
    expect(link).toContain(
      "&place=3.2.3&merge=3&lines=7&product=3&entry=2.2&through=3&h=0.1&page=2",
    );
    open(link);
  });

  it("is kept where there is no network to have it", () => {
    const { view } = open(
      "net=3&place=4.2.1&merge=20&lines=40&entry=9.9&product=40&through=30&page=30",
    );
    const { place, merge, lines, entry, product, through, page } = view;
    expect({ place, merge, lines, entry, product, through, page }).toEqual({
      merge: 20,
      lines: 40,
      through: 30,
      place: { l: 4, i: 2, j: 1 },
      entry: { i: 9, j: 9 },
      product: 40,
      page: 30,
    });
  });

  it("has as many pages as there are parameters", () => {
    expect(problemsOf("net=3-4&w2=1,2,3;4,5,6;7,8,9;1,2,3&page=1")).toEqual([]);
    expect(problemsOf("net=3-5&page=2")).toEqual([]);
    expect(problemsOf("net=3-4&page=2")).toHaveLength(1);
    // 20 of them, but for 4 connections that are not there.
    expect(problemsOf("net=3-5&w2=_,2,3;_,5,6;_,8,9;_,2,3;1,2,3&page=2")).toHaveLength(1);
  });
});

describe("problems", () => {
  it.each<[string, LinkProblem]>([
    ["net=2-2-2&foo=1", { code: "unknownKey", key: "foo", text: "1" }],
    ["net=2-2-2&W2=1,2;3,4", { code: "unknownKey", key: "W2", text: "1,2;3,4" }],
    ["net=2-2-2&w02=1,2;3,4", { code: "unknownKey", key: "w02", text: "1,2;3,4" }],
    ["net=2-2-2&hello", { code: "noEqualsSign", key: "", text: "hello" }],
    ["x=1,2&x=3,4", { code: "duplicateKey", key: "x", text: "3,4" }],
    ["net=2-2-2&w5=1", { code: "noSuchLayer", key: "w5", l: 5, L: 3 }],
    ["net=2-2-2&b1=1,2", { code: "noSuchLayer", key: "b1", l: 1, L: 3 }],
    ["net=2-2-2&x=1,2,3", { code: "count", key: "x", found: 3, expected: 2 }],
    ["net=2-2-2&b2=1", { code: "count", key: "b2", found: 1, expected: 2 }],
    ["net=2-3-2&act=tanh,tanh,relu", { code: "count", key: "act", found: 3, expected: 2 }],
    ["net=2-2-2&w2=1,2", { code: "rows", key: "w2", l: 2, found: 1, expected: 2 }],
    ["net=2-2-2&w2=1,2;3,4,5", { code: "columns", key: "w2", l: 2, row: 2, found: 3, expected: 2 }],
    [
      "net=2-2-2&w2=1,2;3,abc",
      {
        code: "number",
        key: "w2",
        text: "abc",
        row: 2,
        column: 2,
        reason: "notANumber",
        others: 0,
      },
    ],
    [
      "net=2-2-2&w2=1,;1/0,1e999",
      { code: "number", key: "w2", text: "", row: 1, column: 2, reason: "empty", others: 2 },
    ],
    [
      "net=2-2-2&x=_,1",
      { code: "number", key: "x", text: "_", row: 0, column: 1, reason: "notANumber", others: 0 },
    ],
    [
      "net=2-2-2&eta=1/0",
      {
        code: "number",
        key: "eta",
        text: "1/0",
        row: 0,
        column: 0,
        reason: "divisionByZero",
        others: 0,
      },
    ],
    ["net=2-2-2&loss=l1", { code: "name", key: "loss", text: "l1", allowed: ["l2", "ce", "bce"] }],
    [
      "net=2-2-2&theme=dark",
      { code: "name", key: "theme", text: "dark", allowed: ["paper", "slate"] },
    ],
    ["net=2-2-2&view=train", { code: "name", key: "view", text: "train", allowed: TABS }],
    [
      "jacobian=cost",
      {
        code: "name",
        key: "jacobian",
        text: "cost",
        allowed: ["product", "entry", "difference", "sheet"],
      },
    ],
    ["order=up", { code: "name", key: "order", text: "up", allowed: ["right", "left"] }],
    ["product=0", { code: "integer", key: "product", text: "0", low: 1, high: 45 }],
    ["through=33", { code: "integer", key: "through", text: "33", low: 1, high: 32 }],
    ["page=1.5", { code: "integer", key: "page", text: "1.5", low: 1, high: 999 }],
    ["entry=2", { code: "name", key: "entry", text: "2", allowed: ["1.1", "2.1", "…"] }],
    ["entry=0.1", { code: "name", key: "entry", text: "0.1", allowed: ["1.1", "2.1", "…"] }],
    ["net=2-3-2&entry=9.1", { code: "nearest", key: "entry", text: "9.1", used: "2.1" }],
    ["net=2-3-2&entry=1.9", { code: "nearest", key: "entry", text: "1.9", used: "1.2" }],
    ["net=2-3-2&h=7", { code: "nearest", key: "h", text: "7", used: "0.1" }],
    ["net=2-3-2&h=1e-20", { code: "nearest", key: "h", text: "1e-20", used: "1e-15" }],
    ["net=2-3-2&place=9.9.9", { code: "nearest", key: "place", text: "9.9.9", used: "3.2.3" }],
    ["net=2-3-2&place=2.9", { code: "nearest", key: "place", text: "2.9", used: "2.3" }],
    ["net=2-3-2&place=1.1.1", { code: "nearest", key: "place", text: "1.1.1", used: "2.1.1" }],
    ["net=2-3-2&page=99", { code: "nearest", key: "page", text: "99", used: "2" }],
    ["net=2-3-2&merge=4", { code: "nearest", key: "merge", text: "4", used: "3" }],
    ["net=2-3-2&lines=8", { code: "nearest", key: "lines", text: "8", used: "7" }],
    ["net=2-3-2&through=4", { code: "nearest", key: "through", text: "4", used: "3" }],
    ["net=2-3-2&product=4", { code: "nearest", key: "product", text: "4", used: "3" }],
    ["h=0", { code: "name", key: "h", text: "0", allowed: ["1e-1", "…", "1e-15"] }],
    [
      "h=small",
      {
        code: "number",
        key: "h",
        text: "small",
        row: 0,
        column: 0,
        reason: "notANumber",
        others: 0,
      },
    ],
    ["net=2-2-2&digits=1", { code: "integer", key: "digits", text: "1", low: 2, high: 10 }],
    ["seed=-1", { code: "integer", key: "seed", text: "-1", low: 0, high: 4294967295 }],
    ["net=2-3-2&act=softmax", { code: "hiddenSoftmax", key: "act", l: 2 }],
    [
      "net=2-3-2&act=tanh,relu&loss=ce",
      { code: "lossOutput", key: "loss", loss: "ce", needs: "softmax", found: "relu" },
    ],
    ["net=2-2-2&at=nowhere", { code: "step", key: "at", text: "nowhere" }],
    ["net=2-2-2&at=d3.9", { code: "noSuchStep", key: "at", text: "d3.9", used: "d3.2" }],
    ["net=2-2-2&at=d3.1.1", { code: "noSuchStep", key: "at", text: "d3.1.1", used: "d3.1" }],
    ["net=2-2-2&at=z7", { code: "noSuchStep", key: "at", text: "z7", used: "z3.2" }],
    ["net=two&w2=1,2&w3=3", { code: "sizes", key: "net", text: "two", inferred: [2, 1, 1] }],
  ])("%s", (link, problem) => {
    const { network, problems } = readLink(link);
    expect(problems).toEqual([problem]);
    expect(network).not.toBeNull();
  });

  it.each<[string, LinkProblem]>([
    ["v=2&net=2-2-2", { code: "version", key: "v", text: "2" }],
    ["net=two", { code: "sizes", key: "net", text: "two", inferred: null }],
    ["net=0", { code: "limit", key: "net", what: "neurons", found: 0, limit: 32 }],
    ["z=!damaged", { code: "compressed", key: "z", reason: "damaged" }],
    ["z=S7PVNtQ", { code: "compressed", key: "z", reason: "damaged" }],
    ["z=a*b&net=2-1&at=d2.1", { code: "compressed", key: "z", reason: "characters" }],
    ["net=2-0-2", { code: "limit", key: "net", what: "neurons", found: 0, limit: 32 }],
    ["net=2-33-2", { code: "limit", key: "net", what: "neurons", found: 33, limit: 32 }],
    [
      `net=${Array(25).fill("1").join("-")}`,
      { code: "limit", key: "net", what: "layers", found: 25, limit: 24 },
    ],
    [
      `net=${Array(6).fill("32").join("-")}`,
      { code: "limit", key: "net", what: "connections", found: 5120, limit: 5000 },
    ],
    ["w2=1,2,3&w3=1,2", { code: "matricesDisagree", key: "net" }],
  ])("%s opens no network", (link, problem) => {
    expect(readLink(link)).toEqual({ network: null, view: {}, problems: [problem] });
  });

  it("uses what it can beside what it cannot", () => {
    const { network, view } = readLink(
      "net=2-2-1&act=tanh,what&x=1,b&w2=1,2;3,4,5&w3=7,8&b2=bad&at=d2.1&lang=xx&digits=6",
    );
    expect(network!.x).toEqual(Float64Array.of(1, 0));
    const drawn = seededWeights(network!.layout, 1);
    expect(network!.w).toEqual(Float64Array.of(...drawn.subarray(0, 4), 7, 8));
    expect(network!.activations).toEqual(["sigmoid", "sigmoid"]);
    expect(view).toEqual({ at: address("d", 2, 1), digits: 6 });
  });

  it("keeps the looks of a link without a usable network", () => {
    const { network, view } = readLink("net=no&lang=zh&theme=slate&digits=3&at=d2.1&w2=a;b,c");
    expect(network).toBeNull();
    expect(view).toEqual({ lang: "zh", theme: "slate", digits: 3 });
  });

  it("lists no more than can be read, quotes no more than can be shown", () => {
    const many = Array.from({ length: 500 }, (_, k) => `k${k}=1`).join("&");
    const problems = problemsOf(`net=2-2-2&${many}`);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual({ code: "more", key: "", count: 480 });
    const [long] = problemsOf(`net=2-2-2&${"x".repeat(1e6)}=${"y".repeat(1e6)}`);
    expect(JSON.stringify(long).length).toBeLessThan(200);
  });
});

describe("anything at all", () => {
  test.prop([fc.string({ unit: "binary", maxLength: 200 })])(
    "is read without a throw",
    expectReadable,
  );

  test.prop([
    fc.array(
      fc.tuple(
        fc.constantFrom(
          ..."v net act loss x t w1 w2 w3 w4 b2 b3 seed eta at by view lang theme digits entry h page size order".split(
            " ",
          ),
        ),
        fc.oneof(
          fc.string({ unit: fc.constantFrom(..."0123456789.,;_-/eE%z adgu".split("")) }),
          fc.constantFrom("2-2-2", "1-3", "1,2;3,4", "1,2", "relu", "softmax", "ce", "d2.1", "E.2"),
        ),
      ),
    ),
  ])("built of keys", (parts) => {
    expectReadable(parts.map((part) => part.join("=")).join("&"));
  });

  test.prop([
    anyState,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 5,
    }),
  ])("mutated from a valid link", (state, edits) => {
    let link = writeLink(state, "en");
    for (const [where, length, text] of edits) {
      const at = where % (link.length + 1);
      link = link.slice(0, at) + text + link.slice(at + length);
    }
    expectReadable(link);
  });

  /** 24 layers, a layer of 32, numbers at the ends of the range of doubles, missing connections. */
  const LARGEST = [
    `net=${Array(24).fill(14).join("-")}&seed=3&at=d12.3.4&by=term`,
    "net=32-32-32-32-32&act=relu&loss=ce&seed=5",
    `net=${Array(24).fill(1).join("-")}&w2=1e308&w3=5e-324&w24=-0&b9=-1.7976931348623157e308&w7=_`,
    "net=",
    "net=32&x=" + Array(32).fill("-0").join(","),
  ].map((link) => writeNetwork(open(link).network));

  test.prop(
    [
      fc.constantFrom(...LARGEST, ...EXAMPLES.map(({ link }) => link)),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat({ max: 4 }),
          fc.oneof(
            fc.string({ maxLength: 3 }),
            fc.constantFrom(
              "&",
              "=",
              ";",
              ",",
              "_",
              "&net=",
              "&w2=",
              "1e999",
              "-",
              "/0",
              "%2",
              "\u2212",
            ),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    ],
    { numRuns: 1000 },
  )(
    "mutated from the largest and the smallest",
    (link, edits) => {
      expectReadable(
        edits.reduce((now, [where, length, text]) => {
          const at = where % (now.length + 1);
          return now.slice(0, at) + text + now.slice(at + length);
        }, link),
      );
    },
    60_000,
  );

  it.each([
    ["of numbers", `net=2-2-2&w2=${"1,".repeat(5e5)}`],
    ["of layers", `net=${"1-".repeat(5e5)}1`],
    ["of spaces in a number", `net=1-1&eta=1${" ".repeat(1e6)}/2x`],
    ["of percent signs", "%2C".repeat(3e5)],
    ["of keys", Array.from({ length: 5e4 }, (_, k) => `w${k}=1`).join("&")],
  ])("a megabyte %s is read too", (_, link) => {
    expect(link.length).toBeGreaterThan(4e5);
    expectReadable(link);
  });
});

describe("examples", () => {
  it.each(EXAMPLES)("$id opens without a problem", ({ link }) => {
    expect(readLink(link)).toMatchObject({ network: {}, problems: [] });
  });

  it("stand in the order in which they teach", () => {
    expect(EXAMPLES.map(({ id }) => id)).toEqual([
      "mazur",
      "chain",
      "or",
      "and",
      "xor",
      "classifier",
      "bottleneck",
      "sparse",
      "symmetry",
      "dead",
      "saturated",
      "vanishing",
      "exploding",
    ]);
  });
});
