import { zip } from "./files.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

export type WorkbookXml = {
  /** What stands in <sheetData>, or before it as well. */
  rows: string;
  before?: string;
  /** What stands in <sst>; without it the workbook shares no strings. */
  strings?: string;
  /** What stands in <styleSheet>. */
  styles?: string;
  /** A prefix for every element of a sheet, as of `x:`. */
  prefix?: string;
  /** Whether parts are named from the root. */
  absolute?: boolean;
  workbookPr?: string;
};

/** A workbook of one sheet 「表」, part by part, as other programs than Excel may write it. */
export function workbookXml({
  rows,
  before = "",
  strings,
  styles,
  prefix = "",
  absolute = false,
  workbookPr = "",
}: WorkbookXml): Uint8Array {
  const at = absolute ? "/xl/" : "";
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const name = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${packageRelations}">${link("r1", "officeDocument", `${absolute ? "/" : ""}xl/workbook.xml`)}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}">${link("r1", "worksheet", `${at}worksheets/sheet1.xml`)}${link("r2", "sharedStrings", `${at}sharedStrings.xml`)}${link("r3", "styles", `${at}styles.xml`)}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<${prefix}worksheet ${name}="${main}">${before}<${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`,
    ...(strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
  };
  return zip(
    ...Object.entries(parts).map(([name, content]) => ({ name, content: head + content })),
  );
}

/** An OpenDocument spreadsheet by what stands in the body of its content. */
export function openSpreadsheet(body: string, beforeRoot = ""): Uint8Array {
  const names = ["office", "table", "text", "draw"]
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(" ");
  const content = `${head}${beforeRoot}<office:document-content ${names} xmlns:calcext="urn:c"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return zip(
    {
      name: "mimetype",
      content: "application/vnd.oasis.opendocument.spreadsheet",
      stored: true,
    },
    { name: "content.xml", content },
  );
}
