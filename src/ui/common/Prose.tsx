import { beginsWithClosing, segmentsOf } from "../../i18n/prose.ts";
import { Tex } from "./Tex.tsx";

/** A sentence with formulas in it, written between dollar signs. */
export function Prose({ text, typeset }: { text: string; typeset: boolean }) {
  return segmentsOf(text).map((segment, k, all) => {
    if ("text" in segment) return segment.text;
    if (!typeset) return null;
    const next = all[k + 1];
    const bound = next !== undefined && "text" in next && beginsWithClosing(next.text);
    return <Tex key={k} tex={segment.tex} bound={bound} />;
  });
}
