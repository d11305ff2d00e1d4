import {
  lazy,
  memo,
  Suspense,
  useMemo,
  useRef,
  type ComponentType,
  type KeyboardEvent,
} from "react";
import { TABS, type Tab } from "../session/session.ts";
import { writeAddress } from "../steps/address.ts";
import { stepAt } from "../steps/plan.ts";
import { BoardStepContext, useFollowedStep } from "./boardStep.ts";
import { hasModifier } from "./common/hasModifier.ts";
import { useOpenedView } from "./common/useOpenedView.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { StepTab } from "./StepTab.tsx";
import "./Board.css";

/** What each tab shows. All but the step are fetched when they are opened. */
const PANELS: Readonly<Record<Tab, ComponentType>> = {
  step: StepTab,
  derivation: lazy(async () => ({
    default: (await import("./derivation/DerivationTab.tsx")).DerivationTab,
  })),
  numbers: lazy(async () => ({
    default: (await import("./numbers/NumbersTab.tsx")).NumbersTab,
  })),
  forward: lazy(async () => ({ default: (await import("./forward/ForwardTab.tsx")).ForwardTab })),
  jacobian: lazy(async () => ({
    default: (await import("./jacobian/JacobianTab.tsx")).JacobianTab,
  })),
  check: lazy(async () => ({ default: (await import("./check/CheckTab.tsx")).CheckTab })),
};

/** The right side of the page: the step, the tables of numbers, and what else the tabs name. */
export function Board() {
  const { ui } = useMessages();
  const step = useFollowedStep();
  const { plan, n } = step;
  const tab = useBackstep((state) => state.view.tab);
  // Not anew with every step: what shows the step asks for it.
  const panel = useMemo(() => {
    const Panel = PANELS[tab];
    return (
      <Suspense>
        <Panel />
      </Suspense>
    );
  }, [tab]);
  const board = useRef<HTMLElement>(null);
  useOpenedView(board);
  return (
    <section
      className="board"
      ref={board}
      aria-label={ui.board}
      data-testid="board"
      data-at={plan === null ? undefined : writeAddress(stepAt(plan, n))}
      data-by={plan?.by}
    >
      <TabBar tab={tab} />
      <div
        className="panel"
        role="tabpanel"
        id="board-panel"
        aria-labelledby={`tab-${tab}`}
        data-tab={tab}
      >
        <BoardStepContext value={step}>{panel}</BoardStepContext>
      </div>
    </section>
  );
}

const MOVES: Readonly<Record<string, (k: number) => number>> = {
  ArrowRight: (k) => (k + 1) % TABS.length,
  ArrowLeft: (k) => (k + TABS.length - 1) % TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
};

const TabBar = memo(({ tab }: { tab: Tab }) => {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const next = MOVES[event.key]?.(TABS.indexOf(tab));
    if (next === undefined || hasModifier(event)) return;
    // Here the arrows are not the steps'.
    event.preventDefault();
    event.stopPropagation();
    actions.setTab(TABS[next]);
    bar.current?.querySelectorAll<HTMLElement>("[role=tab]")[next].focus();
  };
  return (
    <div
      className="tabs"
      role="tablist"
      tabIndex={-1}
      aria-label={ui.board}
      ref={bar}
      onKeyDown={move}
    >
      {TABS.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === tab}
          aria-controls="board-panel"
          tabIndex={id === tab ? 0 : -1}
          onClick={() => actions.setTab(id)}
        >
          {ui.tabs[id]}
        </button>
      ))}
    </div>
  );
});
