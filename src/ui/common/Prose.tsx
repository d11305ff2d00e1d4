import { segmentsOf } from "../../i18n/prose.ts";
import { Tex } from "./Tex.tsx";

/** A sentence with formulas in it, written between dollar signs. */
export function Prose({ text, typeset }: { text: string; typeset: boolean }) {
  return segmentsOf(text).map((segment, k) =>
    "text" in segment ? segment.text : typeset ? <Tex key={k} tex={segment.tex} /> : null,
  );
}
