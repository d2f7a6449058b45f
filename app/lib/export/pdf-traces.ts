/** Where Chromium's printer writes when and by which browser a document was made. */
const traces = /\/(?:CreationDate|ModDate) \(D:[^()]*\)|\/Creator \((?:[^()\\]|\\.)*\)/g;

/** The information dictionary is the first object of the file. */
const longestHead = 8192;

/**
 * A PDF without the time it was made and the version of the browser, so that the same contents are
 * the same file. Blanks take their place: a PDF refers to its parts by their position.
 */
export function withoutTraces(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const head = bytes.subarray(0, longestHead).toString("latin1");
  const end = head.indexOf("endobj");
  const blanked = head
    .slice(0, end === -1 ? 0 : end)
    .replace(traces, (trace) => " ".repeat(trace.length));
  bytes.write(blanked, 0, "latin1");
  return pdf;
}
