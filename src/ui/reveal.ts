/** Height of a table's head that stays in sight, px. */
const HEAD_HEIGHT = 30;

/** What of a line is in sight, and a piece of it, px. */
export interface Sight {
  /** How far the line has been scrolled. */
  readonly scrolled: number;
  /** How much of it is in sight. */
  readonly room: number;
  /** What stays in sight at its start, and covers as much. */
  readonly head: number;
}

/** How far to scroll until the piece from `start` of length `size` is in sight; its start comes first. */
export function scrolledTo({ scrolled, room, head }: Sight, start: number, size: number): number {
  if (start - head < scrolled) return start - head;
  return Math.min(Math.max(scrolled, start + size - room), start - head);
}

/** Scrolls the box of a table, and nothing else, until a row is in sight. */
export function reveal(box: HTMLElement, row: HTMLElement | null): void {
  if (row === null) return;
  const sight = { scrolled: box.scrollTop, room: box.clientHeight, head: HEAD_HEIGHT };
  box.scrollTop = scrolledTo(sight, row.offsetTop, row.offsetHeight);
}

/** Scrolls the box of a table, and nothing else, until a cell is in sight beside its heads. */
export function revealCell(box: HTMLElement, cell: HTMLTableCellElement | null): void {
  const head = cell?.closest("tr")?.querySelector("th");
  if (!cell || !head) return;
  reveal(box, cell);
  const sight = { scrolled: box.scrollLeft, room: box.clientWidth, head: head.offsetWidth };
  box.scrollLeft = scrolledTo(sight, cell.offsetLeft, cell.offsetWidth);
}
