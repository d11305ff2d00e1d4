import type { Comparison, GradientCheck } from "../../engine/check.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Prose } from "../common/Prose.tsx";
import { Symbol } from "../Symbol.tsx";
import { CHOICES } from "../../session/selection.ts";
import { groupsAtZero, type Judged, type Rival } from "./agreement.ts";
import { formatCount } from "../common/count.ts";
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
      <AtZero judged={judged} />
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
      <OutOfRange trace={trace} />
      {CHOICES.against.map((method) => (
        <Lost key={method} method={method} lost={check[method].lost} />
      ))}
      <p className="aside">
        <Prose text={words.measure} typeset />
      </p>
      {rival === "central" && check.noise > 0 ? (
        <p className="aside">
          <Prose text={words.noise(formatNumber(check.noise, NOISE_FORMAT))} typeset />
        </p>
      ) : null}
    </div>
  );
}

/** Where 0 = 0 is all there was to compare; if that is everywhere, it is said above. */
function AtZero({ judged }: { judged: readonly Judged[] }) {
  const words = useWords();
  const groups = groupsAtZero(judged);
  if (groups.length === 0 || judged.every(({ level }) => level === "zero")) return null;
  return (
    <p data-testid="at-zero">
      {words.someZero}{" "}
      {groups.map((group) => (
        <span
          key={refKey(group)}
          className="named"
          data-ref={`${group.q}.${group.l}${group.q === "w" ? ".*.*" : ".*"}`}
        >
          <Symbol of={group} />
        </span>
      ))}
    </p>
  );
}

/** What left the range first, before any gradient or with it; the update is not looked at here. */
function OutOfRange({ trace: { overflow } }: { trace: Trace }) {
  const words = useWords();
  if (overflow === null || ["nw", "nb", "nE"].includes(overflow.q)) return null;
  return (
    <p role="status">
      {words.overflow} <Named of={overflow} />
    </p>
  );
}

/** Why a method beside backpropagation has no number for some parameters. */
function Lost({ method, lost }: { method: Rival; lost: Comparison["lost"] }) {
  const words = useWords();
  if (lost === null) return null;
  return (
    <p className="lost" role="status" data-testid={`lost-${method}`}>
      {words.lost[method]} <Named of={lost.first} />
      {words.lostWith} <Named of={lost.theta} />
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
