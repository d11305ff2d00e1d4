import { lazy, Suspense, useEffect, useState } from "react";
import { useMessages } from "./context.ts";
import { onKeysAsked } from "./keyboard.ts";
import { Modal } from "./Modal.tsx";

const KeyMap = lazy(async () => ({ default: (await import("./KeyMap.tsx")).KeyMap }));

/** The keyboard map, opened by its button or by `?`. */
export function KeysDialog() {
  const { ui } = useMessages();
  const [open, setOpen] = useState(false);
  useEffect(() => onKeysAsked(() => setOpen(true)), []);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {ui.keys}
      </button>
      <Modal title={ui.keysTitle} open={open} onClose={() => setOpen(false)}>
        <Suspense>
          <KeyMap />
        </Suspense>
      </Modal>
    </>
  );
}
