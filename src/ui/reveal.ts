/** Height of a table's head that stays in sight, px. */
const HEAD_HEIGHT = 30;

/** Scrolls the box of a table, and nothing else, until a row is in sight. */
export function reveal(box: HTMLElement, row: HTMLElement | null): void {
  if (row === null) return;
  const top = row.offsetTop - HEAD_HEIGHT;
  const bottom = row.offsetTop + row.offsetHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
