import { memo, useLayoutEffect, useRef } from "react";
import { useKatex } from "../Formula.tsx";
import "./Tex.css";

interface TexProps {
  readonly tex: string;
  /** Set as a line of its own, with large sums and fractions. */
  readonly display?: boolean;
  /** Whether no line may begin after it, because punctuation follows. */
  readonly bound?: boolean;
}

/** TeX that is no formula of the network: quoted, or with symbols for all of them. */
export const Tex = memo(function Tex({ tex, display = false, bound = false }: TexProps) {
  const render = useKatex();
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (box.current === null || render === null) return;
    // With MathML: there is no sentence for it that a screen reader could say instead.
    render(display ? `\\displaystyle ${tex}` : tex, box.current, "htmlAndMathml");
    if (bound) bindEnd(box.current);
  }, [render, tex, display, bound]);
  return <span className={display ? "tex display" : "tex"} ref={box} />;
});

/** The pieces that a formula may be broken into are boxes, after which a browser may begin a line with anything. */
function bindEnd(box: Element): void {
  const last = [...box.querySelectorAll(".katex-base")].at(-1);
  if (last === undefined) return;
  const end = document.createElement("span");
  end.className = "bound";
  last.replaceWith(end);
  end.append(last);
}
