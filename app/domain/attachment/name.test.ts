import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { cleanFileName, distinctName, endingOf } from "./name.ts";

const anything = fc.string({ unit: "binary", maxLength: 400 });
const length = (text: string) => [...text].length;

describe("a file's name", () => {
  it.each([
    ["令和7年度 実績報告（佐賀県）.xlsx", "令和7年度 実績報告（佐賀県）.xlsx"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\taro\\計画.pdf", "計画.pdf"],
    ["計画\u0000.pdf", "計画.pdf"],
    ["請求\u202efdp.exe", "請求fdp.exe"],
    ["\u2067右\u2069.csv", "右.csv"],
    ["..hidden.pdf", "hidden.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"],
    ["か\u3099くしゅう.docx", "がくしゅう.docx"],
    ["か\u200b\u3099くしゅう.docx", "がくしゅう.docx"],
    ["<script>.csv", "_script_.csv"],
    ["", "無題"],
    ["...", "無題"],
    [".pdf", "pdf"],
    ["末尾. . ", "末尾"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it("is cut to 150 characters before its ending", () => {
    const kept = cleanFileName(`${"長".repeat(300)}.xlsx`);
    expect(kept).toBe(`${"長".repeat(145)}.xlsx`);
  });

  test.prop([anything])("is harmless and cleaned once for all", (given) => {
    const name = cleanFileName(given);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/u);
    expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
    expect(name).toBe(name.normalize("NFC"));
    expect(length(name)).toBeGreaterThan(0);
    expect(length(name)).toBeLessThanOrEqual(150);
    expect(cleanFileName(name)).toBe(name);
  });

  test.prop([fc.stringMatching(/^[あ-ん]{1,200}$/u), fc.constantFrom("pdf", "xlsx", "JPEG")])(
    "keeps its ending",
    (stem, ending) => {
      expect(endingOf(cleanFileName(`${stem}.${ending}`))).toBe(ending.toLowerCase());
    },
  );
});

describe("names within a subject", () => {
  it("are told apart by a number before the ending", () => {
    expect(distinctName("a.pdf", [])).toBe("a.pdf");
    expect(distinctName("a.pdf", ["a.pdf"])).toBe("a（2）.pdf");
    expect(distinctName("A.PDF", ["a.pdf", "a（2）.pdf"])).toBe("A（3）.PDF");
    expect(length(distinctName(`${"長".repeat(146)}.pdf`, [`${"長".repeat(146)}.pdf`]))).toBe(150);
  });

  test.prop([fc.array(anything, { maxLength: 12 })])("never meet", (given) => {
    const names: string[] = [];
    for (const each of given) names.push(distinctName(cleanFileName(each), names));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(length(name)).toBeLessThanOrEqual(150);
  });
});
