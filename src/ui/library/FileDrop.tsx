import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { libraryMessages } from "../../i18n/library.ts";
import { useBackstep } from "../context.ts";
import { useFiles } from "./useFiles.ts";
import "./FileDrop.css";

/** Opens a file that is dropped anywhere on the page, and says so while it is held above it. */
export function FileDrop() {
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const { open } = useFiles();
  const [isAbove, setAbove] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Or else the browser leaves the page for the file.
      event.preventDefault();
      event.dataTransfer!.dropEffect = "copy";
      setAbove(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setAbove(false);
    };
    const onDrop = (event: DragEvent): void => {
      setAbove(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer!.files[0];
      if (file !== undefined) open(file);
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
    };
  }, [open]);
  // Beside the page: the header clips what is in it.
  return isAbove
    ? createPortal(<p className="file-drop">{words.dropFile}</p>, document.body)
    : null;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
