/** One timed pair: medians in nanoseconds a call and the median of the rounds' ratios. */
export interface Comparison {
  readonly subject: number;
  readonly reference: number;
  readonly ratio: number;
}

const ROUNDS = 61;
/** Long enough for the clock, short enough for a slow spell of the machine to hit whole rounds. */
const ROUND_NS = 2_000_000;

/**
 * Times two functions in turns, A B A B, in one process. Each round gives one ratio, and the
 * median of those is what counts: a slow spell of the machine falls on both sides of it.
 */
export function compare(subject: () => void, reference: () => void): Comparison {
  const calls = callsFor(reference);
  callsFor(subject);
  const subjects: number[] = [];
  const references: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const s = time(subject, calls);
    const r = time(reference, calls);
    subjects.push(s);
    references.push(r);
    ratios.push(s / r);
  }
  return {
    subject: quantile(subjects, 0.5),
    reference: quantile(references, 0.5),
    ratio: quantile(ratios, 0.5),
  };
}

/** Calls that fill a round; finding out warms the function up for the optimising compiler. */
function callsFor(run: () => void): number {
  let calls = 64;
  for (let warm = 0; warm < 40; warm++) {
    const ns = time(run, calls) * calls;
    if (ns < ROUND_NS) calls *= 2;
  }
  return calls;
}

/** Nanoseconds a call. */
function time(run: () => void, calls: number): number {
  const start = process.hrtime.bigint();
  for (let k = 0; k < calls; k++) run();
  return Number(process.hrtime.bigint() - start) / calls;
}

/** The smallest value that a share `q` of all (0.5: the median) does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}
