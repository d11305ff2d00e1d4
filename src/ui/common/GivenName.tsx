import type { Ref } from "../../engine/ref.ts";
import { Symbol } from "../Symbol.tsx";
import { Component } from "./Component.tsx";

/** What is given is called on the stage: an output of layer 1 is x_1 there. */
export function GivenName({ of }: { of: Ref }) {
  return of.q === "a" ? <Component of="x" index={of.i} /> : <Symbol of={of} />;
}
