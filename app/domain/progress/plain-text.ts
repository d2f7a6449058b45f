import { trimLineEnds } from "../line-ends.ts";

/** What was typed, as it is kept: line breaks stay, blanks at the ends of lines and of the text go. */
export function plainText(typed: string): string {
  return trimLineEnds(typed).trim();
}
