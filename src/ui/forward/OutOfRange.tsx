import { refKey, type Ref } from "../../engine/ref.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./useWords.ts";

interface OutOfRangeProps {
  readonly lost: readonly (Ref | null)[];
  /** What came of it, unless it is a dash instead of a number. */
  readonly says?: string;
}

/** Says what left the range first, and what came of it. Repetitions count once. */
export function OutOfRange({ lost, says }: OutOfRangeProps) {
  const words = useWords();
  const named = new Map(lost.flatMap((r) => (r === null ? [] : [[refKey(r), r] as const])));
  if (named.size === 0) return null;
  return (
    <p className="forward-prose" role="status" data-testid="lost">
      {says ?? words.outOfRange}
      {[...named].map(([key, r]) => (
        <span key={key} data-ref={key}>
          {" "}
          <Symbol of={r} />
        </span>
      ))}
    </p>
  );
}
