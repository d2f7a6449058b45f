/** As names are compared: without blanks, and in one width. */
const compact = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/**
 * Those of some named people or organisations whom a text addresses: 「@佐賀県」, whatever the width
 * of the sign and with or without blanks in the name. Where one name begins with another, the longer
 * one is meant. Each once, in the order of `named`.
 */
export function mentionedIn<Named extends { name: string }>(
  text: string,
  named: readonly Named[],
): Named[] {
  const candidates = named
    .map((each) => ({ each, name: compact(each.name) }))
    .filter(({ name }) => name !== "");
  const [, ...afterSigns] = compact(text).split("@");
  const found = new Set(
    afterSigns.flatMap((rest) => {
      const fitting = candidates.filter(({ name }) => rest.startsWith(name));
      const longest = Math.max(...fitting.map(({ name }) => name.length));
      return fitting.filter(({ name }) => name.length === longest).map(({ each }) => each);
    }),
  );
  return named.filter((each) => found.has(each));
}
