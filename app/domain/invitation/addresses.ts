import { z } from "zod";

/** So many people are asked at once. */
export const addressesAtMost = 20;

const address = z.email().max(254);

/** What is wrong with a list of addresses, and where it can be said in which line. */
export type AddressProblem =
  | { problem: "none" | "too_many" }
  | { problem: "unreadable" | "twice"; line: number; typed: string };

/**
 * The mail addresses of a text, one a line, in lower case as they are kept; full-width signs are
 * understood, empty lines passed over. A list with a mistake is refused whole.
 */
export function readAddresses(
  text: string,
): { ok: true; addresses: string[] } | ({ ok: false } & AddressProblem) {
  const addresses: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const typed = line.normalize("NFKC").trim();
    if (typed === "") continue;
    const parsed = address.safeParse(typed.toLowerCase());
    const where = { line: index + 1, typed: typed.slice(0, 100) };
    if (!parsed.success) return { ok: false, problem: "unreadable", ...where };
    if (addresses.includes(parsed.data)) return { ok: false, problem: "twice", ...where };
    addresses.push(parsed.data);
  }
  if (addresses.length === 0) return { ok: false, problem: "none" };
  if (addresses.length > addressesAtMost) return { ok: false, problem: "too_many" };
  return { ok: true, addresses };
}
