import { activationOf } from "../../engine/network.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { useMessages } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./reading.ts";

const KINKED = ["relu", "leaky"] as const;

/** The z that stand on different sides of their kink in two runs, a sentence for each σ. */
export function KinkSentences({ trace, kinks }: { trace: Trace; kinks: readonly Ref[] }) {
  const words = useWords();
  const { ui } = useMessages();
  return KINKED.map((activation) => {
    const own = kinks.filter(({ l }) => activationOf(trace, l) === activation);
    return own.length === 0 ? null : (
      <p key={activation}>
        {words.kinks(ui.activations[activation])}{" "}
        {own.map((kink) => (
          <span key={refKey(kink)} className="kink" data-ref={refKey(kink)}>
            <Symbol of={kink} />
          </span>
        ))}
      </p>
    );
  });
}
