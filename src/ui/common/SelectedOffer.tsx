import type { Ref } from "../../engine/ref.ts";
import { GivenName } from "./GivenName.tsx";

interface SelectedOfferProps {
  readonly of: Ref;
  readonly label: string;
  readonly onAccept: () => void;
}

/** Offers what is selected on the stage after a row of lists, the last of which it leads back to. */
export function SelectedOffer({ of, label, onAccept }: SelectedOfferProps) {
  return (
    <button
      type="button"
      className="button"
      onClick={({ currentTarget: { previousElementSibling: list }, detail }) => {
        // Once accepted it is gone. After a pointer's press the arrow keys stay the steps'.
        if (detail === 0 && list instanceof HTMLElement) list.focus();
        onAccept();
      }}
    >
      {label} <GivenName of={of} />
    </button>
  );
}
