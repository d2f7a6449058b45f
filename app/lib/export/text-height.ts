/**
 * Programs that open a workbook do not grow its rows for joined cells, and some for none at all, so
 * the height is worked out here. A little too high is better than a line cut off.
 */
const lineHeight = 1.35;
const padding = 5;
/** A kanji of ten points, in widths of the digit that column widths are counted in. */
const kanji = 1.9;

/**
 * The height in points that `text` of `size` points needs in a cell `width` digits wide; of one
 * line where there is no text.
 */
export function textHeight(text: string, width: number, size: number): number {
  const room = (Math.max(kanji, width - 1) * 10) / size;
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / room)), 0);
  return lines * size * lineHeight + padding;
}

function lengthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[ -~｡-ﾟ]/.test(character) ? 1 : kanji), 0);
}
