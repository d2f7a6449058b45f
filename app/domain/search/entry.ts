import { pairsOf, searchText } from "./text.ts";

/** Something of a member's that can be found. */
export type WrittenEntry = {
  planId: string;
  kind: "update" | "practice" | "attachment";
  /** The id of the update, the practice or the attachment. */
  subjectId: string;
  /** What a result is called. */
  name: string;
  /** Where it stands, from the outside in, joined by 「　＞　」. */
  place: string;
  /** What is searched besides the name. */
  texts: readonly string[];
};

/** Behind the definitions of every plan. */
const position = 1_000_000;

/** No term holds a sign that nobody types: what stands in two texts is not found as one. */
const between = "\u001f";

/** The entry of something written, as it is kept. */
export function searchEntryOf({ subjectId, texts, ...entry }: WrittenEntry) {
  const searched = searchText([entry.name, ...texts].filter(Boolean).join(between));
  return {
    ...entry,
    code: subjectId,
    subjectId,
    searchedName: searchText(entry.name),
    searched,
    pairs: pairsOf(searched),
    position,
  };
}
