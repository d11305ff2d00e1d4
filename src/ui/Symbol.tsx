import type { Ref } from "../engine/ref.ts";
import { Dotted } from "./Dotted.tsx";
import { LETTERS } from "./symbolText.ts";

/** One symbol of the homework's notation, with stacked indices, in the colour of its kind. */
export function Symbol({ of }: { of: Ref }) {
  const lower =
    of.i === 0
      ? ""
      : of.j === 0
        ? `${of.i}`
        : of.i > 9 || of.j > 9
          ? `${of.i},${of.j}`
          : `${of.i}${of.j}`;
  return (
    <span className={`symbol ${of.q}`}>
      <Dotted text={LETTERS[of.q]} />
      {of.l > 0 || of.i > 0 ? (
        <span className="scripts">
          <span>{of.l > 0 ? `(${of.l})` : ""}</span>
          <span>{lower}</span>
        </span>
      ) : null}
    </span>
  );
}
