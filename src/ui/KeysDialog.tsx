import { useEffect, useState } from "react";
import { useMessages } from "./context.ts";
import { useDrawingMessages } from "./draw/words.ts";
import { onKeysAsked } from "./keyboard.ts";
import { Modal } from "./Modal.tsx";
import "./KeysDialog.css";

/** The keyboard map, opened by its button or by `?`. */
export function KeysDialog() {
  const { ui } = useMessages();
  const drawing = useDrawingMessages();
  const [open, setOpen] = useState(false);
  useEffect(() => onKeysAsked(() => setOpen(true)), []);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {ui.keys}
      </button>
      <Modal title={ui.keysTitle} open={open} onClose={() => setOpen(false)}>
        <KeyList rows={ui.keyRows} />
        <h3>{drawing.keysTitle}</h3>
        <KeyList rows={drawing.keyRows} />
      </Modal>
    </>
  );
}

function KeyList({ rows }: { rows: readonly (readonly [keys: string, meaning: string])[] }) {
  return (
    <dl className="keys">
      {rows.map(([keys, meaning]) => (
        <div key={keys} style={{ display: "contents" }}>
          <dt>{keys}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
