import { lazy, Suspense, useRef, useState } from "react";
import { libraryMessages } from "../../i18n/library.ts";
import { useBackstep } from "../context.ts";
import { Menu } from "../Menu.tsx";
import { Modal } from "../Modal.tsx";
import { useFiles } from "./useFiles.ts";

const MyNetworks = lazy(async () => {
  const { MyNetworks: body } = await import("./MyNetworks.tsx");
  return { default: body };
});

/** My networks, and files. */
export function FileMenu() {
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const { save, open } = useFiles();
  const [isLibraryOpen, setLibraryOpen] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const closeLibrary = (): void => setLibraryOpen(false);
  return (
    <>
      <Menu
        className="quiet"
        label={words.file}
        items={[
          { id: "library", name: `${words.title}…`, onChoose: () => setLibraryOpen(true) },
          { id: "open", name: `${words.openFile}…`, onChoose: () => chooser.current?.click() },
          { id: "save", name: words.saveFile, onChoose: save },
        ]}
      >
        {words.file}
      </Menu>
      <input
        type="file"
        accept=".json,application/json"
        hidden
        ref={chooser}
        data-testid="file-chooser"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) open(file);
          // The same file, mended, can be chosen again.
          currentTarget.value = "";
        }}
      />
      <Modal title={words.title} open={isLibraryOpen} onClose={closeLibrary} className="library">
        <Suspense fallback={null}>
          <MyNetworks onOpened={closeLibrary} />
        </Suspense>
      </Modal>
    </>
  );
}
