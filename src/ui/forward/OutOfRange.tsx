import { refKey, type Ref } from "../../engine/ref.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./useWords.ts";

/** Says why there is a dash instead of a number: what left the range first. Repetitions count once. */
export function OutOfRange({ lost }: { lost: readonly (Ref | null)[] }) {
  const words = useWords();
  const named = new Map(lost.flatMap((r) => (r === null ? [] : [[refKey(r), r] as const])));
  if (named.size === 0) return null;
  return (
    <p className="forward-prose" role="status" data-testid="lost">
      {words.outOfRange}
      {[...named].map(([key, r]) => (
        <span key={key} data-ref={key}>
          {" "}
          <Symbol of={r} />
        </span>
      ))}
    </p>
  );
}
