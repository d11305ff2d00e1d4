import { memo, useLayoutEffect, useRef } from "react";
import { segmentsOf } from "../../i18n/prose.ts";
import { useKatex } from "../Formula.tsx";

interface TexProps {
  readonly tex: string;
  /** Set as a line of its own, with large sums and fractions. */
  readonly display?: boolean;
}

/** TeX that is no formula of the network: quoted, or with symbols for all of them. */
export const Tex = memo(function Tex({ tex, display = false }: TexProps) {
  const render = useKatex();
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (box.current === null || render === null) return;
    // With MathML: there is no sentence for it that a screen reader could say instead.
    render(display ? `\\displaystyle ${tex}` : tex, box.current, "htmlAndMathml");
  }, [render, tex, display]);
  return <span className={display ? "tex display" : "tex"} ref={box} />;
});

/** A sentence with formulas in it, written between dollar signs. */
export function Prose({ text, typeset }: { text: string; typeset: boolean }) {
  return segmentsOf(text).map((segment, k) =>
    "text" in segment ? segment.text : typeset ? <Tex key={k} tex={segment.tex} /> : null,
  );
}
