import { z } from "zod";
import { oneLine } from "../mail/mail.ts";

/** So many are asked at once. */
export const recipientsAtMost = 50;

export type Recipient = { recipient: string; email: string };

/** Why a list of recipients cannot be read, and in which line. */
export type RecipientProblem =
  | { problem: "none" | "too_many" }
  | { problem: "line" | "twice"; line: number };

const address = z.email().max(254);
const longestName = 100;

/**
 * Reads recipients, one a line: `九州物産 <tanaka@example.co.jp>`, or the address alone, which then is the
 * name too. Full-width signs are understood, empty lines are not counted.
 */
export function readRecipients(
  typed: string,
): { ok: true; recipients: Recipient[] } | ({ ok: false } & RecipientProblem) {
  const recipients: Recipient[] = [];
  for (const [index, text] of typed.split(/\r\n|\r|\n/).entries()) {
    const line = oneLine(text.normalize("NFKC"), 400);
    if (line === "") continue;
    const [, name = "", inBrackets] = /^(.*?)\s*<([^<>]+)>$/.exec(line) ?? [];
    const parsed = address.safeParse((inBrackets ?? line).trim().toLowerCase());
    if (!parsed.success || name.length > longestName)
      return { ok: false, problem: "line", line: index + 1 };
    const email = parsed.data;
    if (recipients.some((known) => known.email === email))
      return { ok: false, problem: "twice", line: index + 1 };
    recipients.push({ recipient: name === "" ? email.slice(0, longestName) : name, email });
  }
  if (recipients.length === 0) return { ok: false, problem: "none" };
  if (recipients.length > recipientsAtMost) return { ok: false, problem: "too_many" };
  return { ok: true, recipients };
}
