/**
 * The keys of format version 1, each with how it is read and how it is written, in the order in
 * which both are done (docs/url-format.md is this table in words). Before the table come `net`,
 * which decides how large everything else is (sizes.ts), and `seed`, which decides what is there
 * before anything is read into it; weights are always written out, so it is never written.
 *
 * Version 1 is frozen: what a link in it opens must never change. A new meaning needs `v=2`.
 */
import { ACTIVATIONS, LOSSES, type Activation } from "../engine/network.ts";
import { DEFAULT_DIGITS, DIGITS_RANGE } from "../numbers/format.ts";
import { DEFAULT_ACTIVATION, DEFAULT_ETA } from "../session/blank.ts";
import { refExists } from "../session/exists.ts";
import { existingForward, parseForward, refOfSeed, writeForward } from "../session/forward.ts";
import { TABS } from "../session/session.ts";
import { LANGS, PASSAGES, THEMES } from "../session/view.ts";
import { sameAddress, START, writeAddress } from "../steps/address.ts";
import { GRANULARITIES } from "../steps/plan.ts";
import { existingAddress, readAt } from "./at.ts";
import { readInteger, readName, type Field } from "./field.ts";
import {
  readList,
  readMatrix,
  readNumber,
  writeList,
  writeMatrix,
  writeNumber,
} from "./numbers.ts";
import { excerpt } from "./problem.ts";
import { SELECTION_FIELDS } from "./selectionFields.ts";

/** The fields of a network with L layers. */
export function fieldsFor(L: number): readonly Field[] {
  const parameters: Field[] = [];
  for (let l = 2; l <= L; l++) parameters.push(weights(l), biases(l));
  return [act, loss, input, target, ...parameters, eta, ...VIEW_FIELDS];
}

/** Whether a key is `w` or `b` of some layer, and of which one. */
export function layerOfKey(key: string): number | null {
  const match = /^[wb](0|[1-9]\d{0,3})$/.exec(key);
  return match === null ? null : Number(match[1]);
}

const act: Field = {
  key: "act",
  read: (text, draft, report) => {
    const { L } = draft.layout;
    const names = text.split(",");
    if (names.length !== 1 && names.length !== L - 1) {
      report({ code: "count", key: "act", found: names.length, expected: L - 1 });
      return;
    }
    const activations: Activation[] = [];
    for (const name of names) {
      const known = readName("act", name, ACTIVATIONS, report);
      if (known === null) return;
      activations.push(known);
    }
    const hidden = activations.length === 1 ? (L > 2 ? activations : []) : activations.slice(0, -1);
    const softmax = hidden.indexOf("softmax");
    if (softmax >= 0) report({ code: "hiddenSoftmax", key: "act", l: softmax + 2 });
    else draft.activations = activations;
  },
  write: ({ network: { activations } }) => {
    if (activations.length === 0) return null;
    const [first] = activations;
    if (activations.some((activation) => activation !== first)) return activations.join(",");
    return first === DEFAULT_ACTIVATION ? null : first;
  },
};

const loss: Field = {
  key: "loss",
  read: (text, draft, report) => {
    draft.loss = readName("loss", text, LOSSES, report) ?? draft.loss;
  },
  write: ({ network }) => (network.loss === "l2" ? null : network.loss),
};

const input: Field = {
  key: "x",
  read: (text, draft, report) => readList("x", text, draft.x, report),
  write: ({ network }) => listUnlessZero(network.x),
};

const target: Field = {
  key: "t",
  read: (text, draft, report) => readList("t", text, draft.t, report),
  write: ({ network }) => listUnlessZero(network.t),
};

function weights(l: number): Field {
  const key = `w${l}`;
  return {
    key,
    read: (text, draft, report) => {
      const { weightOffset, sizes } = draft.layout;
      const values = draft.w.subarray(weightOffset[l], weightOffset[l + 1]);
      const mask = draft.mask.subarray(weightOffset[l], weightOffset[l + 1]);
      readMatrix(key, l, text, { values, mask, columns: sizes[l - 2] }, report);
    },
    write: ({ network: { layout, w, mask } }) => {
      const [start, end] = [layout.weightOffset[l], layout.weightOffset[l + 1]];
      const edges = mask === null ? null : mask.subarray(start, end);
      return writeMatrix(w.subarray(start, end), edges, layout.sizes[l - 2]);
    },
  };
}

function biases(l: number): Field {
  const key = `b${l}`;
  return {
    key,
    read: (text, draft, report) => {
      const { neuronOffset } = draft.layout;
      readList(key, text, draft.b.subarray(neuronOffset[l], neuronOffset[l + 1]), report);
    },
    write: ({ network: { layout, b } }) =>
      listUnlessZero(b.subarray(layout.neuronOffset[l], layout.neuronOffset[l + 1])),
  };
}

const eta: Field = {
  key: "eta",
  read: (text, draft, report) => {
    readNumber("eta", text, report, (value) => {
      draft.eta = value;
    });
  },
  write: ({ network }) => (network.eta === DEFAULT_ETA ? null : writeNumber(network.eta)),
};

/** What `forward` takes: `.3` for any layer, the last for any weight, bias or input. */
const FORWARD_NAMES = ["written", "repaired", "repaired.3", "w2.1.1"];

/** The fields of the view; only `at` depends on the network. */
export const VIEW_FIELDS: readonly Field[] = [
  {
    // Before `at`: an address the network has not is moved to the nearest step.
    key: "by",
    read: (text, { view }, report) => {
      const by = readName("by", text, GRANULARITIES, report);
      if (by !== null) view.by = by;
    },
    write: ({ view }) => (view.by === "neuron" ? null : view.by),
  },
  {
    key: "at",
    read: readAt,
    write: ({ network, view }) => {
      const at = existingAddress(network, view.by, view.at);
      return sameAddress(at, START) ? null : writeAddress(at);
    },
  },
  {
    key: "view",
    read: (text, { view }, report) => {
      view.tab = readName("view", text, TABS, report) ?? "step";
    },
    write: ({ view }) => (view.tab === "step" ? null : view.tab),
  },
  {
    key: "eq",
    read: (text, { view }, report) => {
      // Word processors make minus signs of hyphens.
      const eq = readName("eq", text.replaceAll("−", "-"), PASSAGES, report);
      if (eq !== null) view.eq = eq;
    },
    write: ({ view }) => view.eq,
  },
  {
    key: "forward",
    read: (text, draft, report) => {
      const choice = parseForward(text);
      const isGone =
        choice !== null &&
        typeof choice !== "string" &&
        draft.layout.L > 0 &&
        !refExists(draft, refOfSeed(choice));
      if (choice !== null && !isGone) draft.view.forward = choice;
      else report({ code: "name", key: "forward", text: excerpt(text), allowed: FORWARD_NAMES });
    },
    write: ({ network, view }) => {
      const forward = existingForward(view.forward, network);
      return forward === "written" ? null : writeForward(forward);
    },
  },
  ...SELECTION_FIELDS,
  {
    key: "digits",
    read: (text, { view }, report) => {
      readInteger("digits", text, DIGITS_RANGE, report, (value) => {
        view.digits = value;
      });
    },
    write: ({ view }) => (view.digits === DEFAULT_DIGITS ? null : String(view.digits)),
  },
  {
    key: "lang",
    read: (text, { view }, report) => {
      const lang = readName("lang", text, LANGS, report);
      if (lang !== null) view.lang = lang;
    },
    write: ({ view }, browserLang) => (view.lang === browserLang ? null : view.lang),
  },
  {
    key: "theme",
    read: (text, { view }, report) => {
      const theme = readName("theme", text, THEMES, report);
      if (theme !== null) view.theme = theme;
    },
    write: ({ view }) => view.theme,
  },
];

/** Null for +0 throughout, which is what an absent list means; −0 is written. */
function listUnlessZero(values: Float64Array): string | null {
  return values.every((value) => Object.is(value, 0)) ? null : writeList(values);
}
