import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from "react";
import { afterFrame } from "../diagram/afterFrame.ts";
import { whenResting, whenStaying } from "../diagram/whenResting.ts";
import type { Trace } from "../engine/trace.ts";
import type { Plan } from "../steps/plan.ts";
import { useBoardStep } from "./boardStep.ts";
import { useBackstep } from "./context.ts";
import { EquationRows } from "./EquationRows.tsx";

/** A step whose formulas stand on a sheet, with the numbers they were last given there. */
interface Sheet {
  readonly plan: Plan;
  readonly n: number;
  readonly trace: Trace;
}

interface EquationsProps {
  readonly plan: Plan;
  readonly n: number;
  /** CSS pixels of a row. */
  readonly width: number;
  /** What follows the formulas of the step. */
  readonly children: ReactNode;
}

/**
 * The formulas of a step on one of two sheets. While nothing else is to do, the step that comes next
 * for who goes on as before is typeset and laid out on the other one, which nobody sees: to go there
 * is then to change sheets, and a press waits neither for KaTeX nor for the layout of what it wrote.
 */
export function Equations({ plan, n, width, children }: EquationsProps) {
  const trace = useBackstep((state) => state.trace);
  const [sheets, setSheets] = useState<readonly (Sheet | null)[]>([null, null]);
  const container = useRef<HTMLDivElement>(null);
  const current = n % 2;
  if (trace !== null && !isSame(sheets[current], { plan, n, trace })) {
    setSheets(sheets.with(current, { plan, n, trace }));
  }
  const { onPrepared } = useBoardStep();
  useSheetAhead(plan, n, trace, (ahead) => {
    setSheets((now) => now.with(ahead.n % 2, ahead));
    onPrepared(ahead);
  });
  useFocusThatStays(container);
  const top = useAfterFrame(current);
  return (
    <div className="rows" ref={container}>
      {sheets.map((sheet, k) =>
        sheet === null ? null : (
          <div
            key={k}
            className="equations"
            data-ahead={k === current ? undefined : ""}
            data-top={k === top ? "" : undefined}
            aria-hidden={k === current ? undefined : true}
            // A scrolling box without anything to focus in it is a tab stop itself.
            tabIndex={k === current ? undefined : -1}
          >
            <EquationRows {...sheet} width={width} current={k === current} />
            {k === current ? children : null}
          </div>
        ),
      )}
    </div>
  );
}

/** A value once the frame that it came with has been handed over. */
function useAfterFrame(value: number): number {
  const [followed, setFollowed] = useState(value);
  useEffect(() => afterFrame(() => setFollowed(value)), [value]);
  return followed;
}

/** Hands over the step after this one, or before it for who goes back, when there is time to prepare it. */
function useSheetAhead(
  plan: Plan,
  n: number,
  trace: Trace | null,
  onAhead: (ahead: Sheet) => void,
): void {
  const hand = useEffectEvent(onAhead);
  const walk = useRef({ n, by: 1 });
  useEffect(() => {
    const last = walk.current;
    const isJump = Math.abs(n - last.n) > 1;
    if (n !== last.n) walk.current = { n, by: n === last.n - 1 ? -1 : 1 };
    const { by } = walk.current;
    const ahead = [n + by, n - by].find((step) => step >= 0 && step <= plan.length);
    if (ahead === undefined || trace === null) return;
    const prepare = isJump ? whenStaying : whenResting;
    return prepare(() => hand({ plan, n: ahead, trace }));
  }, [plan, n, trace]);
}

function isSame(p: Sheet | null, q: Sheet): boolean {
  return p !== null && p.plan === q.plan && p.n === q.n && p.trace === q.trace;
}

/** Who reads a row by key stays in that row when the sheets change. */
function useFocusThatStays(container: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    // To look for what has the focus would take as long as a formula takes.
    const row = document.activeElement?.closest<HTMLElement>("[data-ahead] [data-row]");
    if (!row || container.current?.contains(row) !== true) return;
    container.current
      .querySelector<HTMLElement>(
        `.equations:not([data-ahead]) [data-row="${row.dataset["row"]}"] .formula-frame`,
      )
      ?.focus({ preventScroll: true });
  });
}
