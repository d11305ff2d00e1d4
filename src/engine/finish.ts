/** Carries a computation to its end where nobody wants to hear how far it is. */
export function finish<Result>(work: Generator<number, Result, void>): Result {
  let next = work.next();
  while (next.done !== true) next = work.next();
  return next.value;
}
