import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { office, zip } from "#tests/factories/files.ts";
import { openSpreadsheet, workbookXml } from "#tests/factories/workbooks.ts";
import { readTable } from "./read-table.server.ts";

const mega = 1024 * 1024;
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/import/${name}`, import.meta.url)));

/** How a reading ends, the milliseconds it took and by how many MB the process grew meanwhile. */
async function outcomeOf(bytes: Uint8Array) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const begun = performance.now();
  const result = await readTable({ name: "表", bytes }, { rows: 100_000 }, () => {});
  const took = performance.now() - begun;
  clearInterval(watch);
  return { problem: result.ok ? null : result.problem, took, grown: (most - before) / mega };
}

/** A workbook that stays small because the same bytes follow each other. */
function sheetOf(part: string, times: number, around: [string, string] = ["", ""]): Uint8Array {
  return workbookXml({ rows: around[0] + part.repeat(times) + around[1] });
}

const cell = (value: string) => `<row><c t="inlineStr"><is><t>${value}</t></is></c></row>`;
const lol = Array.from(
  { length: 20 },
  (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
).join("");
const entities = `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>`;

/** The second part of a zip says that it is shorter than it is. */
function lying(): Uint8Array {
  return zip(
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "content.xml", content: " ".repeat(200 * mega), claimed: 100 },
  );
}

/** What is sent to bring a server down is refused: in time, and within the memory of one reading. */
describe("a hostile file", () => {
  // In the order of the table; each is made when its turn comes, because some are large.
  it.each<[string, () => Uint8Array, string, number]>([
    [
      "that unpacks to 400 MB",
      () => office("xlsx", { name: "xl/a.xml", content: new Uint8Array(400 * mega) }),
      "unreadable",
      2000,
    ],
    ["that unpacks to more than it says", lying, "unreadable", 2000],
    [
      "with one cell of 250 MB",
      () => sheetOf("a", 250 * mega, ["<row><c><v>", "</v></c></row>"]),
      "too_large",
      3000,
    ],
    [
      "with one cell of 40,000 characters",
      () => sheetOf(cell("a".repeat(40_000)), 1),
      "too_large",
      2000,
    ],
    ["with 10 million empty rows", () => sheetOf("<row/>", 10_000_000), "too_many_rows", 6000],
    [
      "with 1,048,576 empty rows and nothing else",
      () =>
        workbookXml({
          rows: "<row/>".repeat(1_048_576),
          before: '<dimension ref="A1:XFD1048576"/>',
        }),
      "empty",
      6000,
    ],
    ["with 200,000 rows", () => sheetOf(cell("a"), 200_000), "too_many_rows", 6000],
    [
      "whose million cells share a long text",
      () =>
        workbookXml({
          rows: `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(5000),
          strings: `<si><t>${"長".repeat(32_000)}</t></si>`,
        }),
      "too_large",
      4000,
    ],
    ["with entities that unfold", () => withDoctype(), "unreadable", 2000],
    [
      "in OpenDocument with a billion laughs",
      () => openSpreadsheet("<table:table table:name='&l20;'/>", entities),
      "unreadable",
      2000,
    ],
    [
      "in OpenDocument with every cell of a sheet full",
      () =>
        openSpreadsheet(
          `<table:table table:name="表"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="200" office:value-type="float" office:value="1"/></table:table-row></table:table>`,
        ),
      "too_many_rows",
      6000,
    ],
    ["that nests without an end", () => sheetOf("<a>", 5_000_000), "unreadable", 2000],
  ])(
    "%s",
    async (_, made, expected, most) => {
      const { problem, took, grown } = await outcomeOf(made());
      expect(problem).toBe(expected);
      expect(took).toBeLessThan(most);
      expect(grown).toBeLessThan(400);
    },
    30_000,
  );

  it("in the old format whose bytes were shuffled is refused or read, and nothing breaks", async () => {
    const sound = fixture("libreoffice.xls");
    for (let round = 0; round < 8; round++) {
      const broken = sound.slice();
      for (let at = 600 + round; at < broken.length; at += 97 + round)
        broken[at] = (at * 31) & 0xff;
      expect(typeof (await outcomeOf(broken)).took).toBe("number");
    }
  }, 60_000);
});

function withDoctype(): Uint8Array {
  const sheet = `${entities}<worksheet><sheetData><row><c t="str"><v>&l20;</v></c></row></sheetData></worksheet>`;
  const relation = (type: string, target: string) =>
    `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
  return zip(
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "_rels/.rels", content: relation("officeDocument", "xl/workbook.xml") },
    {
      name: "xl/workbook.xml",
      content: '<workbook><sheets><sheet name="表" id="r1"/></sheets></workbook>',
    },
    { name: "xl/_rels/workbook.xml.rels", content: relation("worksheet", "sheet1.xml") },
    { name: "xl/sheet1.xml", content: sheet },
  );
}
