import { signOf, type Shift } from "../engine/shift.ts";

/** x + h e_j. */
export function ShiftName({ shift }: { shift: Shift }) {
  return (
    <span className="symbol shift">
      x <span className="upright">{signOf(shift)}</span> h{" "}
      <span className="symbol">
        e
        <span className="scripts">
          <span />
          <span>{shift.j}</span>
        </span>
      </span>
    </span>
  );
}
