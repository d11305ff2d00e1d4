import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { checkGradients, type GradientCheck } from "../../../src/engine/check.ts";
import { computeTrace } from "../../../src/engine/compute.ts";
import type { Network } from "../../../src/engine/network.ts";
import { refKey } from "../../../src/engine/ref.ts";
import { readLink } from "../../../src/share/link.ts";
import { CHOICES } from "../../../src/session/selection.ts";
import {
  countLevels,
  judge,
  LEVELS,
  groupsAtZero,
  parametersOf,
  verdictOf,
  worstFirst,
} from "../../../src/ui/check/agreement.ts";
import { finish } from "../../../src/engine/finish.ts";
import { MAZUR, networks } from "../../formula/networks.ts";

const checkOf = (network: Network, h = 1e-5): GradientCheck =>
  finish(checkGradients(computeTrace(network, 0), h));

const opened = (link: string): Network => readLink(link).network!;

const levelsOf = (network: Network, h?: number) =>
  Object.fromEntries(
    judge(checkOf(network, h), "central", parametersOf(network)).map(({ ref, level }) => [
      refKey(ref),
      level,
    ]),
  );

describe("parameters", () => {
  property.prop([networks])("are as many as the engine compares, each once", (network) => {
    const keys = parametersOf(network).map(({ ref }) => refKey(ref));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(checkOf(network).parameters);
  });
});

describe("levels", () => {
  test("backpropagation is right on Mazur's network, by either method", () => {
    const check = checkOf(MAZUR);
    for (const rival of CHOICES.against) {
      expect(countLevels(judge(check, rival, parametersOf(MAZUR)))).toEqual([
        { level: "agrees", count: 12 },
      ]);
    }
  });

  test("a step too large cuts off, one too small leaves only rounding", () => {
    expect(new Set(Object.values(levelsOf(MAZUR, 1e-1)))).toContain("close");
    expect(new Set(Object.values(levelsOf(MAZUR, 1e-12)))).toContain("noise");
  });

  test("a kink is named where the step crosses it, and nowhere else", () => {
    const network = opened("net=1-2-1&act=relu,identity&x=1&t=0&w2=1;1&b2=-1,1&w3=1,1");
    expect(levelsOf(network)).toEqual({
      "w.2.1.1": "kink",
      "b.2.1": "kink",
      "w.2.2.1": "agrees",
      "b.2.2": "agrees",
      "w.3.1.1": "agrees",
      "w.3.1.2": "agrees",
      "b.3.1": "agrees",
    });
  });

  test("a gradient below the rounding of its difference is not called agreement", () => {
    const network = opened("net=2-2-1&x=1,1&t=0&w2=40,40;-40,-40&b2=0,0&w3=40,40&b3=0");
    expect(levelsOf(network)["w.3.1.2"]).toBe("noise");
  });

  test("a wrong gradient stands apart", () => {
    const check = checkOf(MAZUR);
    const w = check.central.disagreement.w.slice();
    const gradient = check.central.gradient.w.slice();
    w[0] = 0.5;
    gradient[0] += 0.01;
    const { central } = check;
    const wrong = {
      ...check,
      central: {
        ...central,
        gradient: { ...central.gradient, w: gradient },
        disagreement: { ...central.disagreement, w },
      },
    };
    const judged = judge(wrong, "central", parametersOf(MAZUR));
    expect(worstFirst(judged)[0]).toMatchObject({
      level: "apart",
      ref: { q: "w", l: 2, i: 1, j: 1 },
    });
    expect(countLevels(judged).map(({ level }) => level)).toEqual(["agrees", "apart"]);
  });

  test("what left the range of doubles has no number", () => {
    const network = opened("net=1-1-1&act=identity&x=1&w2=1e200&w3=1e200");
    expect(Object.values(levelsOf(network))).toEqual(["none", "none", "none", "none"]);
  });
});

test("the worst first: what is not a number, then the largest, equals as they stood", () => {
  const [first, second, third, fourth] = judge(checkOf(MAZUR), "central", parametersOf(MAZUR));
  const given = [
    { ...first, disagreement: 0.1 },
    { ...second, disagreement: 0.5 },
    { ...third, disagreement: NaN },
    { ...fourth, disagreement: 0.1 },
  ];
  const keys = worstFirst(given).map(({ ref }) => refKey(ref));
  expect(keys).toEqual([third, second, first, fourth].map(({ ref }) => refKey(ref)));
});

property.prop([networks, fc.constantFrom(...CHOICES.against)])(
  "the worst first is the engine's worst, and every parameter is counted once",
  (network, rival) => {
    const check = checkOf(network);
    const judged = judge(check, rival, parametersOf(network));
    const [first] = worstFirst(judged);
    expect(first?.disagreement).toEqual(check[rival].worst?.disagreement);
    const counts = countLevels(judged);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(judged.length);
    const order = counts.map(({ level }) => LEVELS.indexOf(level));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  },
);

function judgedOf(link: string, rival: (typeof CHOICES.against)[number] = "central") {
  const network = opened(link);
  return judge(checkOf(network), rival, parametersOf(network));
}

describe("the largest disagreement", () => {
  test("is nobody's where no gradient has a number", () => {
    expect(verdictOf(judgedOf("net=2-2-2&act=identity&x=1,1&w2=1e200,1;1,1&w3=1e200,1;1,1"))).toBe(
      "noNumber",
    );
  });

  test("is nobody's where it is 0 everywhere", () => {
    const judged = judgedOf("net=1-1&act=identity&x=1&t=0&w2=1&b2=1", "forwardMode");
    expect(judged.every(({ level }) => level === "agrees")).toBe(true);
    expect(verdictOf(judged)).toBe("same");
  });

  test("is somebody's where there is one", () => {
    expect(verdictOf(judge(checkOf(MAZUR), "central", parametersOf(MAZUR)))).toHaveProperty("ref");
  });

  test("where all is 0 by both methods nothing was put to the test", () => {
    const judged = judgedOf(
      "net=2-2-1&act=tanh&x=0,0&t=0&w2=1,2;3,4&b2=0,0&w3=1,1&b3=0",
      "forwardMode",
    );
    expect(verdictOf(judged)).toBe("zero");
    expect(groupsAtZero(judged).map(refKey)).toEqual(["w.2.0.0", "b.2.0", "w.3.0.0", "b.3.0"]);
  });

  test("is told where some layers are 0 throughout", () => {
    const judged = judgedOf("net=2-2-1&act=tanh&x=0,0&t=1&w2=1,2;3,4&b2=0,0&w3=1,1&b3=0");
    expect(groupsAtZero(judged).map(refKey)).toEqual(["w.2.0.0", "w.3.0.0"]);
    expect(countLevels(judged)).toContainEqual({ level: "zero", count: 6 });
  });
});

describe("rounding", () => {
  test("is told from a mistake where E, and with it every gradient, is 0", () => {
    // y is t, and 1 + h is rounded: the quotients are some 1e-17 and not 0.
    const network = opened(
      "net=2-3-1&act=relu,identity&x=1,-1&t=1&w2=1,1;0.5,0.5;2,1&b2=0,0,0&w3=1,1,1",
    );
    const found = new Set(Object.values(levelsOf(network, 1e-3)));
    expect(found).toEqual(new Set(["agrees", "kink", "noise"]));
  });
});
