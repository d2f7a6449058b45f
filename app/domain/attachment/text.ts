const encodings = ["utf-8", "shift_jis"] as const;

/** A few kinds of control character that tables and mail leave in a text; all others are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritten = /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f-\u009f\ufffe\uffff]/;
const markup =
  /<(?:!doctype|!--|html|head|body|script|style|iframe|object|embed|svg|math|\?xml)\b/i;

/**
 * Whether bytes are a text that people wrote: UTF-8 or Shift_JIS, no control characters, nothing that
 * a browser takes for a page, no script for a shell. Answers null, or the key of the refusal.
 */
export function checkText(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  if (text === null || unwritten.test(text)) return "attachment.text";
  // A PDF can be written in plain letters, and readers find its header further down too.
  const isOther = /^\s*<|^#!/.test(text) || text.slice(0, 1024).includes("%PDF-");
  return isOther || markup.test(text) ? "attachment.content" : null;
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return null;
}
