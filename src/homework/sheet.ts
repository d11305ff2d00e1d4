/** The whole sheet in its order: what the derivation view is laid out from. */
import type { ItemId } from "./ids.ts";
import type { Item } from "./item.ts";
import { PART_A_CHAIN, PART_A_OUTPUT } from "./partAChain.ts";
import { PART_A_HIDDEN, PART_A_PARAMETERS, PART_A_RESULT } from "./partADelta.ts";
import { PART_B_RECURSION, PART_B_RESULT } from "./partBRecursion.ts";
import { FORWARD, PART_B_START } from "./partBStart.ts";
import { QUESTION_2 } from "./question2.ts";
import { PURPOSE, SYMBOLS } from "./symbols.ts";

export const SECTION_IDS = ["symbols", "backward", "forward", "input"] as const;
/** Table 1, Question 1 (a), Question 1 (b), Question 2. */
export type SectionId = (typeof SECTION_IDS)[number];

export interface Section {
  readonly id: SectionId;
  readonly items: readonly Item[];
}

export const SHEET: readonly Section[] = [
  { id: "symbols", items: [...SYMBOLS, PURPOSE] },
  {
    id: "backward",
    items: [
      ...PART_A_CHAIN,
      ...PART_A_OUTPUT,
      ...PART_A_HIDDEN,
      ...PART_A_PARAMETERS,
      ...PART_A_RESULT,
    ],
  },
  { id: "forward", items: [FORWARD, ...PART_B_START, ...PART_B_RECURSION, ...PART_B_RESULT] },
  { id: "input", items: QUESTION_2 },
];

const ITEMS: ReadonlyMap<ItemId, Item> = new Map(
  SHEET.flatMap(({ items }) => items.map((item) => [item.id, item] as const)),
);

/** The statement with this id. */
export function itemOf(id: ItemId): Item {
  return ITEMS.get(id)!;
}
