import { useId, useMemo, useState, type MouseEvent } from "react";
import type { Fit, MatrixTarget } from "../../share/matrixFit.ts";
import { readPaste } from "../../share/matrixPaste.ts";
import type { MatrixReading } from "../../share/matrixText.ts";
import type { LayerSize } from "../../i18n/en/paste.ts";
import type { NumbersMessages } from "../../i18n/numbers.ts";
import { refusalSentence } from "../../i18n/refusals.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Modal } from "../Modal.tsx";
import { edgeChanges, fillCommands, refusalOfAll } from "./fill.ts";
import { useNumbersWords } from "./words.ts";

interface PasteDialogProps {
  readonly target: MatrixTarget;
  /** What was pasted into a cell, or nothing yet. */
  readonly text: string;
  readonly onClose: () => void;
}

/** Numbers for a whole table: what is understood, what does not fit, and what can be done about it. */
export function PasteDialog({ target, text, onClose }: PasteDialogProps) {
  const words = useNumbersWords();
  return (
    <Modal title={words.pasteTitle(words.tableName(target))} open onClose={onClose}>
      <PasteForm target={target} text={text} />
    </Modal>
  );
}

function PasteForm({ target, text: pasted }: Omit<PasteDialogProps, "onClose">) {
  const words = useNumbersWords();
  const lang = useBackstep((state) => state.view.lang);
  const { actions } = useBackstepStore().getState();
  const session = useBackstep((state) => state.session);
  const [text, setText] = useState(pasted);
  const id = useId();
  const paste = useMemo(
    () => (text.trim() === "" ? null : readPaste(text, target)),
    [text, target],
  );
  const fit = paste?.fit ?? null;
  const offer = fit === null || fit.kind === "misfit" ? null : fit;
  const commands = offer === null ? [] : fillCommands(target, offer);
  const refusal = refusalOfAll(session, commands);
  const isAcceptable = offer !== null && refusal === null;

  const resizes = commands.filter((command) => command.type === "resizeLayer");

  const accept = ({ currentTarget }: MouseEvent): void => {
    for (const command of commands) actions.dispatch(command, { gesture: "paste" });
    actions.endGesture();
    currentTarget.closest("dialog")?.close();
  };
  return (
    <div className="paste-form">
      <label htmlFor={`${id}-text`}>{words.pasteLabel(target)}</label>
      <textarea
        id={`${id}-text`}
        data-first-focus={isAcceptable ? undefined : ""}
        rows={7}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-forms`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="forms" id={`${id}-forms`}>
        {words.pasteForms}
      </p>
      <div className="verdict" role="status" data-testid="paste-verdict">
        {paste === null ? null : <Verdict reading={paste.reading} fit={fit} target={target} />}
        {refusal === null ? null : <p className="wrong">{refusalSentence(refusal, lang)}</p>}
      </div>
      <button
        type="button"
        className="button primary"
        data-first-focus={isAcceptable ? "" : undefined}
        disabled={!isAcceptable}
        onClick={accept}
      >
        {acceptText(words, fit, resizes)}
      </button>
    </div>
  );
}

/** What accepting does. */
function acceptText(
  { paste, accept }: NumbersMessages,
  fit: Fit | null,
  resizes: readonly LayerSize[],
): string {
  if (fit?.kind === "resize") return paste.resize(resizes.toSorted((a, b) => a.l - b.l));
  return fit?.kind === "transpose" ? paste.transpose : accept;
}

interface VerdictProps {
  readonly reading: MatrixReading;
  /** Null where the text could not be read. */
  readonly fit: Fit | null;
  readonly target: MatrixTarget;
}

function Verdict({ reading, fit, target }: VerdictProps) {
  const words = useNumbersWords();
  const network = useBackstep((state) => state.session.network);
  if (!reading.ok)
    return <p className="wrong">{words.paste.problemText(reading.problem, target)}</p>;
  if (fit === null) return null;
  const { rows, notation } = reading;
  const { drawn, removed } =
    fit.kind === "misfit" ? { drawn: 0, removed: 0 } : edgeChanges(network, target, fit);
  return (
    <>
      <p>
        {words.understood(notation, rows.length, rows[0].length)}
        {fit.kind === "fits" ? ` ${words.fits}` : ""}
      </p>
      {fit.kind === "fits" ? null : <p className="wrong">{words.paste.fitText(fit, target)}</p>}
      {drawn > 0 ? <p>{words.drawn(drawn)}</p> : null}
      {removed > 0 ? <p>{words.removed(removed)}</p> : null}
    </>
  );
}
