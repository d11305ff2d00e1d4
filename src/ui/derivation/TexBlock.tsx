import { Tex } from "../common/Tex.tsx";

/** TeX as a line of its own. The sheet's outermost braces are as tall as several lines. */
export function TexBlock({ tex }: { tex: string }) {
  const rows = casesOf(tex);
  if (rows === null) return <Tex tex={tex} display />;
  return (
    <span className="braced">
      <Brace />
      <span className="braced-rows">
        {rows.map((row, k) => (
          <Tex key={k} tex={row} display />
        ))}
      </span>
    </span>
  );
}

/**
 * A brace as tall as what stands beside it. KaTeX pieces tall ones together from drawings with
 * style attributes, which the Content-Security-Policy refuses.
 */
function Brace() {
  return (
    <svg className="brace" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <path
        d="M9 1C4 1 5 12 5 25S5 50 1 50C5 50 5 62 5 75S4 99 9 99"
        fill="none"
        stroke="currentColor"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

const CASES = /^\\begin\{cases\}([^]*)\\end\{cases\}$/;

/** The rows of TeX that is one brace as a whole; null for any other. */
function casesOf(tex: string): readonly string[] | null {
  const inside = CASES.exec(tex)?.[1];
  if (inside === undefined) return null;
  const rows = [""];
  let depth = 0;
  for (const piece of inside.split(/(\\begin\b|\\end\b|\\\\)/)) {
    if (piece === "\\begin") depth++;
    if (piece === "\\end") depth--;
    if (piece === "\\\\" && depth === 0) rows.push("");
    else rows[rows.length - 1] += piece;
  }
  return rows;
}
