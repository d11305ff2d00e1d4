import { describe, expect, test } from "vitest";
import { messagesFor } from "../../src/i18n/messages.ts";
import { readLink } from "../../src/share/link.ts";
import { parseAddress } from "../../src/steps/address.ts";
import { createPlan, createTangentPlan, stepOf } from "../../src/steps/plan.ts";
import { stepWords } from "../../src/ui/stepWords.ts";

const SEED = { q: "w", l: 2, i: 1, j: 1 } as const;

describe.each(["en", "zh"] as const)("what is said of a step, %s", (lang) => {
  const prose = (link: string, at: string): string => {
    const shape = readLink(link).network!;
    const plan = at.startsWith("t")
      ? createTangentPlan(shape, "neuron", SEED)
      : createPlan(shape, "neuron");
    return stepWords(messagesFor(lang), plan, stepOf(plan, parseAddress(at)!)).prose;
  };

  test.each(["a3.1", "ta3.1"])("softmax's outputs hang together: %s", (at) => {
    expect(prose("net=2-2-2&act=tanh,softmax&loss=ce", at)).toMatch(/softmax/i);
    expect(prose("net=2-2-2&act=tanh,sigmoid", at)).not.toMatch(/softmax/i);
  });

  test("nothing travels on from the output layer", () => {
    const onward = lang === "en" ? "next layer" : "下一层";
    expect(prose("net=2-2-2", "ta2.1")).toContain(onward);
    expect(prose("net=2-2-2", "ta3.1")).not.toContain(onward);
  });
});
