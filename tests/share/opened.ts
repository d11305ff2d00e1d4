import { formatShortest } from "../../src/numbers/format.ts";
import { readLink } from "../../src/share/link.ts";
import { writeAddress } from "../../src/steps/address.ts";

/**
 * What a link opens, on one line, in words of its own: not those of the link writer, which may
 * change what it writes. Weights by layer, row by row; `_` is a missing connection.
 */
export function opened(link: string): string {
  const { network, view, problems } = readLink(link);
  const parts: string[] = [];
  if (network === null) {
    parts.push("no network");
  } else {
    const { layout, activations, loss, w, b, mask, x, t, eta } = network;
    parts.push(`sizes ${layout.sizes.join(" ")}`, `act ${activations.join(" ")}`, `loss ${loss}`);
    for (let l = 2; l <= layout.L; l++) {
      const from = layout.weightOffset[l];
      const edges = Array.from(w.subarray(from, layout.weightOffset[l + 1]), (value, k) =>
        mask !== null && mask[from + k] === 0 ? "_" : formatShortest(value),
      );
      parts.push(`w${l} ${edges.join(" ")}`);
      parts.push(
        `b${l} ${numbers(b.subarray(layout.neuronOffset[l], layout.neuronOffset[l + 1]))}`,
      );
    }
    parts.push(`x ${numbers(x)}`, `t ${numbers(t)}`, `eta ${formatShortest(eta)}`);
  }
  const { at, by, lang, theme, digits } = view;
  if (at !== undefined) parts.push(`at ${writeAddress(at)}`);
  for (const [key, value] of Object.entries({ by, lang, theme, digits })) {
    if (value !== undefined) parts.push(`${key} ${value}`);
  }
  for (const { code, key } of problems) parts.push(`problem ${code}${key === "" ? "" : ` ${key}`}`);
  return parts.join("; ");
}

function numbers(values: Float64Array): string {
  return Array.from(values, formatShortest).join(" ");
}
