import { attachmentLimits } from "./limits.ts";

const longest = attachmentLimits.nameCharacters;

/**
 * A name under which a file can be kept, shown and saved anywhere: composed (NFC, so that が is one
 * character whatever system it comes from), without folders, without characters that nobody sees or
 * that turn the direction of reading (`exe.pdf` shown as `fdp.exe`), and short. Japanese and the
 * ending stay.
 */
export function cleanFileName(given: string): string {
  const shown = given
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .normalize("NFC")
    .split(/[/\\]/)
    .at(-1);
  const name = trimmed((shown ?? "").replace(/[<>:"|?*]/g, "_").replace(/\s+/gu, " "));
  const { stem, ending } = parted(name);
  return `${shortened(stem, longest - length(ending)) || "無題"}${ending}`;
}

/** The name, or the name with （2）, （3）… before its ending where it is taken. Case does not tell names apart. */
export function distinctName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((other) => other.toLowerCase()));
  const { stem, ending } = parted(name);
  let found = name;
  for (let number = 2; known.has(found.toLowerCase()); number++) {
    const mark = `（${number}）`;
    found = `${shortened(stem, longest - length(ending) - length(mark))}${mark}${ending}`;
  }
  return found;
}

/** What follows the last dot, in lower case; empty where there is none. */
export function endingOf(name: string): string {
  return parted(name).ending.slice(1).toLowerCase();
}

/** Endings are short; 「第１回.まとめ資料の説明」 has none. */
function parted(name: string): { stem: string; ending: string } {
  const ending = /^.*?[^.](\.[A-Za-z0-9]{1,10})$/u.exec(name)?.[1] ?? "";
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/** Without the dots that hide a file, and without dots and blanks at its end, which Windows drops. */
function trimmed(name: string): string {
  return name.replace(/^[.\s]+/u, "").replace(/[.\s]+$/u, "");
}

function shortened(stem: string, most: number): string {
  return trimmed([...stem].slice(0, most).join(""));
}

function length(text: string): number {
  return [...text].length;
}
