import { textWidth } from "#app/components/charts/label-placement.ts";

/** What may not begin a line, and what may not end one (禁則). */
const noStart = /^[、。，．）」』】〕％%・：；？！ー～,.)\]:;?!]/;
const noEnd = /[（「『【〔([]$/;

/**
 * A text in lines no wider than `width`: drawings do not wrap by themselves. Words of plain letters stay
 * whole, and Japanese text breaks where a reader would allow it. After `most` lines the rest is left out.
 */
export function textLines(text: string, size: number, width: number, most = 20): string[] {
  const pieces = text.match(/[0-9A-Za-z,.%+–-]+|\s+|[^\s]/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const hangs = noStart.test(piece);
    if (line !== "" && !hangs && textWidth(line + piece, size) > width) {
      const kept = noEnd.test(line) ? line.slice(0, -1) : line;
      lines.push(kept.trimEnd());
      line = line.slice(kept.length) + piece.trimStart();
    } else line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`];
}
