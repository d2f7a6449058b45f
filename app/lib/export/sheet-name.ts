const longest = 31;
const illegal = /[[\]:*?/\\]/g;

/**
 * Names that Excel accepts for the sheets of one workbook: without []:*?/\ (their full-width likes
 * instead), 31 characters at most, not empty, and no two alike in its eyes.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wanted.map((name) => {
    const legal = name
      .replace(illegal, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
      .replace(/\p{Cc}|\p{Cs}/gu, "")
      // Allowed inside a name, but the references to the sheet are written without escaping it.
      .replace(/^'+|'+$/g, "")
      .replaceAll("'", "’")
      .trim();
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : `(${number})`;
      const tried = shortened(legal || "シート", longest - suffix.length) + suffix;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

/** At most so many UTF-16 units, as Excel counts, and no half of a character at the end. */
function shortened(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, "");
}
