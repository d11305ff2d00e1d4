/** What the current step is about, in the drawing's terms. Pure. */
import type { Quantity } from "../engine/ref.ts";
import { edgeExists } from "../engine/trace.ts";
import { stepAt, type Plan } from "../steps/plan.ts";

/** The kind of quantity whose colour a thing takes. */
export type Tone = Extract<Quantity, "a" | "z" | "d" | "t" | "ta">;

export interface EdgeAt {
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

export interface Emphasis {
  /** Colour of the edges in use: activations and tangents run forward, errors back. */
  readonly tone: Tone;
  readonly rings: readonly { readonly l: number; readonly i: number; readonly tone: Tone }[];
  /** Edges of the products at hand. */
  readonly strong: readonly EdgeAt[];
  /** Edges of the products already added up, at term granularity. */
  readonly light: readonly EdgeAt[];
  readonly biases: readonly { readonly l: number; readonly i: number }[];
  readonly targets: readonly number[];
  readonly E: boolean;
  /** Every weight and bias is being changed. */
  readonly update: boolean;
}

const NOTHING: Emphasis = {
  tone: "a",
  rings: [],
  strong: [],
  light: [],
  biases: [],
  targets: [],
  E: false,
  update: false,
};

/** What step n singles out. At the start that is nothing. */
export function emphasisOf(plan: Plan, n: number): Emphasis {
  const { layout } = plan.shape;
  const { kind, l, i, j } = stepAt(plan, n);
  const rows = (layer: number): number[] => (i > 0 ? [i] : count(layout.sizes[layer - 1]));
  const ring = (layer: number, tone: Tone): Emphasis["rings"] =>
    rows(layer).map((row) => ({ l: layer, i: row, tone }));
  switch (kind) {
    case "x":
      return NOTHING;
    case "z": {
      const own = rows(l).flatMap((row) => edgesInto(plan, l, row));
      const { strong, light } = splitAt(own, (edge) => edge.j, j);
      const biases = j === 0 ? rows(l).map((row) => ({ l, i: row })) : [];
      return { ...NOTHING, tone: "a", rings: ring(l, "z"), strong, light, biases };
    }
    case "a":
      return { ...NOTHING, rings: ring(l, "a") };
    case "E": {
      const outputs = i > 0 ? [i] : count(layout.sizes[layout.L - 1]);
      const rings = outputs.map((row) => ({ l: layout.L, i: row, tone: "t" as const }));
      return { ...NOTHING, tone: "t", rings, targets: outputs, E: true };
    }
    case "d": {
      if (l === layout.L) {
        return { ...NOTHING, tone: "d", rings: ring(l, "d"), targets: rows(l) };
      }
      const own = rows(l).flatMap((row) => edgesFrom(plan, l, row));
      const { strong, light } = splitAt(own, (edge) => edge.i, j);
      return { ...NOTHING, tone: "d", rings: ring(l, "d"), strong, light };
    }
    case "gw": {
      const strong = rows(l)
        .flatMap((row) => edgesInto(plan, l, row))
        .filter((edge) => j === 0 || edge.j === j);
      const inputs = j > 0 ? [j] : count(layout.sizes[l - 2]);
      const rings = [
        ...ring(l, "d"),
        ...inputs.map((row) => ({ l: l - 1, i: row, tone: "a" as const })),
      ];
      return { ...NOTHING, tone: "d", rings, strong };
    }
    case "gb":
      return {
        ...NOTHING,
        tone: "d",
        rings: ring(l, "d"),
        biases: rows(l).map((row) => ({ l, i: row })),
      };
    case "u":
      return { ...NOTHING, update: true };
    case "tz":
      return { ...NOTHING, tone: "ta", rings: ring(l, "ta"), ...seeding(plan, l, rows(l), j) };
    case "ta":
      return { ...NOTHING, tone: "ta", rings: ring(l, "ta") };
    case "tE": {
      return { ...NOTHING, tone: "ta", rings: ring(layout.L, "ta"), E: true };
    }
  }
}

/** What ż of some neurons comes from: θ in its own layer, after it what the edges carry. */
function seeding(plan: Plan, l: number, rows: number[], j: number): Partial<Emphasis> {
  const seed = plan.tangent?.seed;
  if (seed === undefined || seed.q === "x" || seed.l !== l) {
    const own = rows.flatMap((row) => edgesInto(plan, l, row));
    return splitAt(own, (edge) => edge.j, j);
  }
  if (!rows.includes(seed.i)) return {};
  if (seed.q === "b") return { biases: [{ l, i: seed.i }] };
  return { strong: [{ l, i: seed.i, j: seed.j }] };
}

function count(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

/** Existing edges into neuron i of layer l. */
function edgesInto(plan: Plan, l: number, i: number): EdgeAt[] {
  return count(plan.shape.layout.sizes[l - 2])
    .filter((j) => edgeExists(plan.shape, l, i, j))
    .map((j) => ({ l, i, j }));
}

/** Existing edges that leave neuron j of layer l. */
function edgesFrom(plan: Plan, l: number, j: number): EdgeAt[] {
  return count(plan.shape.layout.sizes[l])
    .filter((i) => edgeExists(plan.shape, l + 1, i, j))
    .map((i) => ({ l: l + 1, i, j }));
}

/** The edges of one product and of those before it; all of them where no product is named. */
function splitAt(
  edges: EdgeAt[],
  product: (edge: EdgeAt) => number,
  j: number,
): { strong: EdgeAt[]; light: EdgeAt[] } {
  if (j === 0) return { strong: edges, light: [] };
  return {
    strong: edges.filter((edge) => product(edge) === j),
    light: edges.filter((edge) => product(edge) < j),
  };
}
