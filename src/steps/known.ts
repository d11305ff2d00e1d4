import type { Ref } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import { address, isTangentKind, type Address } from "./address.ts";
import { isOfPlan, stepOf, type Plan } from "./plan.ts";

/** The address of the step that establishes a quantity; null for what is given. */
export function establishedBy(r: Ref): Address | null {
  switch (r.q) {
    case "z":
      return r.l < 2 ? null : address("z", r.l, r.i);
    case "a":
      return r.l < 2 ? null : address("a", r.l, r.i);
    case "s":
      // σ'(z) is first wanted by δ; it is known with the activation it is the slope of.
      return r.l < 2 ? null : address("a", r.l, r.i);
    case "d":
      // δ^(1) = ∂E/∂x has no step of its own; each of its components needs all of δ^(2).
      return r.l < 2 ? address("d", 2) : address("d", r.l, r.i);
    case "gw":
      return address("gw", r.l, r.i, r.j);
    case "gb":
      return address("gb", r.l, r.i);
    case "E":
      return address("E");
    case "tz":
      return address("tz", r.l, r.i);
    case "ta":
      return address("ta", r.l, r.i);
    case "tE":
      return address("tE");
    case "nw":
    case "nb":
    case "nE":
      return address("u");
    case "w":
    case "b":
    case "t":
    case "eta":
      return null;
  }
}

/**
 * The number of the step that establishes it; backpropagation is done when forward mode starts, and
 * a forward pass alone never comes to E or δ, which is told by a number beyond its last.
 */
export function knownFrom(plan: Plan, by: Address): number {
  if (!isOfPlan(plan, by.kind)) return plan.length + 1;
  return plan.tangent !== null && !isTangentKind(by.kind) ? 0 : stepOf(plan, by);
}

/** Whether step n or one before it has established the quantity; without steps, none does. */
export function isKnown(plan: Plan, n: number, r: Ref): boolean {
  const by = establishedBy(r);
  if (by === null) return true;
  if (plan.tangent === null && isTangentKind(by.kind)) return false;
  return plan.length > 0 && knownFrom(plan, by) <= n;
}

/**
 * Whether the quantity may be shown as a number: nothing at or after the first overflow is
 * (product: no NaN or Infinity without the name of the quantity that left the range first).
 */
export function isInRange(plan: Plan, overflow: Ref | null, r: Ref): boolean {
  if (overflow === null) return true;
  if (plan.whole !== null) return isInRange(plan.whole, overflow, r);
  const by = establishedBy(r);
  const failed = establishedBy(overflow);
  if (by === null || failed === null) return true;
  if (!isTangentKind(failed.kind)) {
    if (plan.tangent !== null) return isInRange(plan.tangent.done, overflow, r);
  } else if (!isTangentKind(by.kind)) {
    return true;
  }
  if (by.kind === "u" && failed.kind === "u") return overflow.q === "nE" && r.q !== "nE";
  // ∂E/∂x shares the last step of δ^(2), and comes after it.
  if (overflow.q === "d" && overflow.l === 1 && !(r.q === "d" && r.l === 1)) {
    return stepOf(plan, by) <= stepOf(plan, failed);
  }
  return stepOf(plan, by) < stepOf(plan, failed);
}

/**
 * What hides the quantity: the first that left the range, of the trace or of what forward mode
 * carries, if this comes with it or after it; null where the number may be shown.
 */
export function hiddenBy(
  plan: Plan,
  { overflow, tangent }: Pick<Trace, "overflow" | "tangent">,
  r: Ref,
): Ref | null {
  const first = [overflow, tangent?.overflow ?? null];
  return first.find((failed) => !isInRange(plan, failed, r)) ?? null;
}

/** Numbers another recursion than backpropagation finds, or what stands in their place, by key. */
export type Claims = ReadonlyMap<string, number | string>;
