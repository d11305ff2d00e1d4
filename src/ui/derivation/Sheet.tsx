import { useEffect, useState } from "react";
import type { ErratumId, ItemId } from "../../homework/ids.ts";
import { SHEET } from "../../homework/sheet.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import type { Passage } from "../../session/session.ts";
import { holdAtTop } from "../common/holdAtTop.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import type { Reader } from "./place.ts";
import { SheetItem } from "./SheetItem.tsx";

/** The statement where each erratum is told at length; elsewhere it is folded. */
const TOLD_AT: ReadonlyMap<ErratumId, ItemId> = new Map(
  SHEET.flatMap(({ items }) => items)
    .flatMap(({ id, errata }) => errata.map((erratum) => [erratum, id] as const))
    .toReversed(),
);

/** The whole sheet as a document. */
export function Sheet({ width, ...reader }: Reader & { readonly width: number }) {
  const lang = useBackstep((state) => state.view.lang);
  const eq = useBackstep((state) => state.view.eq);
  const { actions } = useBackstepStore().getState();
  const words = derivationMessages(lang);
  const homework = homeworkMessages(lang);
  // A click on the section one is in already asks for it again.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const atTop = asked === 0 && (eq === null || eq === SHEET[0].items[0].id);
    return atTop ? undefined : reveal(eq);
  }, [eq, asked]);
  return (
    <>
      <nav className="choices sections" aria-label={words.sectionsLabel}>
        {SHEET.map(({ id, items }) => (
          <button
            key={id}
            type="button"
            onClick={() => {
              actions.openPassage(items[0].id);
              setAsked(asked + 1);
            }}
          >
            {words.sections[id]}
          </button>
        ))}
      </nav>
      {SHEET.map(({ id, items }) => (
        <section key={id} aria-labelledby={`sheet-section-${id}`}>
          <h2 id={`sheet-section-${id}`}>{homework.sections[id]}</h2>
          {items.map((item) => (
            <SheetItem
              key={item.id}
              {...reader}
              item={item}
              width={width}
              tellsOf={(erratum) => TOLD_AT.get(erratum) === item.id}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/**
 * Brings a statement to the top, the first of a section with its heading, and who reads by key to it. It is kept there while what stands
 * above it is typeset, until the person does something; the result stops that at once.
 */
function reveal(id: Passage | null): () => void {
  const element = document.getElementById(`sheet-${id}`);
  if (element === null) return () => {};
  element.focus({ preventScroll: true });
  const before = element.previousElementSibling;
  const top = before instanceof HTMLHeadingElement ? before : element;
  return holdAtTop(top, document.querySelectorAll(".derivation section"));
}
