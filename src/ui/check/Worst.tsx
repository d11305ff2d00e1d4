import type { ReactNode } from "react";
import { verdictOf, type Judged } from "./agreement.ts";
import { Disagreement } from "./Disagreement.tsx";
import { ParameterButton } from "./ParameterButton.tsx";
import { useWords } from "./reading.ts";

/** The largest disagreement, and whose it is; where it is nobody's, what there is instead. */
export function Worst({ judged }: { judged: readonly Judged[] }) {
  const words = useWords();
  const verdict = verdictOf(judged);
  switch (verdict) {
    case "empty":
      return <p className="says">{words.noWorst}</p>;
    case "noNumber":
      return <Said>{words.noNumber}</Said>;
    case "zero":
      return <Said>{words.allZero}</Said>;
    case "same":
      return (
        <Said>
          <Largest value={0} />
        </Said>
      );
    default:
      return (
        <Said>
          <Largest value={verdict.disagreement} />
          <span>{words.at}</span>
          <ParameterButton of={verdict.ref} />
        </Said>
      );
  }
}

function Said({ children }: { children: ReactNode }) {
  return (
    <p className="worst" role="status">
      {children}
    </p>
  );
}

function Largest({ value }: { value: number }) {
  const words = useWords();
  return (
    <>
      <span>{words.worst}</span>
      <b data-testid="worst">
        <Disagreement value={value} />
      </b>
    </>
  );
}
