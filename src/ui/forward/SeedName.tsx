import type { Seed } from "../../engine/tangent.ts";
import { refOfSeed } from "../../session/forward.ts";
import { GivenName } from "../common/GivenName.tsx";

/** What θ is: w_21^(3), b_2^(3) or x_1. */
export function SeedName({ of }: { of: Seed }) {
  return <GivenName of={refOfSeed(of)} />;
}
