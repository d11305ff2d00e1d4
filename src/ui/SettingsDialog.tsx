import { lazy, Suspense, useState } from "react";
import { useMessages } from "./context.ts";
import { Modal } from "./Modal.tsx";

const Settings = lazy(async () => ({ default: (await import("./Settings.tsx")).Settings }));

/** The settings, opened by their button. */
export function SettingsDialog() {
  const { ui } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {ui.settings}
      </button>
      <Modal title={ui.settings} open={open} onClose={() => setOpen(false)}>
        <Suspense>
          <Settings />
        </Suspense>
      </Modal>
    </>
  );
}
