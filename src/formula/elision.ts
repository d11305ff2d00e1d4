/** What is left out of sums and matrices that are too long to read. */

/** Sums of more terms than this are shortened. */
const LONG_SUM = 6;
const FIRST = 3;
const LAST = 1;

/** Positions to show, in order; a number of terms left out stands between them. */
export type Shown = readonly ({ readonly show: number } | { readonly omit: number })[];

/** Nothing left out. */
export function allTerms(count: number): Shown {
  return shown(count, () => true);
}

/**
 * Of a long sum the first three terms and the last one, and always the current one (a position, −1 for
 * none). Two neighbouring gaps never meet, and no gap hides just one term.
 */
export function shownTerms(count: number, current: number): Shown {
  if (count <= LONG_SUM) return allTerms(count);
  return shown(count, (k) => k < FIRST || k >= count - LAST || k === current);
}

/** Of n rows or columns, the first ones and the last within a budget of places, the dots included. */
export function shownEntries(n: number, budget: number): Shown {
  if (n <= budget) return allTerms(n);
  const first = Math.max(1, budget - 2);
  return shown(n, (k) => k < first || k === n - 1);
}

function shown(count: number, keep: (k: number) => boolean): Shown {
  const result: ({ show: number } | { omit: number })[] = [];
  let omitted = 0;
  const flush = (upTo: number): void => {
    if (omitted === 1) result.push({ show: upTo - 1 });
    else if (omitted > 1) result.push({ omit: omitted });
    omitted = 0;
  };
  for (let k = 0; k < count; k++) {
    if (keep(k)) {
      flush(k);
      result.push({ show: k });
    } else {
      omitted++;
    }
  }
  flush(count);
  return result;
}

/** How many rows and columns of a matrix fit. */
export interface MatrixBudget {
  readonly rows: number;
  readonly cols: number;
}

/**
 * The budget for a board this wide (CSS pixels). A number takes up to `digits` + 3 characters
 * (sign, "0.", digits), each half an em; columns are an em apart.
 */
export function matrixBudget(width: number, digits: number, fontSize: number): MatrixBudget {
  const column = ((digits + 3) / 2 + 1) * fontSize;
  return { rows: 5, cols: Math.max(2, Math.floor((width - 2 * fontSize) / column)) };
}
