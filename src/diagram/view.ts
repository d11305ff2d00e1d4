/**
 * Which part of the stage is seen: host px = k · stage px + (x, y). Everything drawn and every
 * layout is in stage px; what comes from a pointer or goes to the page passes through here.
 */
import type { Box } from "./box.ts";
import { round, type Point } from "./curve.ts";

export interface View {
  /** Host px for one stage px. */
  readonly k: number;
  /** Where the stage's top left corner stands, host px. */
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: View = { k: 1, x: 0, y: 0 };

/** Half of it leaves room around the network; at eight fold the smallest text fills a line. */
const SCALE = { least: 0.5, most: 8 } as const;

/** Where an event happened, host px. */
export function hostPoint(
  host: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point {
  const { left, top } = host.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

export function toStage({ k, x, y }: View, point: Point): Point {
  return { x: (point.x - x) / k, y: (point.y - y) / k };
}

export function toHost({ k, x, y }: View, box: Box): Box {
  return { x: box.x * k + x, y: box.y * k + y, width: box.width * k, height: box.height * k };
}

/** The view that is `factor` times as large, the point (host px) staying where it is. */
export function zoomed(view: View, factor: number, { x, y }: Point, size: Size): View {
  const k = Math.max(SCALE.least, Math.min(SCALE.most, view.k * factor));
  const ratio = k / view.k;
  return held({ k, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio }, size);
}

export function moved({ k, x, y }: View, dx: number, dy: number, size: Size): View {
  return held({ k, x: x + dx, y: y + dy }, size);
}

/** A stage larger than its host leaves no margin, a smaller one stands in the middle. */
export function held({ k, x, y }: View, { width, height }: Size): View {
  return { k, x: heldAlong(x, width * (1 - k)), y: heldAlong(y, height * (1 - k)) };
}

function heldAlong(offset: number, room: number): number {
  return room >= 0 ? room / 2 : Math.max(room, Math.min(0, offset));
}

export function sameView(p: View, q: View): boolean {
  return p.k === q.k && p.x === q.x && p.y === q.y;
}

/** The view as the `viewBox` of an SVG that fills the host. */
export function viewBoxOf({ k, x, y }: View, { width, height }: Size): string {
  return [-x / k, -y / k, width / k, height / k].map((value) => round(value) || 0).join(" ");
}
