import type { ErratumId } from "../../homework/ids.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { Prose } from "./Prose.tsx";
import { useBackstep } from "../context.ts";

interface ErratumProps {
  readonly id: ErratumId;
  readonly open: boolean;
  readonly typeset: boolean;
}

/** What a mistake of the sheet is, why it is one, and what is right. */
export function Erratum({ id, open, typeset }: ErratumProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const { says, wrong, why, correct } = homeworkMessages(lang).errata[id];
  const told = [
    [words.says, says],
    [words.why, why],
    [words.correct, correct],
  ] as const;
  return (
    <details className="erratum" open={open} data-erratum={id}>
      <summary>
        <span className="erratum-id">{id}</span>{" "}
        <span>
          <Prose text={wrong ?? words.nothingWrong} typeset={typeset} />
        </span>
      </summary>
      <dl>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Prose text={text} typeset={typeset} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
