import { useRef, useState, type ReactNode } from "react";
import { activationOf } from "../../engine/network.ts";
import type { Layout } from "../../engine/layout.ts";
import { segmentsOf } from "../../i18n/prose.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import { useLitPlaces } from "../common/useLitPlaces.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { keyUnder } from "../pointing.ts";
import { InitializeDialog } from "./InitializeDialog.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { TableBlock } from "./TableBlock.tsx";
import { useNumbersWords } from "./words.ts";
import "./numbers.css";

/** What a dialog has been opened for. */
type Asked =
  | { readonly kind: "paste"; readonly target: MatrixTarget; readonly text: string }
  | { readonly kind: "initialize"; readonly l: number | "all" };

/** All given numbers as tables, layer after layer from x to t. Only what is open is there. */
export function NumbersTab() {
  const words = useNumbersWords();
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => state.trace);
  const [asked, setAsked] = useState<Asked | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useLitPlaces(box);
  if (trace === null || trace.layout.L === 0) return <p className="prose">{words.nothing}</p>;
  const { layout } = trace;
  const { sizes, L } = layout;
  const open = openAtFirst(layout);
  const onPaste = (target: MatrixTarget, text: string): void =>
    setAsked({ kind: "paste", target, text });
  const close = (): void => setAsked(null);
  const initializeAll = L < 2 ? null : () => setAsked({ kind: "initialize", l: "all" });
  const layers = Array.from({ length: L - 1 }, (_, k) => k + 2);

  return (
    <div className="numbers" data-testid="numbers">
      <div
        className="numbers-scroller"
        ref={box}
        onPointerOver={({ target }) => actions.hover(keyUnder(target))}
        onPointerLeave={() => actions.hover(null)}
      >
        <Head className="roomy" intro={words.intro} onInitialize={initializeAll} />
        <Section title={words.input} note={words.count(sizes[0])} startsOpen={open.has(1)}>
          <TableBlock table="x" l={1} trace={trace} onPaste={onPaste} />
        </Section>
        {layers.map((l) => (
          <Section
            key={l}
            title={words.layer(l)}
            note={words.layerSizes(
              sizes[l - 2],
              sizes[l - 1],
              ui.activations[activationOf(trace, l)],
            )}
            startsOpen={open.has(l)}
          >
            <TableBlock table="w" l={l} trace={trace} onPaste={onPaste} />
            <TableBlock table="b" l={l} trace={trace} onPaste={onPaste} />
            <div className="layer-tools">
              <button
                type="button"
                className="tool"
                aria-label={words.labelled(words.initialise, words.layer(l))}
                onClick={() => setAsked({ kind: "initialize", l })}
              >
                {words.initialise}
              </button>
            </div>
          </Section>
        ))}
        {L < 2 ? null : (
          <Section
            title={words.target}
            note={words.count(sizes[L - 1])}
            startsOpen={open.has(L + 1)}
          >
            <TableBlock table="t" l={L} trace={trace} onPaste={onPaste} />
          </Section>
        )}
        <Head className="narrow" intro={words.introShort} onInitialize={initializeAll} />
      </div>
      <p className="numbers-keys">{words.keys}</p>
      {asked?.kind === "paste" ? (
        <PasteDialog target={asked.target} text={asked.text} onClose={close} />
      ) : asked?.kind === "initialize" ? (
        <InitializeDialog l={asked.l} onClose={close} />
      ) : null}
    </div>
  );
}

interface HeadProps {
  readonly className: string;
  readonly intro: string;
  /** Null where there is nothing to initialise. */
  readonly onInitialize: (() => void) | null;
}

/** How the tables are read, and what is done to all: above them, or, where room is short, below. */
function Head({ className, intro, onInitialize }: HeadProps) {
  const words = useNumbersWords();
  return (
    <div className={className}>
      <p className="prose">
        {segmentsOf(intro).map((segment, k) =>
          "text" in segment ? (
            segment.text
          ) : (
            <span key={k} className="symbol">
              {segment.tex}
            </span>
          ),
        )}
      </p>
      {onInitialize === null ? null : (
        <button type="button" className="button" onClick={onInitialize}>
          {words.initialiseAll}
        </button>
      )}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note: string;
  readonly startsOpen: boolean;
  readonly children: ReactNode;
}

/** A part of the panel that can be closed; its tables are made when it is opened. */
function Section({ title, note, startsOpen, children }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="title">{title}</span>
        <span className="note">{note}</span>
      </summary>
      {open ? <div className="tables">{children}</div> : null}
    </details>
  );
}

/** More numbers than this do not stand open at first. */
const MOST_NUMBERS_OPEN = 300;

/** Which sections are open at first: 1 is x, L + 1 is t; as many as are quickly drawn. */
function openAtFirst({ sizes, L }: Layout): ReadonlySet<number> {
  const open = new Set<number>();
  let numbers = 0;
  for (let l = 1; l <= L + 1; l++) {
    const inputs = l === 1 || l > L ? 0 : sizes[l - 2];
    numbers += (sizes[l - 1] ?? sizes[L - 1]) * (inputs + 1);
    if (numbers <= MOST_NUMBERS_OPEN) open.add(l);
  }
  return open;
}
