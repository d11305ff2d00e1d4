/** How an initialisation chooses a weight, in the homework's notation. */
import { formatNumber, isRounded, type NumberFormat } from "../../numbers/format.ts";
import { EQUAL_WEIGHT, initLimit, type InitMethod } from "../../session/initialize.ts";

/** Layer l with its number of inputs, n_{l−1}, and of neurons, n_l. */
export interface InitLayer {
  readonly l: number;
  readonly nIn: number;
  readonly nOut: number;
}

/** TeX for one layer, with its numbers, or with `null` for any. */
export function initTex(method: InitMethod, layer: InitLayer | null, format: NumberFormat): string {
  const weight = `w_{ij}^{(${layer?.l ?? "l"})}`;
  switch (method) {
    case "uniform":
      return `${weight} \\sim U(-1,\\, 1)`;
    case "zeros":
      return `${weight} = 0`;
    case "equal":
      return `${weight} = ${EQUAL_WEIGHT}`;
    case "xavier":
      return `${weight} \\sim U(-r,\\, r), \\quad r = ${limitTex(method, "n_{l-1} + n_l", layer, format)}`;
    case "he":
      return `${weight} \\sim U(-r,\\, r), \\quad r = ${limitTex(method, "n_{l-1}", layer, format)}`;
  }
}

function limitTex(
  method: "xavier" | "he",
  under: string,
  layer: InitLayer | null,
  format: NumberFormat,
): string {
  const general = root(under);
  if (layer === null) return general;
  const { nIn, nOut } = layer;
  const limit = initLimit(method, nIn, nOut);
  const relation = isRounded(limit, format) ? "\\approx" : "=";
  const here = root(method === "he" ? `${nIn}` : `${nIn} + ${nOut}`);
  return `${general} = ${here} ${relation} ${formatNumber(limit, format)}`;
}

function root(under: string): string {
  return `\\sqrt{\\frac{6}{${under}}}`;
}
