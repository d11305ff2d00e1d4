import { useBackstep } from "../context.ts";
import { countInWords, formatCount } from "../common/count.ts";
import { useWords } from "./reading.ts";

/** A count in full; a large one in words besides. */
export function Count({ count }: { count: number }) {
  const words = useWords();
  const inWords = countInWords(
    count,
    useBackstep((state) => state.view.lang),
  );
  return (
    <>
      {formatCount(count)}
      {inWords === null ? null : <small>{words.inWords(inWords)}</small>}
    </>
  );
}
