import { numbersMessages, type NumbersMessages } from "../../i18n/numbers.ts";
import { useBackstep } from "../context.ts";

/** The sentences of the tables of numbers in the language of the page. */
export function useNumbersWords(): NumbersMessages {
  return numbersMessages(useBackstep((state) => state.view.lang));
}
