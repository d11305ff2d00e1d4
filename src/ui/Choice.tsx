import { useRef } from "react";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Value and text of each option. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoice: (value: string) => void;
  readonly className?: string;
  readonly title?: string;
}

/**
 * A list to choose from. After a choice by pointer it gives the focus back, so that the arrow keys
 * step on instead of choosing again; by keyboard it keeps the focus.
 */
export function Choice({ label, value, options, onChoice, className = "", title }: ChoiceProps) {
  const byPointer = useRef(false);
  return (
    <select
      className={`select ${className}`}
      aria-label={label}
      title={title}
      value={value}
      onPointerDown={() => {
        byPointer.current = true;
      }}
      onKeyDown={() => {
        byPointer.current = false;
      }}
      onChange={(event) => {
        onChoice(event.target.value);
        if (byPointer.current) event.target.blur();
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
