import { memo, useMemo, useState } from "react";
import { refKey } from "../../engine/ref.ts";
import { useWidth } from "../useWidth.ts";
import { countLevels, LEVELS, type Judged, type Level } from "./agreement.ts";
import { formatCount } from "../common/count.ts";
import { networkMap, type NetworkMap } from "./networkMap.ts";
import { useWords } from "./reading.ts";

interface AgreementMapProps {
  readonly sizes: readonly number[];
  readonly judged: readonly Judged[];
}

const ROW_HEIGHT = 34;
/** From so many parameters on the lines of those that agree are hairlines. */
const DENSE = 200;
const HEIGHT = { least: 84, most: 168 } as const;

/** The network with each parameter drawn by its level; what it shows the legend says in words. */
export function AgreementMap({ sizes, judged }: AgreementMapProps) {
  const words = useWords();
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const height = Math.max(HEIGHT.least, Math.min(HEIGHT.most, ROW_HEIGHT * Math.max(...sizes)));
  const map = useMemo(() => networkMap(sizes, { width, height }), [sizes, width, height]);
  const counts = countLevels(judged);
  const summary = words.join(
    counts.map(({ level, count }) => words.levelCount(words.levels[level], formatCount(count))),
  );
  return (
    <>
      <div className="agreement-map" ref={setRoom} style={{ height }}>
        {width === 0 ? null : (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={words.map(summary)}
            data-testid="agreement-map"
            data-dense={judged.length > DENSE ? "" : undefined}
          >
            <Marks sizes={sizes} judged={judged} map={map} />
          </svg>
        )}
      </div>
      <ul className="agreement-legend">
        {counts.map(({ level, count }) => (
          <li key={level} data-level={level}>
            <Sample level={level} />
            {words.levels[level]} <b>{formatCount(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

interface MarksProps extends AgreementMapProps {
  readonly map: NetworkMap;
}

/** Lines below circles; among each of them the worse on top of the better. */
const Marks = memo(function Marks({ sizes, judged, map }: MarksProps) {
  const { place, radius } = map;
  const byLevel = judged.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return (
    <>
      {byLevel.map(({ ref, q, level }) => {
        if (q !== "w") return null;
        const from = place(ref.l - 1, ref.j);
        const to = place(ref.l, ref.i);
        const key = refKey(ref);
        return (
          <line
            key={key}
            data-ref={key}
            data-level={level}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
          />
        );
      })}
      {Array.from({ length: sizes[0] }, (_, n) => {
        const { x, y } = place(1, n + 1);
        return <circle key={n} className="input" cx={x} cy={y} r={radius / 2} />;
      })}
      {byLevel.map(({ ref, q, level }) => {
        if (q !== "b") return null;
        const { x, y } = place(ref.l, ref.i);
        const key = refKey(ref);
        return <circle key={key} data-ref={key} data-level={level} cx={x} cy={y} r={radius} />;
      })}
    </>
  );
});

/** How a weight and a bias of a level look. */
function Sample({ level }: { level: Level }) {
  return (
    <svg width="48" height="16" aria-hidden="true">
      <line data-level={level} x1="1" x2="28" y1="8" y2="8" />
      <circle data-level={level} cx="39" cy="8" r="6" />
    </svg>
  );
}
