import { expect, test } from "vitest";
import { refKey } from "../../src/engine/ref.ts";
import { array, partial, scalar } from "../../src/formula/expr.ts";
import { reads } from "../../src/formula/refs.ts";
import { MAZUR } from "./networks.ts";

const keysOf = (expr: Parameters<typeof reads>[0]): string[] =>
  reads(expr, MAZUR.layout).map(refKey);

test("a derivative of E is read as what backpropagation found, which comes after E", () => {
  const E = scalar("E", 0, 0);
  expect(keysOf(partial(E, array("z", 2)))).toEqual(["E", "d.2.1", "d.2.2"]);
  expect(keysOf(partial(E, scalar("w", 3, 2, 1)))).toEqual(["E", "gw.3.2.1"]);
  expect(keysOf(partial(E, array("b", 3)))).toEqual(["E", "gb.3.1", "gb.3.2"]);
  expect(keysOf(partial(E, array("a", 1)))).toEqual(["E", "d.1.1", "d.1.2"]);
  // ∂E/∂y = y − t is no quantity of its own.
  expect(keysOf(partial(E, array("a", 3)))).toEqual(["E", "a.3.1", "a.3.2"]);
});

test("any other derivative is read as what it is of and by", () => {
  expect(keysOf(partial(array("z", 3), scalar("z", 2, 1)))).toEqual(["z.3.1", "z.3.2", "z.2.1"]);
});
