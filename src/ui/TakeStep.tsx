import { formatExact, formatNumber } from "../numbers/format.ts";
import { ETA } from "../session/session.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { NumberInput } from "./NumberInput.tsx";

/** E before and after the step of gradient descent, and the step itself. */
export function TakeStep() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => state.trace);
  const digits = useBackstep((state) => state.view.digits);
  const lastStep = useBackstep((state) => state.lastStep);
  const etaNow = useBackstep((state) => state.session.network.eta);
  if (trace === null) return null;
  const { overflow } = trace;
  const eta = (value: number): void =>
    actions.dispatch({ type: "setValue", ref: ETA, value }, { gesture: "eta" });
  const show = (value: number) => (
    <span title={formatExact(value)}>{formatNumber(value, { digits })}</span>
  );
  return (
    <div className="take">
      <label className="eta">
        {ui.eta}
        <NumberInput value={etaNow} onValue={eta} restores onBlur={actions.endGesture} />
      </label>
      <dl>
        {lastStep === null ? null : (
          <div>
            <dt>{ui.eEarlier}</dt>
            <dd>{show(lastStep.eBefore)}</dd>
          </div>
        )}
        <div>
          <dt>{lastStep === null ? ui.eBefore : ui.eNow}</dt>
          <dd data-testid="e-before">{Number.isFinite(trace.E) ? show(trace.E) : "—"}</dd>
        </div>
        <div>
          <dt>{ui.eAfter}</dt>
          <dd data-testid="e-after">{Number.isFinite(trace.ENext) ? show(trace.ENext) : "—"}</dd>
        </div>
      </dl>
      <button
        type="button"
        className="button primary"
        onClick={actions.takeStep}
        disabled={overflow !== null && overflow.q !== "nE"}
      >
        {lastStep === null ? ui.takeStep : ui.takeStepAgain}
      </button>
    </div>
  );
}
