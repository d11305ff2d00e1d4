/** Choosing an entry of a matrix, row and column from 1, by the arrow keys. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The entry a key leads to; at the edge the same one; null for another key. */
export function cellAfter(
  key: string,
  { row, column }: Cell,
  size: { readonly rows: number; readonly columns: number },
): Cell | null {
  if (!Object.hasOwn(MOVES, key)) return null;
  const [down, right] = MOVES[key];
  return { row: within(row + down, size.rows), column: within(column + right, size.columns) };
}

/** The index, or the nearest one there is. */
export function within(index: number, count: number): number {
  return Math.max(1, Math.min(count, index));
}
