/** What may change without the network having to be drawn anew. Pure. */
import type { Trace } from "../engine/trace.ts";
import type { Plan } from "../steps/plan.ts";

/** Whether two traces differ in nothing but numbers. */
export function sameDrawing(p: Trace, q: Trace): boolean {
  return sameNeurons(p, q) && sameMask(p.mask, q.mask);
}

/**
 * Whether two traces differ in numbers and connections at most: what forward mode carries has other
 * places.
 */
export function sameNeurons(p: Trace, q: Trace): boolean {
  return (
    sameList(p.layout.sizes, q.layout.sizes) &&
    (p.tangent === undefined) === (q.tangent === undefined) &&
    sameList(p.activations, q.activations)
  );
}

/** Whether a plan's steps are those of this trace's network, and of what forward mode carries. */
export function belongs({ shape, tangent }: Plan, trace: Trace): boolean {
  if ((tangent === null) !== (trace.tangent === undefined)) return false;
  return sameList(shape.layout.sizes, trace.layout.sizes) && sameMask(shape.mask, trace.mask);
}

function sameMask(p: Uint8Array | null, q: Uint8Array | null): boolean {
  return p === q || (p !== null && q !== null && sameList(p, q));
}

function sameList<T>(p: ArrayLike<T>, q: ArrayLike<T>): boolean {
  if (p === q) return true;
  if (p.length !== q.length) return false;
  for (let k = 0; k < p.length; k++) if (p[k] !== q[k]) return false;
  return true;
}
