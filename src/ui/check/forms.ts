/** The closed forms of `engine/cost.ts` as TeX (errata, section 5). */
import type { Method } from "../../engine/cost.ts";

const tex = String.raw;

export const CLOSED_FORMS: Readonly<Record<Method, string>> = {
  forwardPass: tex`F`,
  backprop: tex`3F - n_1 n_2 + B`,
  tangentPerNeuron: tex`2F + \sum_{m=2}^{L} n_m T_m`,
  tangentPerParameter: tex`F + \sum_{m=2}^{L} n_m (n_{m-1}+1)\, T_m`,
  central: tex`2P(F + n_L)`,
  paths: tex`F + \sum_{m=2}^{L} \Big(\prod_{k=m}^{L} n_k\Big)\big[2 n_{m-1}(L-m+1) + 2(L-m) + 1\big]`,
};

/** T_m, which two of them use. */
export const TANGENT_FORM = tex`T_m = \sum_{l=m+1}^{L} n_l n_{l-1} + \sum_{l=m}^{L} n_l + n_L`;

/** For equal widths n and K = L − 1 ≥ 2 weight layers: the term that rules when n is large. */
export const LEADING_TERMS: Readonly<Record<Method, string>> = {
  forwardPass: tex`K n^2`,
  backprop: tex`(3K-1)\,n^2`,
  tangentPerNeuron: tex`\tfrac12 K(K-1)\,n^3`,
  tangentPerParameter: tex`\tfrac12 K(K-1)\,n^4`,
  central: tex`2K^2 n^4`,
  paths: tex`2K n^{K+1}`,
};

/** F, B and P with their values, which may be grouped by commas. */
export function sizesOf(values: {
  readonly F: string;
  readonly B: string;
  readonly P: string;
}): readonly string[] {
  return [
    tex`F = \sum_{l=2}^{L} n_l n_{l-1} = ${grouped(values.F)}`,
    tex`B = \sum_{l=2}^{L} n_l = ${grouped(values.B)}`,
    tex`P = F + B = ${grouped(values.P)}`,
  ];
}

/** A bare comma would be set as punctuation, with a space after it. */
function grouped(count: string): string {
  return count.replaceAll(",", "{,}");
}
