/** A made-up file behind a made-up status update or a step of a milestone. */
export type DemoAttachment = {
  /** The update of an organisation by its version, or the milestone by its key and version. */
  behind:
    | { project: string; organisation: string; scope: "own" | "whole"; version: number }
    | { project: string; milestone: string; version: number };
  name: string;
  mediaType: "text/csv" | "application/pdf";
  content: Uint8Array;
};

const note = "デモデータ（実在の資料ではありません）";

export const demoAttachments: readonly DemoAttachment[] = [
  {
    behind: { project: "SHG-5-2", organisation: "fukuoka", scope: "whole", version: 2 },
    name: "共通データ項目一覧.csv",
    mediaType: "text/csv",
    content: csv([
      ["項目", "形式", "必須"],
      ["施設名", "文字列", "○"],
      ["所在地", "文字列", "○"],
      ["緯度・経度", "数値", ""],
      ["開館時間", "文字列", ""],
      ["更新日", "日付", "○"],
      [note, "", ""],
    ]),
  },
  {
    behind: { project: "SHG-5-2", organisation: "saga", scope: "own", version: 1 },
    name: "観光施設データ点検結果（市町別）.csv",
    mediaType: "text/csv",
    content: csv([
      ["市町", "施設数", "共通項目への適合"],
      ["Ａ市", "48", "41"],
      ["Ｂ市", "36", "22"],
      ["Ｃ町", "12", "12"],
      [note, "", ""],
    ]),
  },
  {
    behind: { project: "SHG-5-2", milestone: "items", version: 3 },
    name: "第１回オープンデータ担当者会議 資料２.pdf",
    mediaType: "application/pdf",
    content: pdf([
      "令和８年度第１回オープンデータ担当者会議　資料２",
      "共通のデータ項目（決定）",
      "１　施設名、所在地、緯度・経度、開館時間、更新日を共通の項目とする。",
      "２　文字コードはUTF-8とし、見出しの行を１行置く。",
      note,
    ]),
  },
];

function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => `${row.join(",")}\r\n`).join("");
  // With the mark by which Excel knows UTF-8.
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** One page of A4 in a Japanese typeface that readers bring along. */
function pdf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `<${utf16(line)}> Tj 0 -32 Td`).join("\n");
  const page = `BT /F1 14 Tf 60 760 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (ja-JP) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> /FontDescriptor 7 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>",
    `<< /Title <FEFF${utf16(lines[0] ?? "")}> >>`,
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${size - 1} 0 R >>`;
  return new TextEncoder().encode(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`);
}

function utf16(line: string): string {
  return Buffer.from(line, "utf16le").swap16().toString("hex");
}
