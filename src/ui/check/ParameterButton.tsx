import { refKey, type Ref } from "../../engine/ref.ts";
import { address } from "../../steps/address.ts";
import { useBackstepStore, useMessages } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./reading.ts";

/** A weight or bias by its symbol; goes to the step that finds its gradient. */
export function ParameterButton({ of }: { of: Ref }) {
  const words = useWords();
  const { speech } = useMessages();
  const { actions } = useBackstepStore().getState();
  const name = speech.quantity[of.q]({ l: `${of.l}`, i: `${of.i}`, j: `${of.j}` });
  const open = (): void => {
    actions.goTo(address(of.q === "w" ? "gw" : "gb", of.l, of.i, of.j));
    actions.setTab("step");
  };
  return (
    <button
      type="button"
      className="parameter"
      data-ref={refKey(of)}
      aria-label={words.toStep(name)}
      title={words.toStep(name)}
      onClick={open}
    >
      <Symbol of={of} />
    </button>
  );
}
