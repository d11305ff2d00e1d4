/** σ′ of a layer outside KaTeX, by the name it has in the formulas. */
import { activationOf, type Activation } from "../../engine/network.ts";
import type { Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import type { SpeechVocabulary } from "../../formula/speech.ts";

const NAMES: Readonly<Record<Activation, string>> = {
  identity: "id",
  sigmoid: "σ",
  tanh: "tanh",
  relu: "ReLU",
  leaky: "leaky",
  softplus: "softplus",
  softmax: "softmax",
};

/** `tanh`, before the prime. */
export function activationName(activation: Activation): string {
  return NAMES[activation];
}

/** A quantity by its words; a slope by those of its layer's activation. */
export function spokenQuantity(speech: SpeechVocabulary, trace: Trace, r: Ref): string {
  const indices = { l: `${r.l}`, i: `${r.i}`, j: `${r.j}` };
  if (r.q !== "s") return speech.quantity[r.q](indices);
  return speech.apply(speech.fn("slope", activationOf(trace, r.l)), speech.quantity.z(indices));
}
