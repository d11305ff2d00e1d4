/** What travels when a step is taken: the step's own products, and where they run. Pure. */
import { stepAt, type Plan } from "../steps/plan.ts";
import { parameterAtX, type Curve } from "./curve.ts";
import { emphasisOf, type EdgeAt, type Tone } from "./emphasis.ts";
import { edgeCurve, lossCurve, targetCurve, type StageLayout } from "./layout.ts";

/** A way along a curve, from parameter `from` to parameter `to`. */
export interface Route {
  readonly curve: Curve;
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

/** More moving elements than this, and frames are lost (architecture: about two hundred). */
export const MOST_MOVING = 200;

/**
 * The ways the products of step n travel. `meeting` gives the x at which the two factors of a
 * gradient meet: its weight's label, or the middle of the edge.
 */
export function routesOf(
  plan: Plan,
  n: number,
  stage: StageLayout,
  meeting: (edge: EdgeAt) => number | null,
): Route[] {
  const { kind, l } = stepAt(plan, n);
  const { strong, targets, rings } = emphasisOf(plan, n);
  const curveOf = (edge: EdgeAt): Curve => edgeCurve(stage, edge.l, edge.i, edge.j);
  switch (kind) {
    case "z":
      return strong.map((edge) => ({ curve: curveOf(edge), from: 0, to: 1, tone: "a" }));
    case "tz":
      return strong.map((edge) => ({ curve: curveOf(edge), from: 0, to: 1, tone: "ta" }));
    case "tE":
      return rings.map(({ i }) => ({ curve: lossCurve(stage, i), from: 0, to: 1, tone: "ta" }));
    case "E":
      return rings.map(({ i }) => ({ curve: lossCurve(stage, i), from: 0, to: 1, tone: "t" }));
    case "d":
      if (l === plan.shape.layout.L) {
        return targets.map((i) => ({ curve: targetCurve(stage, i), from: 1, to: 0, tone: "d" }));
      }
      return strong.map((edge) => ({ curve: curveOf(edge), from: 1, to: 0, tone: "d" }));
    case "gw":
      return strong.flatMap((edge): Route[] => {
        const curve = curveOf(edge);
        const x = meeting(edge);
        const to = x === null ? 0.5 : parameterAtX(curve, x);
        return [
          { curve, from: 0, to, tone: "a" },
          { curve, from: 1, to, tone: "d" },
        ];
      });
    default:
      return [];
  }
}

/** At most `most` of a list, evenly spread over it, the first and the last among them. */
export function thinned<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from(
    { length: most },
    (_, k) => list[Math.round((k * (list.length - 1)) / Math.max(1, most - 1))],
  );
}
