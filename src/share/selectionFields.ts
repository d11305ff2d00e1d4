/** The keys of what is chosen within the views of the derivation, of ∂y/∂x and of the gradient check. */
import {
  CHOICES,
  COUNTS,
  DEFAULT_SELECTION,
  type ChoiceKey,
  type CountKey,
} from "../session/selection.ts";
import { readInteger, readName, type Field } from "./field.ts";
import { readNumber, writeNumber } from "./numbers.ts";
import { excerpt } from "./problem.ts";

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

function counted(key: CountKey): Field {
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

const PLACE = /^([1-9]\d?)\.([1-9]\d?)(?:\.([1-9]\d?))?$/;

const place: Field = {
  key: "place",
  read: (text, { view }, report) => {
    const match = PLACE.exec(text);
    if (match === null) {
      report({ code: "name", key: "place", text: excerpt(text), allowed: ["2.1.1", "2.1", "…"] });
      return;
    }
    view.place = { l: Number(match[1]), i: Number(match[2]), j: Number(match[3] ?? 0) };
  },
  // Elsewhere it is only what was selected last, which nothing shows.
  write: ({ view: { place: chosen, tab } }) => {
    if (chosen === null || tab !== "derivation") return null;
    const { l, i, j } = chosen;
    return j === 0 ? `${l}.${i}` : `${l}.${i}.${j}`;
  },
};

const ENTRY = /^([1-9]\d?)\.([1-9]\d?)$/;

const entry: Field = {
  key: "entry",
  read: (text, { view }, report) => {
    const match = ENTRY.exec(text);
    if (match !== null) view.entry = { i: Number(match[1]), j: Number(match[2]) };
    else report({ code: "name", key: "entry", text: excerpt(text), allowed: ["1.1", "2.1", "…"] });
  },
  write: ({ view: { entry: chosen } }) => {
    const text = `${chosen.i}.${chosen.j}`;
    return text === "1.1" ? null : text;
  },
};

const h: Field = {
  key: "h",
  read: (text, { view }, report) => {
    readNumber("h", text, report, (value) => {
      if (value > 0) view.h = value;
      else report({ code: "name", key: "h", text: excerpt(text), allowed: ["1e-1", "…", "1e-15"] });
    });
  },
  write: ({ view }) => (view.h === DEFAULT_SELECTION.h ? null : writeNumber(view.h)),
};

export const SELECTION_FIELDS: readonly Field[] = [
  place,
  named("from"),
  counted("merge"),
  counted("lines"),
  counted("path"),
  named("comparison"),
  named("jacobian"),
  named("order"),
  counted("product"),
  entry,
  counted("through"),
  named("paths"),
  h,
  named("run"),
  named("check"),
  named("against"),
  named("sort"),
  counted("page"),
  named("growth"),
  named("costs"),
  counted("size"),
];
