import type { ReactNode } from "react";
import "./Switch.css";

interface SwitchProps<Id extends string> {
  readonly label: string;
  readonly options: readonly (readonly [id: Id, text: ReactNode])[];
  readonly value: Id;
  readonly onChoice: (id: Id) => void;
}

/** One of a few, side by side: buttons and no radios, so that the arrow keys go on stepping. */
export function Switch<Id extends string>({ label, options, value, onChoice }: SwitchProps<Id>) {
  return (
    <div className="switch" role="group" aria-label={label}>
      {options.map(([id, text]) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          data-choice={id}
          onClick={() => onChoice(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
