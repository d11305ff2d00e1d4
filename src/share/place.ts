/** Where in a text something stands, as an editor counts: both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of the character at an offset; lines end with `\n`, `\r\n` or `\r`. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let k = 0; k < offset; k++) {
    const character = text[k];
    if (character !== "\n" && (character !== "\r" || text[k + 1] === "\n")) continue;
    line++;
    start = k + 1;
  }
  return { line, column: offset - start + 1 };
}
