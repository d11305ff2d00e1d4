import type { Seed } from "../../engine/tangent.ts";
import { refOfSeed } from "../../session/forward.ts";
import { Component } from "../common/Component.tsx";
import { Symbol } from "../Symbol.tsx";

/** What θ is: w_21^(3), b_2^(3) or x_1. */
export function SeedName({ of }: { of: Seed }) {
  return of.q === "x" ? <Component of="x" index={of.i} /> : <Symbol of={refOfSeed(of)} />;
}
