/** The names of everything on the sheet, in its order, and of what is wrong with it. */

/** The rows of table 1. */
export const SYMBOL_IDS = [
  "symbol-a",
  "symbol-y",
  "symbol-x",
  "symbol-w",
  "symbol-b",
  "symbol-z",
  "symbol-sigma",
  "symbol-delta",
  "symbol-t",
  "symbol-E",
  "symbol-theta",
  "symbol-L",
] as const;

/** The equations of Question 1 (a), those with a number of the sheet by their number. */
export const PART_A_IDS = [
  "1a",
  "1b",
  "2a",
  "2b",
  "output",
  "delta-out-chain",
  "delta-out",
  "recursion",
  "next-z",
  "jacobian",
  "delta-hidden",
  "z-for-w",
  "dz-dw",
  "z-for-b",
  "dz-db",
  "3a",
  "3b",
  "3c",
] as const;

/** The equations of Question 1 (b). */
export const PART_B_IDS = [
  "forward-input",
  "forward-first-chain",
  "forward-constant",
  "forward-first",
  "forward-recursion",
  "forward-needed",
  "forward-z",
  "forward-inverse",
  "forward-jacobian",
  "forward-delta",
  "4a",
  "4b",
  "4c",
] as const;

/** The equations of Question 2. */
export const QUESTION_2_IDS = ["composition", "product", "difference"] as const;

/** Statements of the sheet in words that are wrong as such. */
export const CLAIM_IDS = ["claim-purpose", "claim-forward"] as const;

export type SymbolId = (typeof SYMBOL_IDS)[number];
export type EquationId =
  | (typeof PART_A_IDS)[number]
  | (typeof PART_B_IDS)[number]
  | (typeof QUESTION_2_IDS)[number];
export type ClaimId = (typeof CLAIM_IDS)[number];
/** Whatever stands on the sheet with a place of its own. */
export type ItemId = SymbolId | EquationId | ClaimId;

/** S: table of symbols. E: part (a). B: part (b). Q2: Question 2. */
export const ERRATUM_IDS = [
  ...(["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12"] as const),
  ...(["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9"] as const),
  ...(["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"] as const),
  ...(["Q2.1", "Q2.2", "Q2.3"] as const),
] as const;
export type ErratumId = (typeof ERRATUM_IDS)[number];
