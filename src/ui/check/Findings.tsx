import type { GradientCheck } from "../../engine/check.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Prose } from "../common/Prose.tsx";
import { Symbol } from "../Symbol.tsx";
import type { Judged, Rival } from "./agreement.ts";
import { formatCount } from "./count.ts";
import { useWords } from "./reading.ts";

interface FindingsProps {
  readonly trace: Trace;
  readonly check: GradientCheck;
  readonly rival: Rival;
  readonly judged: readonly Judged[];
}

/** Names of kinked parameters that are written out. */
const MOST_NAMES = 8;
/** It is an estimate. */
const NOISE_FORMAT = { digits: 2 };

/** What there is to say about the numbers: how they are compared, kinks, rounding, the range. */
export function Findings({ trace, check, rival, judged }: FindingsProps) {
  const words = useWords();
  const has = (level: Judged["level"]): boolean => judged.some((each) => each.level === level);
  const kinked = judged.filter(({ q, slot }) => check.kinks[q][slot] === 1);
  return (
    <div className="findings" data-testid="findings">
      {rival === "central" && kinked.length > 0 ? (
        <p>
          <Prose text={words.kinks(formatCount(kinked.length))} typeset />{" "}
          {kinked.slice(0, MOST_NAMES).map(({ ref }) => (
            <Named key={refKey(ref)} of={ref} />
          ))}
          {kinked.length > MOST_NAMES ? words.more(formatCount(kinked.length - MOST_NAMES)) : null}
        </p>
      ) : null}
      {rival === "central" && (has("apart") || has("close")) ? (
        <p>
          <Prose text={words.wide} typeset />
        </p>
      ) : null}
      {has("none") ? <OutOfRange trace={trace} /> : null}
      <p className="aside">
        <Prose text={words.measure} typeset />
      </p>
      {rival === "central" && Number.isFinite(check.noise) ? (
        <p className="aside">
          <Prose text={words.noise(formatNumber(check.noise, NOISE_FORMAT))} typeset />
        </p>
      ) : null}
    </div>
  );
}

/** Why there is no number: what left the range first, or else a moved parameter or a tangent. */
function OutOfRange({ trace: { overflow } }: { trace: Trace }) {
  const words = useWords();
  const beforeUpdate = overflow !== null && !["nw", "nb", "nE"].includes(overflow.q);
  return (
    <p role="status">
      {beforeUpdate ? (
        <>
          {words.overflow} <Named of={overflow} />
        </>
      ) : (
        words.movedOverflow
      )}
    </p>
  );
}

function Named({ of }: { of: Ref }) {
  return (
    <span className="named" data-ref={refKey(of)}>
      <Symbol of={of} />
    </span>
  );
}
