import type { Activation } from "../engine/network.ts";
import type { Item, Neuron } from "../session/command.ts";

/** What drawing has brought about. */
export type DrawNews =
  | { readonly code: "mode"; readonly mode: "read" | "draw" }
  | {
      readonly code: "added";
      readonly item: Item;
      /** Null where there is no other layer to be connected with. */ readonly connected:
        | boolean
        | null;
    }
  | { readonly code: "moved"; readonly item: Item }
  | { readonly code: "connected"; readonly from: Neuron; readonly to: Neuron }
  | { readonly code: "connectedFully"; readonly count: number }
  | { readonly code: "removed"; readonly item: Item }
  /** `kind` is null where they were of different kinds. */
  | {
      readonly code: "removedSeveral";
      readonly kind: Item["kind"] | null;
      readonly count: number;
    }
  | { readonly code: "activation"; readonly l: number; readonly activation: Activation }
  /** The network has become another one while one walked over it: one may stand elsewhere now. */
  | { readonly code: "changed" }
  | { readonly code: "begun"; readonly from: Neuron }
  | { readonly code: "calledOff" }
  /** `count`: how many are picked now. */
  | {
      readonly code: "picked";
      readonly item: Item;
      readonly isOn: boolean;
      readonly count: number;
    }
  /** All that is picked now. */
  | {
      readonly code: "pickedSeveral";
      readonly kind: Item["kind"] | null;
      readonly count: number;
    }
  | { readonly code: "unpicked" }
  /** A neuron cannot be moved further this way. */
  | { readonly code: "border" }
  /** The key is for a neuron, and one stands at none. */
  | { readonly code: "notANeuron" }
  /** The key is for a place, and one has not begun to walk. */
  | { readonly code: "notWalking" };
