/** A PDF as Chromium writes it: its objects are text, and a table at the end says where they stand. */
type Pdf = { text: string; places: ReadonlyMap<number, number> };

/**
 * The page on which each anchor stands that a link leads to, counted from 1. Of a PDF as Chromium
 * prints it; empty for one that is written otherwise.
 */
export function pageNumbers(bytes: Uint8Array): ReadonlyMap<string, number> {
  const pdf = opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const root = reference(pdf.text.slice(pdf.text.lastIndexOf("trailer")), "Root");
  const catalog = objectAt(pdf, root);
  const pages = new Map(pagesBelow(pdf, reference(catalog, "Pages")).map((id, at) => [id, at + 1]));
  const anchors = objectAt(pdf, reference(catalog, "Dests"));
  return new Map(
    [...anchors.matchAll(/\/([^\s/[\]<>]+) \[(\d+) 0 R/g)].flatMap(([, anchor = "", page]) => {
      const number = pages.get(Number(page));
      return number === undefined ? [] : [[anchor, number] as const];
    }),
  );
}

function opened(bytes: Buffer): Pdf {
  const text = bytes.toString("latin1");
  const table = text.slice(text.lastIndexOf("\nxref"));
  const places = new Map<number, number>();
  let id = 0;
  for (const [, from, place] of table.matchAll(/^(?:(\d+) \d+|(\d{10}) \d{5} [nf]) *\r?$/gm)) {
    if (from !== undefined) id = Number(from);
    else places.set(id++, Number(place));
  }
  return { text, places };
}

function objectAt({ text, places }: Pdf, id: number | null): string {
  const place = places.get(id ?? -1);
  return place === undefined ? "" : text.slice(place, text.indexOf("endobj", place));
}

function reference(object: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
  return found === undefined ? null : Number(found);
}

/** The pages of a tree of pages, in their order. */
function pagesBelow(pdf: Pdf, id: number | null): number[] {
  const object = objectAt(pdf, id);
  if (id === null || !object.includes("/Type /Pages")) return id === null ? [] : [id];
  const kids = /\/Kids \[([^\]]*)\]/.exec(object)?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(pdf, Number(kid)));
}
