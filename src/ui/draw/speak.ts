/** A place of the drawing in words, for those who do not see it. */
import { valueOf } from "../../engine/trace.ts";
import type { Ref } from "../../engine/ref.ts";
import type { Messages } from "../../i18n/messages.ts";
import { formatNumber } from "../../numbers/format.ts";
import { isEditable } from "../../session/session.ts";
import { isInRange, isKnown } from "../../steps/known.ts";
import type { BackstepState } from "../../store/store.ts";

/** What a neuron is heard to hold besides its activation, once it is known. */
const NEURON_QUANTITIES = ["z", "d"] as const;

export function nameOfPlace({ speech }: Messages, { q, l, i, j }: Ref): string {
  return speech.quantity[q]({ l: `${l}`, i: `${i}`, j: `${j}` });
}

/** A place of the drawing with what is known there. */
export function speakPlace(messages: Messages, state: BackstepState, ref: Ref): string {
  const { plan, n, view } = state;
  // As it is drawn.
  const trace = state.moved ?? state.trace;
  if (trace === null || plan === null) return "";
  const { ui, speech } = messages;
  const known = (r: Ref): boolean => isKnown(plan, n, r) && isInRange(plan, trace.overflow, r);
  const say = (r: Ref): string =>
    ui.says(
      nameOfPlace(messages, r),
      known(r)
        ? speech.number(formatNumber(valueOf(trace, r), { digits: view.digits }))
        : ui.notKnownYet,
    );
  const more = ref.q === "a" && ref.l > 1 ? NEURON_QUANTITIES.map((q) => ({ ...ref, q })) : [];
  const sentences = [ref, ...more.filter(known)].map(say);
  return [...sentences, ...(isEditable(ref) ? [ui.editable] : [])].join(" ");
}
