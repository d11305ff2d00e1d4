import { Fragment, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { activationOf } from "../../engine/network.ts";
import type { PathStart } from "../../engine/paths.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import { valueOf, type Trace } from "../../engine/trace.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { isInRange } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { refOfStart, tailLength, type PartialPath } from "./merge.ts";
import { activationName, spokenQuantity } from "./slope.ts";

interface PathListProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly start: PathStart;
  /** The first layer of the paths, and the one whose δ ends them. */
  readonly from: number;
  readonly l: number;
  readonly paths: readonly PartialPath[];
  /** Whether tails can merge: then what shares a beginning stands together, its tails marked. */
  readonly merges: boolean;
  /** How many there are, listed or not. */
  readonly count: string;
}

/** So many products are shown at first, and at each wish for more. */
const SHOWN_AT_ONCE = 40;

/** Products one under the other; the one that is pointed at or chosen lights the stage. */
export function PathList({ plan, trace, start, l, paths, merges, count }: PathListProps) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const store = useBackstepStore();
  const { actions } = store.getState();
  const path = useBackstep((state) => state.view.path);
  const chosen = path === null ? null : Math.min(path, paths.length) - 1;
  const keys = chosen === null ? null : keysOf(start, paths[chosen]);
  const [wanted, setWanted] = useState(SHOWN_AT_ONCE);
  const limit = Math.max(wanted, SHOWN_AT_ONCE * Math.ceil(((chosen ?? 0) + 1) / SHOWN_AT_ONCE));
  // What is chosen is lit whenever nothing else is pointed at.
  const idle = useBackstep((state) => state.hovered === null);
  useEffect(() => {
    if (idle && keys !== null) actions.hover(keys);
  }, [actions, idle, keys]);
  useEffect(() => () => actions.hover(null), [actions]);
  const shown = paths.slice(0, limit);
  const list = useRef<HTMLOListElement>(null);
  const showMore = (): void => {
    flushSync(() => setWanted(limit + SHOWN_AT_ONCE));
    // The last press leaves no button; who reads by key goes on at what it showed.
    list.current?.querySelectorAll<HTMLElement>(".path")[limit]?.focus();
  };
  return (
    <>
      <ol className="path-list" ref={list}>
        {groupsOf(shown, merges).map((group, g) => (
          <li key={g} className={merges ? "family" : undefined}>
            <ol>
              {group.map(({ path, n }) => (
                <li key={n}>
                  <PathButton
                    plan={plan}
                    trace={trace}
                    path={path}
                    keys={keysOf(start, path)}
                    tail={merges ? tailLength(l) : 0}
                    name={
                      l === trace.layout.L ? words.path(n + 1, count) : words.product(n + 1, count)
                    }
                    pressed={n === chosen}
                    onPress={() => {
                      actions.choose({ path: n === chosen ? null : n + 1 });
                      actions.hover(n === chosen ? null : keysOf(start, path));
                    }}
                  />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {paths.length > limit ? (
        <button type="button" className="button" onClick={showMore}>
          {words.showMore(Math.min(SHOWN_AT_ONCE, paths.length - limit))}
        </button>
      ) : null}
    </>
  );
}

interface PathButtonProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly path: PartialPath;
  /** Everything on it, for pointing. */
  readonly keys: string;
  /** How many factors at the end are about to merge. */
  readonly tail: number;
  readonly name: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function PathButton({ plan, trace, path, keys, tail, name, pressed, onPress }: PathButtonProps) {
  const { speech, ui } = useMessages();
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const { actions } = useBackstepStore().getState();
  const digits = useBackstep((state) => state.view.digits);
  // NaN, which is shown as a dash, for what is out of range.
  const shownValue = (r: Ref): number =>
    isInRange(plan, trace.overflow, r) ? valueOf(trace, r) : NaN;
  const { factors, product } = path;
  const result = formatNumber(product, { digits });
  const say = (r: Ref): string => spokenQuantity(speech, trace, r);
  const spoken =
    factors.length > MOST_SPOKEN
      ? words.manyFactors(factors.length, say(factors[0]), say(factors[factors.length - 1]))
      : factors.map(say).join(` ${speech.times} `);
  const firstOfTail = factors.length - tail;
  return (
    <button
      type="button"
      className="path"
      aria-pressed={pressed}
      aria-label={words.named(name, ui.says(spoken, speech.number(result)))}
      onPointerEnter={() => actions.hover(keys)}
      onPointerLeave={() => actions.hover(null)}
      onFocus={() => actions.hover(keys)}
      onBlur={() => actions.hover(null)}
      onClick={onPress}
    >
      <span className="factors">
        {factors.map((r, k) => (
          <Fragment key={refKey(r)}>
            {k === 0 ? null : <span className="times">·</span>}
            <span className="factor" data-tail={k >= firstOfTail ? "" : undefined}>
              <span className="factor-symbol">
                <FactorSymbol of={r} trace={trace} />
              </span>
              <span className={`factor-value ${r.q}`} title={exact(shownValue(r))}>
                {parenthesised(formatNumber(shownValue(r), { digits }))}
              </span>
            </span>
          </Fragment>
        ))}
      </span>
      <span className="path-product" title={exact(product)}>
        {result}
      </span>
    </button>
  );
}

/** What the number is called when it is pointed at; nothing where it is a dash. */
function exact(value: number): string | undefined {
  return Number.isFinite(value) ? formatExact(value) : undefined;
}

/** Of more factors only the first and the last are in the name: browsers drop names without end. */
const MOST_SPOKEN = 12;

/** σ′ is a function of z, and written so. */
function FactorSymbol({ of, trace }: { of: Ref; trace: Trace }) {
  if (of.q !== "s") return <Symbol of={of} />;
  return (
    <span className="symbol s">
      <span data-activation={activationOf(trace, of.l)}>
        {activationName(activationOf(trace, of.l))}
      </span>
      <span className="prime">′</span>
      (
      <Symbol of={{ ...of, q: "z" }} />)
    </span>
  );
}

function parenthesised(text: string): string {
  return text.startsWith("−") ? `(${text})` : text;
}

/** Where the path starts and everything on it, for pointing. */
function keysOf(start: PathStart, { factors }: PartialPath): string {
  return [refOfStart(start), ...factors].map(refKey).join(" ");
}

interface Numbered {
  readonly path: PartialPath;
  /** Its place in the whole list, from 0. */
  readonly n: number;
}

/** Paths with the same beginning together: they follow each other, in the order of their neurons. */
function groupsOf(paths: readonly PartialPath[], merges: boolean): Numbered[][] {
  const groups: Numbered[][] = [];
  let beginning = "";
  paths.forEach((path, n) => {
    const own = merges ? path.neurons.slice(0, -1).join() : "";
    if (groups.length === 0 || own !== beginning) groups.push([]);
    beginning = own;
    groups[groups.length - 1].push({ path, n });
  });
  return groups;
}
