/** A matrix of numbers as a sentence for assistive technology: what it is, its shape, its rows. */
import { entryOf, type Matrix } from "../../engine/matrix.ts";
import type { SpeechVocabulary } from "../../formula/speech.ts";
import type { CommonMessages } from "../../i18n/common.ts";
import { formatNumber, type NumberFormat } from "../../numbers/format.ts";

/** The entries of larger matrices are left to the table: nobody follows that many in one breath. */
const MOST_SPOKEN = 100;

interface MatrixVoice {
  readonly words: CommonMessages;
  readonly speech: Pick<SpeechVocabulary, "number">;
  readonly format: NumberFormat;
  /** Whether the table has all entries, or only the first and last of rows and columns. */
  readonly whole: boolean;
}

/** Every entry in the digits of the view, row by row; what is not finite is said to be no number. */
export function speakMatrix(
  name: string,
  matrix: Matrix,
  { words, speech, format, whole }: MatrixVoice,
): string {
  const { rows, columns } = matrix;
  const shape = words.matrix.shape(name, rows, columns);
  if (rows * columns > MOST_SPOKEN) {
    return words.matrix.join([shape, whole ? words.matrix.walk : words.matrix.excerpt]);
  }
  const say = (value: number): string =>
    Number.isFinite(value) ? speech.number(formatNumber(value, format)) : words.noNumber;
  const spoken = Array.from({ length: rows }, (_, n) => {
    const entries = Array.from({ length: columns }, (__, m) => entryOf(matrix, n + 1, m + 1));
    return words.matrix.row(n + 1, entries.map(say));
  });
  return words.matrix.join([shape, ...spoken]);
}
