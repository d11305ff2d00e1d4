/** An upright rectangle in stage pixels, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxAround(cx: number, cy: number, width: number, height: number): Box {
  return { x: cx - width / 2, y: cy - height / 2, width, height };
}

/** Whether two boxes come closer than `space` pixels. */
export function overlaps(a: Box, b: Box, space = 0): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  );
}

export function contains(box: Box, x: number, y: number, slop = 0): boolean {
  return (
    x >= box.x - slop &&
    x <= box.x + box.width + slop &&
    y >= box.y - slop &&
    y <= box.y + box.height + slop
  );
}
