import type { Comparison } from "../../engine/check.ts";
import { Disagreement } from "./Disagreement.tsx";
import { ParameterButton } from "./ParameterButton.tsx";
import { useWords } from "./reading.ts";

/** The largest disagreement, and whose it is. */
export function Worst({ comparison: { worst } }: { comparison: Comparison }) {
  const words = useWords();
  if (worst === null) return <p className="says">{words.noWorst}</p>;
  return (
    <p className="worst" role="status">
      <span>{words.worst}</span>
      <b data-testid="worst">
        <Disagreement value={worst.disagreement} />
      </b>
      <span>{words.at}</span>
      <ParameterButton of={worst.ref} />
    </p>
  );
}
