import { memo, useLayoutEffect, useRef } from "react";
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
