import { cleanFileName } from "#app/domain/attachment/name.ts";
import type { Upload } from "#app/domain/attachment/upload.ts";
import type { TableRow } from "#app/domain/import/table.ts";
import { readTable } from "#app/lib/import/read-table.server.ts";

/**
 * What a round's form may hold: far more than any organisation is asked. Read within the time that a
 * request has (server/deadline), with some left to answer.
 */
const limits = { rows: 10_000, columns: 100, milliseconds: 12_000 };

type ReadUpload =
  | { ok: true; name: string; bytes: Uint8Array; rows: TableRow[] }
  | { ok: false /** Key of the message catalogue. */; error: string };

/** Reads the one spreadsheet that a form sent. */
export async function readUpload(
  files: readonly Upload[],
  signal: AbortSignal,
): Promise<ReadUpload> {
  const [file, ...more] = files;
  if (!file) return { ok: false, error: "import.no_file" };
  const { bytes } = file;
  const name = cleanFileName(file.name);
  if (more.length > 0) return { ok: false, error: "import.one_file" };
  if (bytes === null) return { ok: false, error: `import.too_large ${name}` };
  const rows: TableRow[] = [];
  const read = await readTable(
    { name, bytes },
    limits,
    (some) => {
      rows.push(...some);
    },
    signal,
  );
  return read.ok
    ? { ok: true, name, bytes, rows }
    : { ok: false, error: `table.${read.problem} ${name}` };
}
