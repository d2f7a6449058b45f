/**
 * Text as it is searched: half- and full-width alike (NFKC), upper and lower case alike, katakana
 * and hiragana alike, without spaces. 「ＤＸ　人材」 and 「dx人材」 are the same.
 */
export function searchText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, "");
}

/**
 * Every two neighbouring characters of a searched text. Japanese has no spaces to index by, and two
 * characters already are a word (観光); a text that holds a term holds all pairs of the term.
 */
export function pairsOf(searched: string): string[] {
  const characters = [...searched];
  return [...new Set(characters.slice(1).map((character, index) => characters[index] + character))];
}

/** The longest term and the most terms that are looked for; the rest is left out. */
const longest = 40;
const most = 8;

/** What a person typed as terms of at least two characters that must all be found. */
export function searchTerms(typed: string): string[] {
  const terms = typed
    .normalize("NFKC")
    .split(/\s+/)
    .map((term) => searchText(term).slice(0, longest))
    .filter((term) => [...term].length >= 2);
  return [...new Set(terms)].slice(0, most);
}
