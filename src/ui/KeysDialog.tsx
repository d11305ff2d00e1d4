import { useEffect, useRef } from "react";
import { useMessages } from "./context.ts";
import { onKeysAsked } from "./keyboard.ts";

/** The keyboard map, opened by its button or by `?`. */
export function KeysDialog() {
  const { ui } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => onKeysAsked(() => dialog.current?.showModal()), []);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => dialog.current?.showModal()}>
        {ui.keys}
      </button>
      <dialog className="dialog" ref={dialog} aria-label={ui.keysTitle}>
        <div className="dialog-head">
          <h2>{ui.keysTitle}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {ui.close}
          </button>
        </div>
        <dl className="keys">
          {ui.keyRows.map(([keys, meaning]) => (
            <div key={keys} style={{ display: "contents" }}>
              <dt>{keys}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
