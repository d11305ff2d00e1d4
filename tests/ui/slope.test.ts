import { expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { ACTIVATIONS } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import { activationTex } from "../../src/formula/symbols.ts";
import { derivationMessages } from "../../src/i18n/derivation.ts";
import { messagesFor } from "../../src/i18n/messages.ts";
import { readLink } from "../../src/share/link.ts";
import { activationName, spokenQuantity } from "../../src/ui/derivation/slope.ts";

test.each(ACTIVATIONS)("the slope of %s has the name it has in the formulas", (activation) => {
  const inFormulas = activationTex(activation)
    .replace(/^\\operatorname\{(.*)\}$/, "$1")
    .replace("\\sigma", "σ")
    .replace("\\tanh", "tanh");
  expect(activationName(activation)).toBe(inFormulas);
});

test("a slope is read out by its activation, as in the formulas", () => {
  const trace = computeTrace(readLink("net=1-1-1&act=tanh,sigmoid").network!, 0);
  const { speech } = messagesFor("en");
  expect(spokenQuantity(speech, trace, ref("s", 2, 1))).toMatch(/^hyperbolic tangent prime of/);
  expect(spokenQuantity(speech, trace, ref("s", 3, 1))).toMatch(/^sigma prime of/);
});

test("Chinese names of products and layers have Chinese punctuation", () => {
  const words = derivationMessages("zh");
  expect(words.named(words.product(1, "2"), "等于 3")).toBe("第 1 个乘积，共 2 个。等于 3");
  expect(words.atLayer(4, "8")).toBe("第 4 层：8");
});

test("each product with a δ of its own is not told to share it", () => {
  const { shared } = derivationMessages("en");
  expect(shared("3", 3, 3)).toMatch(/^3 products, each with a δ of its own/);
  expect(shared("6", 3, 6)).toMatch(/^6 products, but only 3 different/);
  expect(derivationMessages("zh").shared("3", 3, 3)).toContain("各有自己的一个 δ");
});
