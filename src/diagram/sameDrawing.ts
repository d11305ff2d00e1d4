/** What may change without the network having to be drawn anew. Pure. */
import { signOf, type Shift } from "../engine/shift.ts";
import type { Trace } from "../engine/trace.ts";
import type { Plan } from "../steps/plan.ts";

/** Whether two traces differ in nothing but numbers. */
export function sameDrawing(p: Trace, q: Trace): boolean {
  return sameNeurons(p, q) && sameMask(p.mask, q.mask);
}

/**
 * Whether two traces differ in numbers and connections at most: what forward mode carries has other
 * places, and a moved input another name.
 */
export function sameNeurons(p: Trace, q: Trace): boolean {
  return (
    sameList(p.layout.sizes, q.layout.sizes) &&
    (p.tangent === undefined) === (q.tangent === undefined) &&
    sameName(p.shift, q.shift) &&
    sameList(p.activations, q.activations)
  );
}

/** Whether two shifts are written alike: h is not written as a number. */
function sameName(p: Shift | undefined, q: Shift | undefined): boolean {
  return p?.j === q?.j && (p === undefined || q === undefined || signOf(p) === signOf(q));
}

/**
 * Whether a plan's steps are those of this trace's network, and of what forward mode carries or of
 * the pass of a moved input.
 */
export function belongs({ shape, tangent, whole }: Plan, trace: Trace): boolean {
  if ((tangent === null) !== (trace.tangent === undefined)) return false;
  if ((whole === null) !== (trace.shift === undefined)) return false;
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
