import { lazy, Suspense, useCallback, useState } from "react";
import { refKey } from "../engine/ref.ts";
import { isEditable } from "../session/session.ts";
import type { DeskStore } from "../store/desk.ts";
import { focusStage } from "./focusStage.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { DrawHint, Invitation } from "./draw/DrawHint.tsx";
import { StageBar } from "./draw/StageBar.tsx";
import { useDesk } from "./draw/useDesk.ts";
import { Walker } from "./draw/Walker.tsx";
import { Dotted } from "./Dotted.tsx";
import type { Drawing } from "./drawing.ts";
import { Notices } from "./Notices.tsx";
import { ShiftName } from "./ShiftName.tsx";
import { ValueField } from "./ValueField.tsx";
import "./Stage.css";

const RefusalLine = lazy(async () => ({
  default: (await import("./draw/RefusalLine.tsx")).RefusalLine,
}));
const ItemMenu = lazy(async () => ({ default: (await import("./draw/ItemMenu.tsx")).ItemMenu }));

/** The drawing with what React adds to it: keys, the field of a number, menu, legend, notices. */
export function Stage({ drawing }: { drawing: Drawing }) {
  const { desk } = drawing;
  const { actions } = useBackstepStore().getState();
  const selected = useBackstep((state) => state.selected);
  const menu = useDesk(desk, (state) => state.menu);
  const [spoken, setSpoken] = useState("");
  const closeMenu = useCallback(
    (next: "stage" | "elsewhere") => {
      if (next === "stage") focusStage();
      desk.setState({ menu: null });
    },
    [desk],
  );

  return (
    <main className="stage">
      <StageBar drawing={drawing} />
      <ReadHint desk={desk} />
      <Walker drawing={drawing} onSpeak={setSpoken} />
      <Invitation desk={desk} />
      <p className="visually-hidden" role="status" data-testid="stage-spoken">
        {spoken}
      </p>
      {selected !== null && isEditable(selected) ? (
        <ValueField
          key={refKey(selected)}
          of={selected}
          drawing={drawing}
          onClose={() => {
            actions.select(null);
            focusStage();
          }}
        />
      ) : null}
      {menu === null ? null : (
        <Suspense>
          <ItemMenu key={menu.item?.kind} call={menu} drawing={drawing} onClose={closeMenu} />
        </Suspense>
      )}
      <Foot desk={desk} />
    </main>
  );
}

/** How the drawing is walked over while it is read. */
function ReadHint({ desk }: { desk: DeskStore }) {
  const { ui } = useMessages();
  const isDrawing = useDesk(desk, ({ mode }) => mode === "draw");
  const isWalking = useDesk(desk, ({ walk }) => walk !== null);
  if (isDrawing) return null;
  return (
    <p className={isWalking ? "walk-hint" : "visually-hidden"} id="stage-hint">
      {isWalking ? ui.stageWalking : ui.stageHint}
    </p>
  );
}

/**
 * Below the network: how its lines and colours are read; while it is drawn on, what one can do;
 * under all this the notices.
 */
function Foot({ desk }: { desk: DeskStore }) {
  const isEmpty = useBackstep(({ session }) => session.network.layout.L === 0);
  const isDrawing = useDesk(desk, ({ mode }) => mode === "draw");
  const refused = useBackstep((state) => state.refused);
  return (
    <div className="stage-foot">
      {refused === null ? null : (
        <Suspense>
          <RefusalLine refused={refused} />
        </Suspense>
      )}
      {isDrawing ? (
        // An empty stage says it in its middle.
        <p className={isEmpty ? "visually-hidden" : "hint"} id="stage-hint">
          <DrawHint desk={desk} />
        </p>
      ) : (
        <Legend />
      )}
      <Notices />
    </div>
  );
}

function Legend() {
  const { ui } = useMessages();
  const carries = useBackstep((state) => state.trace?.tangent !== undefined);
  const shift = useBackstep((state) => state.moved?.shift);
  const hasClaims = useBackstep((state) => state.claimed !== null);
  return (
    <ul className="legend">
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <line x1="0" y1="2" x2="28" y2="2" stroke="currentColor" strokeWidth="3" />
        </svg>
        {ui.legendPositive}
      </li>
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <line
            x1="0"
            y1="2"
            x2="28"
            y2="2"
            stroke="currentColor"
            strokeWidth="3"
            strokeDasharray="7 4"
          />
        </svg>
        {ui.legendNegative}
      </li>
      <li>{ui.legendThickness}</li>
      <li className="a">
        <span className="dot a" />
        <span className="symbol a">a</span>
        {ui.legendActivation}
        {shift === undefined ? null : (
          <span data-testid="shift">
            (<ShiftName shift={shift} />)
          </span>
        )}
      </li>
      {shift !== undefined ? null : carries ? (
        <li className="tangent">
          <span className="dot tangent" />
          <span className="symbol ta">
            <Dotted text={"ż,\u00a0ȧ"} />
          </span>
          {ui.legendTangent}
        </li>
      ) : (
        <li className="delta">
          <span className="dot delta" />
          <span className="symbol d">δ</span>
          {hasClaims ? ui.legendClaimed : ui.legendDelta}
        </li>
      )}
    </ul>
  );
}
