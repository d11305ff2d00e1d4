/** Saving to files and opening them; loaded when it is first asked for. */
import { fileMessages } from "../../i18n/files.ts";
import { networksMessages } from "../../i18n/networks.ts";
import type { Lang } from "../../session/session.ts";
import { readFile, writeFile, type FileReading } from "../../share/file.ts";
import type { BackstepStore } from "../../store/store.ts";
import type { Reports } from "../reports.ts";
import { nameToSave, nameWork } from "./workName.ts";

const FILE_ENDING = ".backstep.json";

/** No file that can be opened has more bytes; of a larger one the rest is not even loaded. */
const MOST_BYTES = 2 ** 23;
/** What some systems have for themselves in names of files. */
const RESERVED = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST_NAME = 80;

/** Has the browser save what is open, at its step. */
export function saveToFile(store: BackstepStore, reports: Reports): void {
  const { session, view } = store.getState();
  const name = nameToSave(store);
  const text = writeFile({ name, network: session.network, parked: session.parked, view });
  const file = fileName(name);
  download(file, text);
  reports.setState({
    report: { urgent: false, say: (lang) => networksMessages(lang).savedFile(file) },
  });
}

/** Opens a file; where it cannot be read nothing changes, and the reason is reported. */
export async function openFromFile(
  store: BackstepStore,
  reports: Reports,
  file: File,
): Promise<void> {
  const reading = await read(file);
  if (reading.ok) {
    const { network, parked, view, name } = reading;
    store.getState().actions.openFile({ network, parked, view });
    if (name !== "") nameWork(store, name);
    reports.setState({ report: null });
  } else {
    const { problem } = reading;
    const say = (lang: Lang): string => fileMessages(lang).problemText(file.name, problem);
    reports.setState({ report: { urgent: true, say } });
  }
}

async function read(file: File): Promise<FileReading> {
  try {
    return readFile(await file.slice(0, MOST_BYTES).text());
  } catch {
    return { ok: false, problem: { code: "unreadable" } };
  }
}

function fileName(name: string): string {
  const safe = name.replaceAll(RESERVED, "-").slice(0, LONGEST_NAME).trim();
  return `${safe === "" ? "network" : safe}${FILE_ENDING}`;
}

function download(file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  link.click();
  // The browser has taken the text over by the time it gets to anything else.
  setTimeout(() => URL.revokeObjectURL(url));
}
