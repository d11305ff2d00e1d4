import type { Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";

/** Whether a network of this shape has the quantity: its layer, its neuron and, for w, its edge. */
export function refExists(shape: Pick<Shape, "layout" | "mask">, r: Ref): boolean {
  const { sizes, L } = shape.layout;
  const isNeuron = (l: number, i: number): boolean =>
    l >= 1 && l <= L && Number.isInteger(l) && within(i, sizes[l - 1]);
  switch (r.q) {
    case "E":
    case "nE":
    case "tE":
    case "eta":
      return true;
    case "t":
      return within(r.i, sizes[L - 1]);
    case "b":
    case "gb":
    case "nb":
      return r.l >= 2 && isNeuron(r.l, r.i);
    case "a":
    case "z":
    case "d":
    case "s":
    case "tz":
    case "ta":
      return isNeuron(r.l, r.i);
    case "w":
    case "gw":
    case "nw":
      return (
        r.l >= 2 &&
        isNeuron(r.l, r.i) &&
        within(r.j, sizes[r.l - 2]) &&
        edgeExists(shape, r.l, r.i, r.j)
      );
  }
}

function within(index: number, count: number): boolean {
  return Number.isInteger(index) && index >= 1 && index <= count;
}
