import { useEffect, useRef, type ReactNode } from "react";
import { useMessages } from "./context.ts";

interface ModalProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A dialog above the page; its contents are made when it is opened. The focus goes to what they mark
 * with `data-first-focus`.
 */
export function Modal({ title, open, onClose, className = "", children }: ModalProps) {
  const { ui } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
      dialog.current?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    } else dialog.current?.close();
  }, [open]);
  return (
    <dialog className={`dialog ${className}`} ref={dialog} aria-label={title} onClose={onClose}>
      {open ? (
        <>
          <div className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {ui.close}
            </button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
