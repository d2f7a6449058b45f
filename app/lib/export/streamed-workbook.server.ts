import { PassThrough } from "node:stream";
import { cellValue } from "./cell-value.ts";
import { harmlessText } from "./harmless-text.ts";
import { sheetNames } from "./sheet-name.ts";
import { cellLook, looks } from "./sheet-style.ts";
import type { Cells, Column } from "./table-model.ts";

/**
 * A workbook of one table whose rows come batch by batch, written as they come: for more rows than anybody
 * should hold at once. Words only; the lines of `heading` stand above, the head of the table stays in sight.
 */
export async function* streamWorkbook(
  table: { name: string; heading: readonly string[]; columns: readonly Column[] },
  batches: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const out = new PassThrough();
  const file = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  answerPipes(file as unknown as { zip: Zip }, out);
  passStreamsOn(file);
  const head = table.heading.length + 1;
  const [name] = sheetNames([table.name]);
  const sheet = file.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: head, showGridLines: false }],
  });
  sheet.columns = table.columns.map(({ width }) => ({ width }));
  table.heading.forEach((line, index) => {
    const row = sheet.addRow([harmlessText(line)]);
    row.getCell(1).style = index === 0 ? { font: looks.title.font } : { font: looks.line.font };
    row.commit();
  });
  const names = sheet.addRow(table.columns.map(({ header }) => harmlessText(header)));
  names.eachCell((cell) => {
    cell.style = looks.head;
  });
  names.commit();

  const writing = write();
  // Whoever reads hears of a failure by the end of what is read.
  writing.catch((error) => out.destroy(error));
  try {
    yield* out;
  } finally {
    // Who stops reading stops the writing, too.
    out.destroy();
  }

  async function write() {
    for await (const rows of batches) {
      if (out.destroyed) return;
      for (const cells of rows) {
        const values = table.columns.map((column, index) =>
          cellValue(cells[index] ?? null, column),
        );
        const row = sheet.addRow(
          values.map((value) => (value.kind === "words" ? harmlessText(value.words) : "")),
        );
        row.eachCell((cell, index) => {
          const value = values[index - 1];
          const column = table.columns[index - 1];
          if (value && column) cell.style = cellLook(value, column.kind, false);
        });
        row.commit();
      }
      if (out.writableNeedDrain) await new Promise((drained) => out.once("drain", drained));
    }
    sheet.commit();
    await file.commit();
  }
}

type Append = (source: unknown, data: unknown) => unknown;

/**
 * The archive reads what `pipe` answers, and the writer's own streams answer nothing: each is passed on
 * by one that does, or no sheet could be begun.
 */
function passStreamsOn(file: object): void {
  const { zip } = file as { zip: { append: Append } };
  const append = zip.append.bind(zip);
  zip.append = (source, data) => {
    const { pipe } = Object(source) as { pipe?: (to: PassThrough) => void };
    if (pipe === undefined) return append(source, data);
    const passed = new PassThrough();
    pipe.call(source, passed);
    return append(passed, data);
  };
}

type Source = { pipe?: (to: unknown) => unknown };
type Zip = {
  append: (source: Source, data: unknown) => unknown;
  on: (event: "error", heard: (error: Error) => void) => unknown;
};

/**
 * The zip program expects of a stream that it answers with what it is piped to, which exceljs' own do
 * not; and an error of it that nobody hears would end the process.
 */
function answerPipes({ zip }: { zip: Zip }, out: PassThrough): void {
  const append = zip.append.bind(zip);
  zip.append = (source, data) => {
    const pipe = source.pipe?.bind(source);
    if (pipe)
      source.pipe = (to) => {
        pipe(to);
        return to;
      };
    return append(source, data);
  };
  zip.on("error", (error) => out.destroy(error));
}
