import { crc32, deflateRawSync, deflateSync } from "node:zlib";

// Small files of each kind, whole and valid, and the tricks that are tried with them.

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** Bytes one after the other. */
export function joined(...parts: (Uint8Array | string)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))),
  );
}

/** A PDF of one empty page. */
export function pdf(title = "報告"): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Title <FEFF${Buffer.from(title, "utf16le").swap16().toString("hex")}> >>`,
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  return latin(
    `${text}xref\n0 5\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
}

type Packed = { name: string; content: Uint8Array | string; stored?: boolean; claimed?: number };

/** A zip as programs write it. `claimed` is what the directory says of the unpacked size. */
export function zip(...files: Packed[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, stored = false, claimed } of files) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const called = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(called.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const local = joined("PK\x03\x04", fields, called, packed);
    locals.push(local);
    central.push(joined("PK\x01\x02", Buffer.from([20, 0]), fields, rest, called));
    at += local.length;
  }
  const directory = joined(...central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return joined(...locals, directory, "PK\x05\x06", end);
}

const types = { name: "[Content_Types].xml", content: "<Types/>" };
const parts = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" };

/** A document of Word, Excel or PowerPoint with further files in it. */
export function office(kind: keyof typeof parts, ...more: Packed[]): Uint8Array {
  return zip(types, { name: parts[kind], content: "<x/>" }, ...more);
}

/** An OpenDocument file. */
export function openDocument(kind: "text" | "spreadsheet" | "presentation", ...more: Packed[]) {
  const mimetype = `application/vnd.oasis.opendocument.${kind}`;
  return zip(
    { name: "mimetype", content: mimetype, stored: true },
    { name: "content.xml", content: "<x/>" },
    ...more,
  );
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = joined(type, content);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return joined(numbers.subarray(0, 4), body, numbers.subarray(4));
}

/** One white point. */
export function png(): Uint8Array {
  const header = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const data = deflateSync(new Uint8Array([0, 255]));
  const signature = latin("\x89PNG\r\n\x1a\n");
  return joined(signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", latin("")));
}

/** One point, as short as a GIF comes. */
export function gif(): Uint8Array {
  return new Uint8Array(
    Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
  );
}

/** The head of a camera's picture and as much of the rest as anybody looks at. */
export function jpeg(): Uint8Array {
  return joined(latin("\xff\xd8\xff\xe0\0\x10JFIF\0"), new Uint8Array(64), latin("\xff\xd9"));
}

/** A WebP of the given length of content. */
export function webp(): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(16);
  return joined("RIFF", size, "WEBPVP8 ", new Uint8Array(8));
}

/** 名称 as an older Windows program writes it. */
export const shiftJis = new Uint8Array([0x96, 0xbc, 0x8f, 0xcc, 0x2c, 0x31, 0x0d, 0x0a]);
