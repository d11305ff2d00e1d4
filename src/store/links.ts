/** Between the state and links. */
import type { Network } from "../engine/network.ts";
import { EXAMPLES, type ExampleId } from "../share/examples.ts";
import { readLink, writeLink, writeNetwork } from "../share/link.ts";
import type { BackstepData } from "./state.ts";
import { placeOf } from "./transitions.ts";

/** The link to the state as it is, or will be as soon as the engine has answered. */
export function currentLink(state: BackstepData): string {
  const view = { ...state.view, ...placeOf(state) };
  const { network } = state.session;
  return writeLink({ network, view }, state.langNamed ? null : state.browserLang);
}

/** The example a network is, or null. */
export function exampleOf(network: Network): ExampleId | null {
  const sizes = `&net=${network.layout.sizes.join("-")}&`;
  const found = EXAMPLES.find(({ link }) => {
    // Most are told apart by their sizes, and reading a link takes a millisecond at the start.
    if (!link.includes(sizes)) return false;
    const example = readLink(link).network;
    return example !== null && writeNetwork(example) === writeNetwork(network);
  });
  return found?.id ?? null;
}
