import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/engine/layout.ts";
import { reduce } from "../../../src/session/reduce.ts";
import type { Session } from "../../../src/session/session.ts";
import { fitMatrix } from "../../../src/share/matrixFit.ts";
import { readLink } from "../../../src/share/link.ts";
import {
  edgeChanges,
  fillCommands,
  refusalOfAll,
  type Offer,
} from "../../../src/ui/numbers/fill.ts";
import { drawEdge, refAt, targetOf } from "../../../src/ui/numbers/tables.ts";

function sessionOf(link: string): Session {
  const { network } = readLink(link);
  if (network === null) throw new Error(`no network in ${link}`);
  return { rev: 0, network, parked: null };
}

function offerFor(
  rows: readonly (readonly (number | null)[])[],
  target: ReturnType<typeof targetOf>,
) {
  const fit = fitMatrix(rows, target);
  if (fit.kind === "misfit") throw new Error(fit.reason.code);
  return fit satisfies Offer;
}

describe("fillCommands", () => {
  const session = sessionOf("#net=2-3-1&w2=1,2;3,4;5,6");
  const w2 = targetOf(session.network.layout, "w", 2);

  it("transposes as offered", () => {
    const offer = offerFor(
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
      w2,
    );
    expect(offer.kind).toBe("transpose");
    const commands = fillCommands(w2, offer);
    const after = commands.reduce(reduce, sessionOf("#net=2-3-1"));
    expect(Array.from(after.network.w.subarray(0, 6))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("gives both layers their new sizes, and then the numbers", () => {
    const offer = offerFor([[7, 8, 9, 10]], w2);
    const after = fillCommands(w2, offer).reduce(reduce, session);
    expect(after.network.layout.sizes).toEqual([4, 1, 1]);
    expect(Array.from(after.network.w.subarray(0, 4))).toEqual([7, 8, 9, 10]);
  });

  it("shrinks one layer before it grows another, which alone would break a limit", () => {
    const deep = sessionOf("#net=32-32-32-32-20-32");
    const target = targetOf(deep.network.layout, "w", 6);
    const rows = [Array.from({ length: 32 }, (_, k) => k)];
    const commands = fillCommands(target, offerFor(rows, target));
    expect(refusalOfAll(deep, commands)).toBeNull();
    expect(commands.reduce(reduce, deep).network.layout.sizes).toEqual([32, 32, 32, 32, 32, 1]);
  });

  it("leaves out the connections that the numbers leave out", () => {
    const offer = offerFor(
      [
        [1, null],
        [3, 4],
        [5, 6],
      ],
      w2,
    );
    const after = fillCommands(w2, offer).reduce(reduce, session);
    expect(Array.from(after.network.mask?.subarray(0, 6) ?? [])).toEqual([1, 0, 1, 1, 1, 1]);
  });

  it("names the limit that the new sizes would break", () => {
    const deep = sessionOf(`#net=32-32-32-32-32-20`);
    const target = targetOf(deep.network.layout, "t", 6);
    const rows = Array.from({ length: 32 }, (_, k) => [k]);
    expect(refusalOfAll(deep, fillCommands(target, offerFor(rows, target)))).toEqual({
      code: "tooManyConnections",
      found: 5 * 32 * 32,
      limit: LIMITS.connections,
    });
  });

  it.each(["x", "t"] as const)("puts a vector into %s", (table) => {
    const target = targetOf(session.network.layout, table, 1);
    const after = fillCommands(target, offerFor([[0.5, 0.25]], target)).reduce(reduce, session);
    expect([...after.network[table]]).toEqual([0.5, 0.25]);
    expect(after.network.layout.sizes[table === "x" ? 0 : 2]).toBe(2);
  });
});

describe("connections", () => {
  const session = sessionOf("#net=2-2-1&w2=1,_;3,4");
  const target = targetOf(session.network.layout, "w", 2);

  it("that a paste draws and removes are counted", () => {
    const offer = offerFor(
      [
        [1, 2],
        [null, null],
      ],
      target,
    );
    expect(edgeChanges(session.network, target, offer)).toEqual({ drawn: 1, removed: 2 });
    const vector = targetOf(session.network.layout, "b", 2);
    const none = { drawn: 0, removed: 0 };
    expect(edgeChanges(session.network, vector, offerFor([[1, 2]], vector))).toEqual(none);
  });

  it("are drawn one at a time, with their weight and no other", () => {
    const after = reduce(session, drawEdge(session.network, refAt(target, 1, 2), 9));
    expect(Array.from(after.network.w.subarray(0, 4))).toEqual([1, 9, 3, 4]);
    expect(after.network.mask).toBeNull();
  });
});
