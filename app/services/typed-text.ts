import { z } from "zod";
import { longestTyped } from "#app/domain/line-ends.ts";
import { plainText } from "#app/domain/progress/plain-text.ts";

/**
 * A text as somebody typed it into a form: tidied first, then no longer than so many characters.
 * An absent one is empty. `tooLong` is a key of the message catalogue.
 */
export function typedText(longest: number, tooLong: string, tidy = plainText) {
  return z
    .string()
    .max(longestTyped, tooLong)
    .default("")
    .transform(tidy)
    .pipe(z.string().max(longest, tooLong));
}

/** The same where something has to be said; `empty` is the key of the message where nothing is. */
export function requiredText(longest: number, tooLong: string, empty: string) {
  return typedText(longest, tooLong).pipe(z.string().min(1, empty));
}
