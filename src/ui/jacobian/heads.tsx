import { ref, refKey } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import type { MatrixHeads } from "./MatrixView.tsx";
import { Component } from "../common/Component.tsx";

/** Rows y_1 … and columns x_1 …, each lighting its neuron. */
export function headsOf({ layout: { L } }: Trace, corner: string): MatrixHeads {
  return {
    corner,
    row: (i) => (
      <span data-ref={refKey(ref("a", L, i))}>
        <Component of="y" index={i} />
      </span>
    ),
    column: (j) => (
      <span data-ref={refKey(ref("a", 1, j))}>
        <Component of="x" index={j} />
      </span>
    ),
  };
}
