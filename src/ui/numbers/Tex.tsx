import { useEffect, useRef } from "react";
import { loadKatex } from "../katex.ts";

/** A line of mathematics that a sentence beside it says in words: hidden from who hears that. */
export function Tex({ tex }: { tex: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    loadKatex().then(
      (render) => wanted && box.current !== null && render(tex, box.current),
      // Without KaTeX the sentence remains.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [tex]);
  return <span className="tex" ref={box} aria-hidden="true" />;
}
