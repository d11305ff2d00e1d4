/**
 * The computations that may take longer than a frame, each as a generator that yields the fraction
 * done, so that whoever runs them can report it and stop between two steps.
 */
import { checkGradients, type GradientCheck } from "./check.ts";
import { sweepSteps, type StepSweep } from "./differences.ts";
import { computeJacobian, type JacobianProduct } from "./jacobian.ts";
import { findPaths, type PathEnd, type PathStart, type PathSum } from "./paths.ts";
import { repairDelta, type RepairedDelta } from "./repairedDelta.ts";
import type { Trace } from "./trace.ts";

/** What each kind of task is given beside the trace, and what it makes of it. */
interface TaskTypes {
  readonly check: { readonly input: { readonly h: number }; readonly result: GradientCheck };
  readonly differences: { readonly input: object; readonly result: StepSweep };
  readonly forwardDelta: { readonly input: object; readonly result: RepairedDelta };
  readonly jacobian: { readonly input: object; readonly result: JacobianProduct };
  readonly paths: {
    readonly input: { readonly start: PathStart; readonly end: PathEnd };
    readonly result: PathSum;
  };
}

export type TaskKind = keyof TaskTypes;
export type TaskInput<Kind extends TaskKind> = TaskTypes[Kind]["input"] & { readonly trace: Trace };
export type TaskResult<Kind extends TaskKind> = TaskTypes[Kind]["result"];

type Tasks = {
  readonly [Kind in TaskKind]: (
    input: TaskInput<Kind>,
  ) => Generator<number, TaskResult<Kind>, void>;
};

export const TASKS: Tasks = {
  check: ({ trace, h }) => checkGradients(trace, h),
  differences: ({ trace }) => sweepSteps(trace),
  forwardDelta: ({ trace }) => repairDelta(trace),
  jacobian: ({ trace }) => inOneStep(() => computeJacobian(trace)),
  paths: ({ trace, start, end }) => findPaths(trace, start, end),
};

function* inOneStep<Result>(compute: () => Result): Generator<number, Result, void> {
  yield 0;
  return compute();
}
