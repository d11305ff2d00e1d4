/**
 * What the product's page is measured against: React alone, drawing the 384 edges and 50 values of
 * 7-8-8-8-8-8-8-1, and all of them anew, with new numbers, on a click of its button.
 */
import { useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const SIZES = [7, 8, 8, 8, 8, 8, 8, 1];
const WIDTH = 860;
const HEIGHT = 700;

const x = (l: number): number => (WIDTH * (l + 0.5)) / SIZES.length;
const y = (l: number, i: number): number => HEIGHT / 2 + 80 * (i - (SIZES[l] - 1) / 2);

const EDGES = SIZES.slice(1).flatMap((size, l) =>
  Array.from({ length: size * SIZES[l] }, (_, k) => {
    const from = y(l, k % SIZES[l]);
    const to = y(l + 1, Math.floor(k / SIZES[l]));
    const middle = (x(l) + x(l + 1)) / 2;
    return `M${x(l)},${from}C${middle},${from} ${middle},${to} ${x(l + 1)},${to}`;
  }),
);

/** A value for each neuron that computes one, and E. */
const VALUES = [
  ...SIZES.flatMap((size, l) =>
    l === 0 ? [] : Array.from({ length: size }, (_, i) => ({ x: x(l), y: y(l, i) })),
  ),
  { x: WIDTH - 20, y: 40 },
];

/** The k-th number of the rev-th drawing, between −1 and 1. */
const number = (k: number, rev: number): number => Math.sin(12.9898 * (k + 1) + rev);

function Bare() {
  const [rev, setRev] = useState(0);
  useLayoutEffect(() => {
    document.documentElement.dataset["ready"] = "true";
  }, []);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the bench clicks it by key */}
      <button type="button" autoFocus onClick={() => setRev(rev + 1)}>
        Redraw
      </button>
      <svg width={WIDTH} height={HEIGHT} data-rev={rev}>
        {EDGES.map((d, k) => {
          const w = number(k, rev);
          return (
            <path
              key={d}
              d={d}
              fill="none"
              stroke="#444"
              strokeWidth={0.5 + 2.5 * Math.abs(w)}
              strokeDasharray={w < 0 ? "6 4" : undefined}
            />
          );
        })}
        {VALUES.map((at, k) => (
          <text key={`${at.x} ${at.y}`} x={at.x} y={at.y} textAnchor="middle" fontSize={13}>
            {number(k, rev).toFixed(4)}
          </text>
        ))}
      </svg>
    </>
  );
}

createRoot(document.getElementById("root")!).render(<Bare />);
