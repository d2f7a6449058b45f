/** More characters than any field takes, whatever is tidied away: so much is refused unread. */
export const longestTyped = 20_000;

/**
 * Line breaks as one sign, and no blanks at the ends of lines. Line by line: an expression that looks
 * for blanks before a line's end begins again at each of them, and a long run of them holds the
 * process for minutes.
 */
export function trimLineEnds(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
