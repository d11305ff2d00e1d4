import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import type { Trace } from "../engine/trace.ts";
import { matrixBudget } from "../formula/elision.ts";
import { SHOW_ALL, type Hidden, type Reading } from "../formula/fill.ts";
import { layoutFormula, termKeys, type FormulaLayout, type FormulaSpec } from "../formula/rows.ts";
import { speakFormula, speakPattern, type SpeechVocabulary } from "../formula/speech.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { katexIfLoaded, loadKatex } from "./katex.ts";
import { keyUnder, lightPlaces } from "./pointing.ts";
import { fillFormula, typesetFormula, type RenderTex, type TypesetFormula } from "./typeset.ts";
import "./formula.css";

export interface FormulaProps {
  readonly spec: FormulaSpec;
  readonly trace: Trace;
  readonly format: NumberFormat;
  /** The words for the spoken sentence and for the button in place of omitted terms. */
  readonly vocabulary: SpeechVocabulary;
  /** What stands in place of a number that may not be shown; null shows it. */
  readonly hidden?: Hidden;
  /** Keys or patterns of what is pointed at anywhere on the page. */
  readonly lit?: readonly string[];
  /** The key or pattern of the term that is pointed at or reached by key, null when it is left. */
  readonly onTerm?: (key: string | null) => void;
  /** CSS pixels there are, for the number of columns of a matrix. */
  readonly width?: number;
  /** Whether that is so little that lines may break between factors. */
  readonly narrow?: boolean;
  /** Whether it can be reached by key. */
  readonly reachable?: boolean;
}

/** Of KaTeX in the board, px: what the number of columns of a matrix is reckoned by. */
export const FORMULA_FONT_SIZE = 20;
const DEFAULT_WIDTH = 400;
const NOTHING_LIT: readonly string[] = [];

/**
 * A formula, typeset by KaTeX, read out as one sentence. It is one tab stop; the up and down
 * arrows walk its terms. Until KaTeX is here it keeps its place empty, the sentence is there.
 */
export function Formula({
  spec,
  trace,
  format,
  vocabulary,
  hidden = SHOW_ALL,
  lit = NOTHING_LIT,
  onTerm,
  width = DEFAULT_WIDTH,
  narrow = false,
  reachable = true,
}: FormulaProps) {
  const render = useKatex();
  const [expanded, setExpanded] = useState<FormulaSpec | null>(null);
  const [walked, setWalked] = useState<string | null>(null);
  const elide = expanded !== spec;
  const { layout: sizes, mask, activations, loss } = trace;
  const layout = useMemo(
    () =>
      layoutFormula(spec, {
        shape: { layout: sizes, mask, activations, loss },
        elide,
        narrow,
        budget: matrixBudget(width, format.digits, FORMULA_FONT_SIZE),
      }),
    [spec, sizes, mask, activations, loss, elide, narrow, width, format.digits],
  );
  const reading = useMemo<Reading>(() => ({ trace, format, hidden }), [trace, format, hidden]);
  const box = useRef<HTMLDivElement>(null);
  const typeset = useTypeset(box, render, layout, reading, vocabulary.omitted);
  useLit(box, typeset, lit, walked);
  useReachableGaps(box, typeset, reachable);

  const sentenceId = useId();
  const sentence = useMemo(
    () => speakFormula(spec, vocabulary, reading),
    [spec, vocabulary, reading],
  );
  const pointed = useRef<FormulaSpec | null>(null);
  const point = (key: string | null): void => {
    pointed.current = key === null ? null : spec;
    onTerm?.(key);
  };
  // The term that is pointed at goes with its formula.
  const forget = useEffectEvent((gone: FormulaSpec) => {
    if (pointed.current !== gone) return;
    setWalked(null);
    point(null);
  });
  useEffect(() => () => forget(spec), [spec]);
  const walk = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const keys = termKeys(layout);
    if (keys.length === 0) return;
    event.preventDefault();
    const at = walked === null ? -1 : keys.indexOf(walked);
    const next =
      at === -1 && event.key === "ArrowUp" ? -1 : at + (event.key === "ArrowUp" ? -1 : 1);
    const key = keys[(next + keys.length) % keys.length];
    setWalked(key);
    point(key);
  };
  const leave = (): void => {
    // What the pointer is on stays lit.
    if (walked === null) return;
    setWalked(null);
    point(null);
  };
  const click = (event: MouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || !event.target.closest(".formula-gap")) return;
    // The button goes when it has been pressed.
    if (event.detail === 0) event.currentTarget.focus();
    setExpanded(spec);
  };
  // Not role="math": that would make the button inside it presentational. What KaTeX writes is
  // hidden from assistive technology by itself; the sentence is what is read.
  return (
    <div
      className="formula-frame"
      role="group"
      tabIndex={reachable ? 0 : -1}
      aria-labelledby={sentenceId}
      onKeyDown={walk}
      onBlur={leave}
      onPointerOver={(event) => point(keyUnder(event.target))}
      onPointerLeave={() => point(walked)}
      onClick={click}
    >
      <div className="formula" ref={box} />
      <span className="formula-spoken" id={sentenceId}>
        {sentence}
      </span>
      <span className="formula-spoken" aria-live="polite">
        {walked === null ? "" : speakPattern(walked, vocabulary)}
      </span>
    </div>
  );
}

/** KaTeX once it is here. Where it cannot be had the formula remains its sentence. */
export function useKatex(): RenderTex | null {
  const [render, setRender] = useState(katexIfLoaded);
  useEffect(() => {
    if (render !== null) return;
    let wanted = true;
    loadKatex().then(
      (loaded) => wanted && setRender(() => loaded),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [render]);
  return render;
}

/** A formula in the document; another object when it has been typeset anew. */
interface Typeset {
  readonly key: string;
  readonly formula: TypesetFormula;
}

/** Typesets when the template changes; otherwise only writes the numbers. Answers what stands there. */
function useTypeset(
  box: RefObject<HTMLElement | null>,
  render: RenderTex | null,
  layout: FormulaLayout,
  reading: Reading,
  omittedLabel: (count: number) => string,
): RefObject<Typeset | null> {
  const typeset = useRef<Typeset | null>(null);
  useLayoutEffect(() => {
    if (box.current === null || render === null) return;
    // The label is part of the template: it is in the language of the page.
    const key = `${omittedLabel(0)} ${layout.key}`;
    if (typeset.current?.key !== key) {
      const formula = typesetFormula(box.current, layout, { render, omittedLabel });
      typeset.current = { key, formula };
    }
    fillFormula(typeset.current.formula, layout, reading);
  }, [box, render, layout, reading, omittedLabel]);
  return typeset;
}

/**
 * Lights the terms of what is pointed at, without rendering anything again. It looks after every
 * render, since any may have typeset the formula anew.
 */
function useLit(
  box: RefObject<HTMLElement | null>,
  typeset: RefObject<Typeset | null>,
  lit: readonly string[],
  walked: string | null,
): void {
  const last = useRef<{ typeset: Typeset | null; lit: readonly string[]; walked: string | null }>({
    typeset: null,
    lit: NOTHING_LIT,
    walked: null,
  });
  useLayoutEffect(() => {
    const before = last.current;
    const now = { typeset: typeset.current, lit, walked };
    last.current = now;
    const isSame = before.typeset === now.typeset && before.lit === lit && before.walked === walked;
    const isDark = (of: typeof now): boolean => of.lit.length === 0 && of.walked === null;
    // To look for what is lit takes as long as to light it.
    if (isSame || (isDark(before) && isDark(now))) return;
    lightPlaces(box.current, walked === null ? lit : [...lit, walked]);
    if (walked !== null && walked !== before.walked) {
      const term = box.current?.querySelector(`[data-ref="${walked}"]`);
      term?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
}

/** The buttons in place of omitted terms are tab stops only where the formula is one. */
function useReachableGaps(
  box: RefObject<HTMLElement | null>,
  typeset: RefObject<Typeset | null>,
  reachable: boolean,
): void {
  const last = useRef<{ typeset: Typeset | null; reachable: boolean } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { typeset: typeset.current, reachable };
    if (before?.typeset === typeset.current && before.reachable === reachable) return;
    for (const gap of box.current?.querySelectorAll<HTMLElement>(".formula-gap") ?? []) {
      gap.tabIndex = reachable ? 0 : -1;
    }
  });
}
