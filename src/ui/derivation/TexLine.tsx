import { useLayoutEffect, useRef, useState } from "react";
import { TexBlock } from "./TexBlock.tsx";

/** A line of the sheet. Where it is wider than its frame it can be reached and scrolled by key. */
export function TexLine({ tex, typeset }: { tex: string; typeset: boolean }) {
  const frame = useRef<HTMLSpanElement>(null);
  const content = useRef<HTMLSpanElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, content.current];
    if (outer === null || inner === null) return;
    const observer = new ResizeObserver(() => setWide(outer.scrollWidth > outer.clientWidth));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return (
    <span className="texline" ref={frame} tabIndex={wide ? 0 : undefined}>
      <span className="texline-content" ref={content}>
        {typeset ? <TexBlock tex={tex} /> : null}
      </span>
    </span>
  );
}
