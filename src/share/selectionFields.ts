/** The keys of what is chosen within the views of the derivation, of ∂y/∂x and of the gradient check. */
import {
  CHOICES,
  COUNTS,
  DEFAULT_SELECTION,
  type ChoiceKey,
  type ChosenPlace,
  type CountKey,
} from "../session/selection.ts";
import { readInteger, readName, type Field } from "./field.ts";
import {
  lastLayer,
  lastLine,
  lastNeuron,
  lastPage,
  lastProduct,
  nearestEntry,
  nearestH,
  nearestPlace,
  type Reach,
} from "./nearest.ts";
import { readNumber, writeNumber } from "./numbers.ts";
import { excerpt, type Report } from "./problem.ts";

function named(key: ChoiceKey): Field {
  return {
    key,
    read: (text, { view }, report) => {
      const name = readName<string>(key, text, CHOICES[key], report);
      if (name !== null) Object.assign(view, { [key]: name });
    },
    write: ({ view }) => (view[key] === DEFAULT_SELECTION[key] ? null : view[key]),
  };
}

function counted(key: "path" | "size"): Field {
  return {
    key,
    read: (text, { view }, report) => {
      readInteger(key, text, COUNTS[key], report, (count) => {
        view[key] = count;
      });
    },
    write: ({ view }) => (view[key] === DEFAULT_SELECTION[key] ? null : `${view[key]}`),
  };
}

/** Names what is used in place of what was given, if that is another one. */
function reportNearest(key: string, given: string, used: string, report: Report): void {
  if (used !== given) report({ code: "nearest", key, text: excerpt(given), used });
}

/** A number that a network has only so many of. */
function upTo(key: Exclude<CountKey, "path" | "size">, last: (reach: Reach) => number): Field {
  return {
    key,
    read: (text, draft, report) => {
      readInteger(key, text, COUNTS[key], report, (count) => {
        const used = Math.min(count, last(draft));
        draft.view[key] = used;
        reportNearest(key, `${count}`, `${used}`, report);
      });
    },
    write: ({ network, view }) => {
      const chosen = view[key];
      const shown = chosen && Math.min(chosen, last(network));
      return shown === DEFAULT_SELECTION[key] ? null : `${shown}`;
    },
  };
}

const PLACE = /^([1-9]\d?)\.([1-9]\d?)(?:\.([1-9]\d?))?$/;

const place: Field = {
  key: "place",
  read: (text, draft, report) => {
    const match = PLACE.exec(text);
    if (match === null) {
      report({ code: "name", key: "place", text: excerpt(text), allowed: ["2.1.1", "2.1", "…"] });
      return;
    }
    const given = { l: Number(match[1]), i: Number(match[2]), j: Number(match[3] ?? 0) };
    const used = nearestPlace(given, draft);
    draft.view.place = used;
    reportNearest("place", writePlace(given), writePlace(used), report);
  },
  // Elsewhere it is only what was selected last, which nothing shows.
  write: ({ network, view: { place: chosen, tab } }) =>
    chosen === null || tab !== "derivation" ? null : writePlace(nearestPlace(chosen, network)),
};

function writePlace({ l, i, j }: ChosenPlace): string {
  return j === 0 ? `${l}.${i}` : `${l}.${i}.${j}`;
}

const ENTRY = /^([1-9]\d?)\.([1-9]\d?)$/;

const entry: Field = {
  key: "entry",
  read: (text, draft, report) => {
    const match = ENTRY.exec(text);
    if (match === null) {
      report({ code: "name", key: "entry", text: excerpt(text), allowed: ["1.1", "2.1", "…"] });
      return;
    }
    const used = nearestEntry({ i: Number(match[1]), j: Number(match[2]) }, draft);
    draft.view.entry = used;
    reportNearest("entry", text, `${used.i}.${used.j}`, report);
  },
  write: ({ network, view }) => {
    const { i, j } = nearestEntry(view.entry, network);
    const text = `${i}.${j}`;
    return text === "1.1" ? null : text;
  },
};

const h: Field = {
  key: "h",
  read: (text, { view }, report) => {
    readNumber("h", text, report, (value) => {
      if (value > 0) {
        view.h = nearestH(value);
        reportNearest("h", writeNumber(value), writeNumber(view.h), report);
      } else {
        report({ code: "name", key: "h", text: excerpt(text), allowed: ["1e-1", "…", "1e-15"] });
      }
    });
  },
  write: ({ view }) => {
    const shown = nearestH(view.h);
    return shown === DEFAULT_SELECTION.h ? null : writeNumber(shown);
  },
};

export const SELECTION_FIELDS: readonly Field[] = [
  place,
  named("from"),
  upTo("merge", lastLayer),
  upTo("lines", lastLine),
  counted("path"),
  named("comparison"),
  named("jacobian"),
  named("order"),
  upTo("product", lastProduct),
  entry,
  upTo("through", lastNeuron),
  named("paths"),
  h,
  named("run"),
  named("check"),
  named("against"),
  named("sort"),
  upTo("page", lastPage),
  named("growth"),
  named("costs"),
  counted("size"),
];
