import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  gif,
  joined,
  jpeg,
  office,
  openDocument,
  pdf,
  png,
  shiftJis,
  webp,
  zip,
} from "#tests/factories/files.ts";
import { attachmentKinds } from "./kinds.ts";
import { proveUploads, type Upload } from "./upload.ts";

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const html = "<!doctype html><script>alert(1)</script>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const error = (...uploads: Upload[]) => proveUploads(uploads).errors.files;
const errorOf = (name: string, bytes: Uint8Array | string) =>
  error({ name, bytes: typeof bytes === "string" ? utf8(bytes) : bytes })?.split(" ")[0];

const sound: Record<string, Uint8Array> = {
  pdf: pdf(),
  docx: office("docx"),
  xlsx: office("xlsx"),
  pptx: office("pptx"),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
  png: png(),
  jpg: jpeg(),
  jpeg: jpeg(),
  webp: webp(),
  gif: gif(),
  csv: utf8("団体,値\r\n佐賀県,1\r\n"),
  txt: utf8("\ufeff本文\n"),
};

describe("a file", () => {
  it.each(attachmentKinds)("of the kind $ending is taken, and known by its ending", (kind) => {
    const bytes = sound[kind.ending] ?? new Uint8Array();
    const proven = proveUploads([{ name: `資料.${kind.ending.toUpperCase()}`, bytes }]);
    expect(proven.errors).toEqual({});
    expect(proven.files[0]?.mediaType).toBe(kind.mediaType);
  });

  it.each(Object.keys(sound))("that is %s is nothing else", (ending) => {
    for (const [other, bytes] of Object.entries(sound)) {
      const same = sound[ending] === bytes || [ending, other].sort().join() === "jpeg,jpg";
      const bothText = [ending, other].every((each) => each === "csv" || each === "txt");
      if (!same && !bothText) expect(errorOf(`x.${ending}`, bytes), other).toBeDefined();
    }
  });

  it("in Shift_JIS is a text, in UTF-16 or with control characters none", () => {
    expect(errorOf("x.csv", shiftJis)).toBeUndefined();
    expect(errorOf("x.csv", utf8("a\u0000b"))).toBe("attachment.text");
    expect(errorOf("x.txt", utf8("a\u001b[31m"))).toBe("attachment.text");
    expect(errorOf("x.txt", new Uint8Array(Buffer.from("\ufeff数", "utf16le")))).toBe(
      "attachment.text",
    );
  });
});

describe("what is refused", () => {
  it.each<[string, string, Uint8Array | string, string]>([
    ["HTML as a PDF", "計画.pdf", html, "attachment.content"],
    ["SVG as a PNG", "図.png", svg, "attachment.content"],
    ["SVG", "図.svg", svg, "attachment.kind"],
    ["HTML", "頁.html", html, "attachment.kind"],
    ["HTML as a text", "x.txt", html, "attachment.content"],
    ["HTML below a CSV", "x.csv", `a,b\n1,2\n${html}`, "attachment.content"],
    ["a shell script", "x.txt", "#!/bin/sh\nrm -rf /", "attachment.content"],
    ["a PDF behind HTML", "x.pdf", joined(html, pdf()), "attachment.content"],
    [
      "a PDF that begins with HTML",
      "x.pdf",
      joined("%PDF-1.4\n", html, pdf()),
      "attachment.content",
    ],
    ["a PDF before a zip", "x.pdf", joined(pdf(), office("docx")), "attachment.content"],
    ["a PDF without an end", "x.pdf", "%PDF-1.4\n1 0 obj", "attachment.content"],
    ["a GIF that is a script", "x.gif", "GIF89a/*  */=1;alert(1)//;", "attachment.content"],
    ["a GIF with more behind it", "x.gif", joined(gif(), html), "attachment.content"],
    ["a PNG with more behind it", "x.png", joined(png(), html), "attachment.content"],
    [
      "a PNG before a zip",
      "x.png",
      joined(png(), zip({ name: "a", content: "" })),
      "attachment.content",
    ],
    [
      "a JPEG that is a script",
      "x.jpg",
      joined(new Uint8Array([255, 216, 255, 224]), "/*", new Uint8Array(80)),
      "attachment.content",
    ],
    ["a WebP with more behind it", "x.webp", joined(webp(), html), "attachment.content"],
    ["a program", "setup.exe", "MZ", "attachment.kind"],
    ["an archive", "x.zip", zip({ name: "a", content: "" }), "attachment.kind"],
    ["an archive as a document", "x.docx", zip({ name: "a", content: "" }), "attachment.content"],
    ["two endings", "x.pdf.exe", pdf(), "attachment.kind"],
    ["a hidden ending", "x\u202efdp.exe", pdf(), "attachment.kind"],
    ["an ending after NUL", "x.exe\u0000.pdf", "MZ", "attachment.content"],
    ["no ending", "readme", "text", "attachment.kind"],
    ["an old document", "x.doc", "\u00d0\u00cf", "attachment.legacy"],
    ["a document with macros by name", "x.docm", office("docx"), "attachment.macros"],
    ["nothing", "x.pdf", "", "attachment.empty"],
  ])("%s", (_, name, bytes, key) => {
    expect(errorOf(name, bytes)).toBe(key);
  });

  it.each<[string, Uint8Array, string]>([
    ["macros", office("docx", { name: "word/vbaProject.bin", content: "x" }), "attachment.macros"],
    [
      "old macros",
      office("docx", { name: "xl/macrosheets/s.xml", content: "x" }),
      "attachment.macros",
    ],
    [
      "a program",
      office("docx", { name: "word/embeddings/a.exe", content: "x" }),
      "attachment.content",
    ],
    ["an archive", office("docx", { name: "word/a.zip", content: "x" }), "attachment.content"],
    ["a way out", office("docx", { name: "../../evil.xml", content: "x" }), "attachment.content"],
    ["a way from the root", office("docx", { name: "/etc/x", content: "x" }), "attachment.content"],
    ["a way by Windows", office("docx", { name: "..\\x", content: "x" }), "attachment.content"],
    ["a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "attachment.protected"],
    ["HTML before it", joined(html, office("docx")), "attachment.content"],
    ["more behind it", joined(office("docx"), html), "attachment.content"],
    [
      "6,000 files",
      office("docx", ...Array.from({ length: 6000 }, (_, n) => ({ name: `${n}`, content: "" }))),
      "attachment.content",
    ],
    [
      "two files of one name",
      office("docx", { name: "Word/Document.xml", content: "x" }),
      "attachment.content",
    ],
  ])("a document with %s", (_, bytes, key) => {
    expect(errorOf("x.docx", bytes)).toBe(key);
  });

  it("a document that unpacks to 400 MB, without unpacking it", () => {
    const bomb = office("docx", { name: "word/a.xml", content: new Uint8Array(400 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const begun = performance.now();
    expect(errorOf("x.docx", bomb)).toBe("attachment.content");
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it("a document whose files lie upon each other", () => {
    const bytes = office("docx");
    const second = bytes.lastIndexOf(0x01) - 2;
    const overlapping = new Uint8Array(bytes);
    // The second file of the directory is said to begin where the first one does.
    overlapping.fill(0, second + 42, second + 46);
    expect(errorOf("x.docx", overlapping)).toBe("attachment.content");
  });

  it("more than five files, one over 10 MB, and one that was not even kept", () => {
    const one = { name: "a.pdf", bytes: pdf() };
    expect(error(one, one, one, one, one)).toBeUndefined();
    expect(error(one, one, one, one, one, one)).toBe("attachment.too_many");
    const large = { name: "大きい.pdf", bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
    expect(error(one, large)).toBe("attachment.too_large 大きい.pdf");
    expect(error({ name: "b.pdf", bytes: null })).toBe("attachment.too_large b.pdf");
  });

  test.prop([fc.constantFrom(...Object.keys(sound)), fc.uint8Array({ maxLength: 300 })])(
    "whatever else, in an orderly way",
    (ending, tail) => {
      const bytes = sound[ending] ?? new Uint8Array();
      for (const broken of [tail, joined(bytes.subarray(0, tail.length), tail)])
        expect(typeof proveUploads([{ name: `x.${ending}`, bytes: broken }]).ok).toBe("boolean");
    },
  );
});
