/**
 * Reads a block of cells as spreadsheets put it on the clipboard: rows by line breaks, cells by
 * tabs, and a cell that holds one of these in quotation marks, doubled inside. A mark that nothing
 * closes is a mark that somebody typed. No row for the line break after the last one.
 */
export function parseClipboard(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const cell = quotedAt(plain, at) ?? bareAt(plain, at);
    row.push(cell.text);
    at = cell.end;
    if (plain[at] === "\t") {
      at += 1;
      // A tab at the very end opens one more, empty cell.
      if (at < plain.length) continue;
      row.push("");
    } else at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

type Cell = { text: string /** Where the tab or line break after it stands. */; end: number };

const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;

function quotedAt(text: string, at: number): Cell | null {
  quoted.lastIndex = at;
  const match = quoted.exec(text);
  return match && { text: (match[1] ?? "").replaceAll('""', '"'), end: quoted.lastIndex };
}

const bare = /[^\t\n]*/uy;

function bareAt(text: string, at: number): Cell {
  bare.lastIndex = at;
  const match = bare.exec(text);
  return { text: match?.[0] ?? "", end: bare.lastIndex };
}

/** A block as a spreadsheet would put it on the clipboard. */
export function writeClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellText).join("\t")).join("\n");
}

function cellText(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
