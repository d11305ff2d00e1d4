import { signOf, type Shift } from "../engine/shift.ts";

/** x + h e_j. */
export function ShiftName({ shift }: { shift: Shift }) {
  return (
    <span className="symbol shift">
      x <span>{signOf(shift)}</span> h e<sub>{shift.j}</sub>
    </span>
  );
}
