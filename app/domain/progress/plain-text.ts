/** What was typed, as it is kept: line breaks stay, blanks at the ends of lines and of the text go. */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+$/gm, "")
    .trim();
}
