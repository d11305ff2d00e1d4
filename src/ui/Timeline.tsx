import { useMemo, useState, type PointerEvent } from "react";
import { textWidth } from "../diagram/text.ts";
import type { Trace } from "../engine/trace.ts";
import { establishedBy } from "../steps/known.ts";
import { GRANULARITIES, stepOf, type Plan } from "../steps/plan.ts";
import { Choice } from "./Choice.tsx";
import { Switch } from "./common/Switch.tsx";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useStepWords } from "./stepWords.ts";
import { namePlaces } from "./timelineNames.ts";
import { timelineScale } from "./timelineScale.ts";
import { useWidth } from "./useWidth.ts";
import "./Timeline.css";

const SPEEDS = [0.25, 0.5, 1, 2, 4];
/** More cells than this are too narrow to be told apart by a gap. */
const MOST_TICKS = 90;

/** Size of the names over the bar and the space after one, px. */
const NAME_SIZE = 11.5;
const NAME_SPACE = 5;

function nameWidth(name: string): number {
  return textWidth(name) * NAME_SIZE + NAME_SPACE;
}

/** The whole computation as one bar in phases, with transport, speed and granularity. */
export function Timeline() {
  return (
    <footer className="timeline" data-testid="timeline">
      <Transport />
      <Scrubber />
      <GranularityChoice />
    </footer>
  );
}

function Transport() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const playing = useBackstep((state) => state.playing);
  const speed = useBackstep((state) => state.speed);
  const atStart = useBackstep((state) => state.n === 0);
  const isEmpty = useBackstep((state) => state.plan?.length === 0);
  const atEnd = useBackstep((state) => state.plan !== null && state.n === state.plan.length);
  return (
    <div className="transport">
      <RoundButton icon="first" label={ui.first} disabled={atStart} onClick={actions.first} />
      <RoundButton
        icon="previous"
        label={ui.previous}
        disabled={atStart}
        onClick={actions.previous}
      />
      <RoundButton
        icon={playing ? "pause" : "play"}
        label={playing ? ui.pause : ui.play}
        className="play"
        disabled={isEmpty}
        onClick={actions.togglePlaying}
      />
      <RoundButton icon="next" label={ui.next} disabled={atEnd} onClick={actions.next} />
      <RoundButton icon="last" label={ui.last} disabled={atEnd} onClick={actions.last} />
      <Choice
        label={ui.speed}
        value={String(speed)}
        options={SPEEDS.map((choice) => [String(choice), `${choice}×`])}
        onChoice={(choice) => actions.setSpeed(Number(choice))}
      />
    </div>
  );
}

interface RoundButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
}

function RoundButton({ icon, label, disabled, className = "", onClick }: RoundButtonProps) {
  return (
    <button
      type="button"
      className={`round ${className}`}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

function Scrubber() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const plan = useBackstep((state) => state.plan);
  const n = useBackstep((state) => state.n);
  const brokenFrom = useBackstep(({ plan, trace, moved }) => brokenStep(plan, moved ?? trace));
  const words = useStepWords();
  // State and not a ref: the track comes with the first numbers, and is observed from then on.
  const [track, setTrack] = useState<HTMLDivElement | null>(null);
  const width = useWidth(track);
  const scale = useMemo(() => (plan === null ? null : timelineScale(plan.phases)), [plan]);
  if (plan === null || scale === null) return <div className="scrubber" />;

  const goTo = (event: PointerEvent<HTMLDivElement>): void => {
    const box = track?.getBoundingClientRect();
    if (box !== undefined) actions.goToStep(scale.stepAt((event.clientX - box.left) / box.width));
  };
  const current = plan.phases.findLastIndex((phase) => phase.start <= n);
  const names = plan.phases.map(
    ({ phase }) => ui.phases[phase] + (phase === "backward" ? " δ" : ""),
  );
  const places = namePlaces(scale.spans, names.map(nameWidth), current, width);
  return (
    <div
      className="scrubber"
      role="slider"
      tabIndex={0}
      aria-label={ui.timeline}
      aria-valuemin={0}
      aria-valuemax={plan.length}
      aria-valuenow={n}
      aria-valuetext={`${ui.stepOfSteps(n, plan.length)} ${words?.spoken ?? ""}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <div className="track" ref={setTrack}>
        {plan.phases.map((phase, p) => {
          const span = scale.spans[p];
          const done = Math.max(0, Math.min(phase.count, n - phase.start + 1));
          const place = places[p];
          return (
            <div
              key={phase.phase}
              className="phase"
              data-phase={phase.phase}
              style={{
                position: "absolute",
                left: `calc(${span.left * 100}% + 1.5px)`,
                width: `calc(${span.width * 100}% - 3px)`,
              }}
            >
              <span
                className="ahead"
                style={{ left: at(done / phase.count, span.width * width) }}
              />
              {plan.length <= MOST_TICKS ? <Ticks count={phase.count} /> : null}
              {place === null ? null : (
                <span
                  className="name"
                  data-current={p === current}
                  style={{ left: place - span.left * width }}
                >
                  {names[p]}
                </span>
              )}
            </div>
          );
        })}
        {brokenFrom === null ? null : (
          <div className="beyond" style={{ left: `${scale.start(brokenFrom) * 100}%` }} />
        )}
      </div>
      <div className="head" style={{ left: at(scale.position(n), width) }} />
      <div
        className="count"
        data-testid="step-count"
        style={{ left: `clamp(36px, ${at(scale.position(n), width)}, calc(100% - 36px))` }}
      >
        {n} / {plan.length}
      </div>
    </div>
  );
}

/**
 * A place on the bar, of which `width` is in px (0 before it is known), in whole pixels: of thousands of
 * steps few are laid out and painted anew.
 */
function at(share: number, width: number): string {
  return width === 0 ? `${share * 100}%` : `${Math.round(share * width)}px`;
}

/** The step from which on there are no numbers, as one has left the range; null if all are there. */
function brokenStep(plan: Plan | null, trace: Trace | null): number | null {
  if (plan === null || trace === null) return null;
  const first = [trace.overflow, trace.tangent?.overflow ?? null]
    .flatMap((failed) => (failed === null ? [] : (establishedBy(failed) ?? [])))
    .find(({ kind }) => plan.runs.some((run) => run.kind === kind));
  return first === undefined ? null : stepOf(plan, first);
}

function Ticks({ count }: { count: number }) {
  return (
    <span className="ticks">
      {Array.from({ length: count - 1 }, (_, k) => (
        <span key={k} className="tick" style={{ left: `${(100 * (k + 1)) / count}%` }} />
      ))}
    </span>
  );
}

function GranularityChoice() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const by = useBackstep((state) => state.view.by);
  return (
    <div className="granularity">
      <Switch
        label={ui.granularity}
        options={GRANULARITIES.map((choice) => [choice, ui.granularities[choice]] as const)}
        value={by}
        onChoice={actions.setBy}
      />
      <p className="hint">{ui.keysHint}</p>
    </div>
  );
}
