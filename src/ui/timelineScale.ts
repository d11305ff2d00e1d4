import type { PhaseSpan } from "../steps/plan.ts";

/** Where steps lie on a bar of length 1. Every phase keeps a least width, so none is too thin to hit. */
export interface TimelineScale {
  /** Left end and width of each phase, as fractions of the bar. */
  readonly spans: readonly { readonly left: number; readonly width: number }[];
  /** Middle of step n's cell; 0 for the start. */
  position(n: number): number;
  /** Left end of the cell of step n ≥ 1. */
  start(n: number): number;
  /** The step whose cell a fraction falls in; 0 left of the bar. */
  stepAt(fraction: number): number;
}

const LEAST_SHARE = 0.02;

export function timelineScale(phases: readonly PhaseSpan[]): TimelineScale {
  const total = phases.reduce((sum, phase) => sum + phase.count, 0);
  const shares = phases.map((phase) => Math.max(LEAST_SHARE, phase.count / total));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let left = 0;
  const spans = shares.map((share) => {
    const span = { left, width: share / whole };
    left += span.width;
    return span;
  });
  /** The place in a cell that is a fraction of it from its left end. */
  const within = (n: number, share: number): number => {
    const p = phases.findLastIndex((phase) => phase.start <= n);
    return spans[p].left + (spans[p].width * (n - phases[p].start + share)) / phases[p].count;
  };
  return {
    spans,
    position: (n) => (n <= 0 ? 0 : within(n, 0.5)),
    start: (n) => within(n, 0),
    stepAt(fraction) {
      if (fraction <= 0 || spans.length === 0) return 0;
      const p = spans.findLastIndex((span) => span.left < fraction);
      const steps = Math.floor(((fraction - spans[p].left) / spans[p].width) * phases[p].count);
      return phases[p].start + Math.max(0, Math.min(phases[p].count - 1, steps));
    },
  };
}
