import type { Item } from "../../homework/item.ts";
import { stepsOf } from "../../homework/steps.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { stepOf } from "../../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { leadWords } from "../stepWords.ts";
import { Symbol } from "../Symbol.tsx";
import type { Reader } from "./place.ts";
import { Line } from "./Line.tsx";

/** The steps that use a statement; each leads there. */
export function StepLinks({ item, plan, target }: Reader & { readonly item: Item }) {
  const messages = useMessages();
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const { actions } = useBackstepStore().getState();
  const steps = new Map(
    stepsOf(item.id, plan.shape, target).map((at) => [stepOf(plan, at), at] as const),
  );
  if (steps.size === 0) return null;
  return (
    <Line name={words.steps}>
      <span className="links">
        {[...steps].map(([n, at]) => {
          const { where, symbol } = leadWords(messages, plan, at);
          return (
            <button
              key={n}
              type="button"
              className="link"
              onClick={() => {
                actions.goTo(at);
                actions.setTab("step");
              }}
            >
              {where} {symbol === null ? null : <Symbol of={symbol} />}
            </button>
          );
        })}
      </span>
    </Line>
  );
}
