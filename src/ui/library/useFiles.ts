import { useMemo } from "react";
import { useBackstepStore } from "../context.ts";
import { useServices } from "../services.ts";

/** Saving to a file and opening one. What comes of it is reported. */
export function useFiles(): {
  readonly save: () => void;
  readonly open: (file: File) => void;
} {
  const store = useBackstepStore();
  const { reports } = useServices();
  return useMemo(
    () => ({
      save: () => void import("./files.ts").then((files) => files.saveToFile(store, reports)),
      open: (file) =>
        void import("./files.ts").then((files) => files.openFromFile(store, reports, file)),
    }),
    [store, reports],
  );
}
