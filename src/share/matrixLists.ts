/**
 * Matrices in brackets: lists and tuples of Python and JSON, the reprs of NumPy and PyTorch with
 * what they wrap around them, braces of Mathematica, MATLAB's `[1 2; 3 4]`.
 */
import { Unreadable, type Cell, type CellRows } from "./matrixProblem.ts";
import { excerpt } from "./problem.ts";

/** What stood before an item; a comma and a line break are a comma. */
type Separator = "space" | "line" | "comma" | "semicolon";

interface Item {
  readonly before: Separator;
  readonly value: Cell | Group;
}

interface Group {
  readonly at: number;
  /** The character that closes it; "" for the text as a whole. */
  readonly closing: string;
  /** Whether a name stands before it: `array(…)`. */
  readonly call: boolean;
  readonly items: Item[];
}

type Rows = readonly (readonly Cell[])[];

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };
const WORD = /[^\s[\](){},;]+/y;
/** A function's name, perhaps after `W=`. */
const CALLED = /^(.*=)?[A-Za-z_][\w.]*$/;
const KEYWORD = /^[A-Za-z_]\w*=/;
/** MATLAB carries a line on after three dots. */
const CONTINUATION = /\.\.\.[ \t]{0,100}\n/y;
/** The length from which a line is one that NumPy has wrapped (at 75 characters). */
const WRAPPED = 50;

/** The entries of a text with brackets. */
export function readLists(text: string): CellRows {
  const groups = matricesIn(parse(text), text);
  const { rows, notation } = readGroups(groups);
  return { rows, notation: groups.some(({ closing }) => closing === "}") ? "braces" : notation };
}

function readGroups(groups: readonly Group[]): CellRows {
  if (groups.length > 1) return { rows: groups.map(flatRow), notation: "list" };
  let [group] = groups;
  let nested = false;
  while (group.items.length === 1 && isGroup(group.items[0].value)) {
    group = group.items[0].value;
    nested = true;
  }
  if (group.items.some(({ value }) => isGroup(value))) {
    return { rows: group.items.map(({ value }) => flatRow(value)), notation: "list" };
  }
  const rows = nested ? [flatRow(group)] : matlabRows(group);
  const matlab = group.closing === "]" && (rows.length > 1 || hasSpaces(group));
  return { rows, notation: matlab && !nested ? "matlab" : "list" };
}

function isGroup(value: Cell | Group): value is Group {
  return "items" in value;
}

function hasSpaces({ items }: Group): boolean {
  return items.slice(1).some(({ before }) => before === "space");
}

/** The brackets of a text, as a tree whose root is the text. One pass, without recursion. */
function parse(text: string): Group {
  const root: Group = { at: 0, closing: "", call: false, items: [] };
  const open: Group[] = [root];
  let before: Separator = "space";
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    const group = open.at(-1)!;
    if (character in CLOSING) {
      const name = character === "(" ? takeName(group, at) : null;
      const inner = { at, closing: CLOSING[character], call: name !== null, items: [] };
      group.items.push({ before: name?.before ?? before, value: inner });
      open.push(inner);
      before = "space";
      at++;
    } else if (")]}".includes(character)) {
      if (character !== group.closing)
        throw new Unreadable({ code: "bracket", text: character }, at);
      open.pop();
      if (group.call) unwrapCall(open.at(-1)!, group);
      before = "space";
      at++;
    } else if (character === ",") {
      if (before === "comma" || group.items.length === 0) throw missingEntry(at);
      before = "comma";
      at++;
    } else if (character === ";") {
      before = "semicolon";
      at++;
    } else if (/\s/.test(character)) {
      if (character === "\n" && before === "space") before = "line";
      at++;
    } else {
      CONTINUATION.lastIndex = at;
      if (CONTINUATION.test(text) && !endsWithGroup(group)) {
        at = CONTINUATION.lastIndex;
      } else {
        WORD.lastIndex = at;
        const [word] = WORD.exec(text)!;
        group.items.push({ before, value: { text: word, at } });
        before = "space";
        at += word.length;
      }
    }
  }
  if (open.length > 1) {
    const { at: opened } = open[1];
    throw new Unreadable({ code: "bracket", text: text[opened] }, opened);
  }
  return root;
}

/** Dots after a row are NumPy's, for rows that it has left out. */
function endsWithGroup({ items }: Group): boolean {
  const last = items.at(-1);
  return last !== undefined && isGroup(last.value);
}

function missingEntry(at: number): Unreadable {
  const fault = { code: "number", row: 0, column: 0, text: ",", reason: "empty" } as const;
  return new Unreadable(fault, at);
}

/** The name that stands right before a bracket, taken out of the items; null if there is none. */
function takeName({ items }: Group, at: number): Item | null {
  const last = items.at(-1);
  if (last === undefined || isGroup(last.value)) return null;
  const { text, at: from } = last.value;
  const called = from + text.length === at && text.length < 200 ? CALLED.exec(text) : null;
  if (called === null) return null;
  items.pop();
  const [, assigned] = called;
  if (assigned !== undefined) items.push({ ...last, value: { text: assigned, at: from } });
  return last;
}

/** `array(x, dtype=float32)` is x. What follows the first keyword is about x, not of it. */
function unwrapCall(parent: Group, call: Group): void {
  const keyword = call.items.findIndex(({ value }) => !isGroup(value) && KEYWORD.test(value.text));
  const values = keyword < 0 ? call.items : call.items.slice(0, keyword);
  const { before } = parent.items.pop()!;
  if (values.length !== 1) {
    throw new Unreadable(
      { code: "stray", text: excerpt(textOf(call.items.at(1)?.value)) },
      call.at,
    );
  }
  parent.items.push({ before, value: values[0].value });
}

function textOf(value: Cell | Group | undefined): string {
  if (value === undefined) return "()";
  return isGroup(value) ? "(…)" : value.text;
}

/** The groups of the text; before them may stand `W =` or `Parameter containing:`. */
function matricesIn({ items }: Group, text: string): readonly Group[] {
  const assignment = items.findLastIndex(
    ({ value }) => !isGroup(value) && /[=:]$/.test(value.text),
  );
  const values = items.slice(assignment + 1).map(({ value }) => value);
  const leading = items.slice(0, assignment + 1).find(({ value }) => isGroup(value));
  const stray =
    leading?.value ?? (values.length > 1 ? values.find((value) => !isGroup(value)) : undefined);
  if (stray !== undefined) {
    throw new Unreadable({ code: "stray", text: excerpt(textOf(stray)) }, stray.at);
  }
  if (values.length === 0) throw new Unreadable({ code: "empty" }, text.length);
  return values.map((value) =>
    isGroup(value) ? value : { ...NO_GROUP, items: [{ before: "space", value }] },
  );
}

/** Around a number that stands alone: `tensor(0.5)`. */
const NO_GROUP = { at: 0, closing: "", call: false } as const;

/** The entries of a row of a list of rows. */
function flatRow(value: Cell | Group): readonly Cell[] {
  if (!isGroup(value)) throw new Unreadable({ code: "stray", text: excerpt(value.text) }, value.at);
  return value.items.map(({ before, value: entry }) => {
    if (isGroup(entry)) throw new Unreadable({ code: "tooDeep" }, entry.at);
    if (before === "semicolon") throw new Unreadable({ code: "stray", text: ";" }, entry.at);
    return entry;
  });
}

/** The rows of a single bracket: by semicolons, or else by lines that NumPy has not wrapped. */
function matlabRows({ items }: Group): Rows {
  const lines = split(items, (before) => before === "line" || before === "semicolon");
  const rows = split(items, (before) => before === "semicolon");
  const wrapped = lines.slice(0, -1).every((line) => {
    const last = line.at(-1)!;
    return last.at + last.text.length - line[0].at >= WRAPPED;
  });
  return rows.length === 1 && wrapped ? rows : lines;
}

function split(items: readonly Item[], begins: (before: Separator) => boolean): Rows {
  const rows: Cell[][] = [];
  for (const { before, value } of items) {
    if (rows.length === 0 || begins(before)) rows.push([]);
    rows.at(-1)!.push(value as Cell);
  }
  return rows;
}
