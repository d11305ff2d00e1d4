import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { computeTrace } from "../../../src/engine/compute.ts";
import { sweepSteps, type StepSweep } from "../../../src/engine/differences.ts";
import { readLink } from "../../../src/share/link.ts";
import { STEPS } from "../../../src/engine/stepSize.ts";
import {
  bestStep,
  curvePath,
  guideLine,
  MARGIN,
  plotScale,
  slopesOf,
  stepAtX,
} from "../../../src/ui/jacobian/errorPlot.ts";
import { finish } from "../../../src/engine/finish.ts";
import { MAZUR } from "../../formula/networks.ts";

const SIZE = { width: 440, height: 190 };

function sweepOf(errorAt: (h: number) => number): StepSweep {
  const error = STEPS.map(errorAt);
  const rounding = new Float64Array(STEPS.length);
  return { h: STEPS, error, rounding, best: 0, kinks: [], rowSums: new Float64Array(1) };
}

describe("the V of Mazur's network", () => {
  const sweep = finish(sweepSteps(computeTrace(MAZUR, 1)));
  const scale = plotScale(sweep, SIZE)!;

  test("larger h lies to the right, a larger error higher", () => {
    expect(scale.x(1e-15)).toBeCloseTo(MARGIN.left);
    expect(scale.x(1e-1)).toBeCloseTo(SIZE.width - MARGIN.right);
    expect(scale.y(1e-3)).toBeLessThan(scale.y(1e-9));
    expect(scale.y(0)).toBeCloseTo(SIZE.height - MARGIN.bottom);
  });

  test("both slopes are found, and meet the curve at its ends", () => {
    const { truncation, rounding } = slopesOf(sweep);
    expect(truncation! * 0.1 ** 2).toBeCloseTo(sweep.error[0]);
    const end = sweep.error[STEPS.length - 1];
    expect(Math.abs(Math.log10(rounding! / 1e-15 / end))).toBeLessThan(1);
  });

  test("the guides rise to the two sides of the drawing", () => {
    const { truncation, rounding } = slopesOf(sweep);
    expect(guideLine(truncation!, 2, scale)!.x2).toBeCloseTo(scale.x(1e-1));
    const left = guideLine(rounding!, -1, scale)!;
    expect(left.x2).toBeCloseTo(scale.x(1e-15));
    expect(left.y2).toBeLessThan(left.y1);
  });
});

test("one h is the best only where another is worse", () => {
  expect(bestStep(sweepOf((h) => 1 / h))).toBe(0);
  expect(bestStep(sweepOf(() => 0.5))).toBe(-1);
  expect(bestStep(sweepOf(() => 0))).toBe(-1);
  expect(bestStep(sweepOf((h) => (h === 1e-1 ? 0 : 1e-17)))).toBe(0);
  expect(bestStep(sweepOf((h) => (h === 1e-5 ? NaN : 0.5)))).toBe(0);
  expect(bestStep({ ...sweepOf(() => NaN), best: -1 })).toBe(-1);
});

function sweepOfLink(link: string): StepSweep {
  return finish(sweepSteps(computeTrace(readLink(link).network!, 1)));
}

test("at a kink no h is better: what rounding made smaller is chance", () => {
  const sweep = sweepOfLink("net=1-2-1&act=relu,identity&x=0.5&t=1&w2=1;2&b2=-0.5,0.1&w3=1,1");
  expect(sweep.error[0]).toBeCloseTo(0.25, 9);
  expect(sweep.error[sweep.best]).toBeLessThan(0.25 / 1.01);
  expect(bestStep(sweep)).toBe(-1);
});

test("next to a kink an h that does not reach it is better", () => {
  const sweep = sweepOfLink("net=1-2-1&act=relu,identity&x=0.501&t=1&w2=1;2&b2=-0.5,0.1&w3=1,1");
  expect(STEPS[bestStep(sweep)]).toBeLessThanOrEqual(1e-3);
  expect(sweep.error[bestStep(sweep)]).toBeLessThan(1e-10);
});

test("where rounding alone makes an error the largest h is among the best", () => {
  const sweep = sweepOfLink("net=1-1&act=identity&x=0.3&w2=0.7&b2=0.1");
  expect(bestStep(sweep)).toBeGreaterThanOrEqual(0);
  expect(STEPS[bestStep(sweep)]).toBeGreaterThan(1e-4);
});

test("an error that does not grow as h falls is not that of rounding", () => {
  expect(slopesOf(sweepOf(() => 0.5)).rounding).toBeNull();
  const v = sweepOf((h) => h * h + 1e-16 / h);
  expect(slopesOf({ ...v, best: v.error.indexOf(Math.min(...v.error)) }).rounding).toBeCloseTo(
    1e-16,
    20,
  );
});

test("the curve is broken where there is no error", () => {
  const sweep = sweepOf((h) => (h === 1e-5 ? NaN : h));
  const path = curvePath(sweep, plotScale(sweep, SIZE)!);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path).not.toContain("NaN");
});

test("without any error there is no scale", () => {
  expect(
    plotScale(
      sweepOf(() => NaN),
      SIZE,
    ),
  ).toBeNull();
});

test("no truncation is claimed of a network that has none", () => {
  const linear = slopesOf(sweepOf((h) => 1e-16 / h));
  expect(linear.truncation).toBeNull();
  expect(linear.rounding).toBeCloseTo(1e-16);
  expect(slopesOf(sweepOf(() => 0))).toEqual({ truncation: null, rounding: null });
});

property.prop([fc.nat(STEPS.length - 1), fc.double({ min: -0.4, max: 0.4, noNaN: true })])(
  "the nearest h is found again from its place",
  (step, off) => {
    const sweep = sweepOf((h) => h);
    const scale = plotScale(sweep, SIZE)!;
    const apart = scale.x(STEPS[0]) - scale.x(STEPS[1]);
    expect(stepAtX(sweep, scale, scale.x(STEPS[step]) + off * apart)).toBe(step);
  },
);

property.prop([
  fc.array(fc.double({ min: 0, max: 1e300, noNaN: true }), { minLength: 57, maxLength: 57 }),
])("every error has a place within the drawing, and labels have room", (errors) => {
  const sweep = { ...sweepOf(() => 0), error: Float64Array.from(errors) };
  const scale = plotScale(sweep, SIZE)!;
  for (const error of errors) {
    expect(scale.y(error)).toBeGreaterThanOrEqual(MARGIN.top - 1e-9);
    expect(scale.y(error)).toBeLessThanOrEqual(SIZE.height - MARGIN.bottom + 1e-9);
  }
  const places = scale.decadesY.map((power) => scale.y(10 ** power));
  places.slice(1).forEach((y, n) => expect(places[n] - y).toBeGreaterThanOrEqual(14));
});
