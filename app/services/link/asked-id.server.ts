import { createHash } from "node:crypto";
import type { Recipient } from "#app/domain/link/recipients.ts";

/**
 * The id of a link: the same for the same form, so that one that is sent twice asks once; another for whom a form is changed
 * to that was sent already: nobody is handed the link of somebody else.
 */
export function idOfAsked(
  requestKey: string,
  figure: readonly (string | number)[],
  { recipient, email }: Recipient,
): string {
  const whole = JSON.stringify([requestKey, ...figure, recipient, email]);
  const hash = createHash("sha256").update(whole).digest("hex");
  const [, a, b, c, d, e] = /^(.{8})(.{4})(.{3})(.{3})(.{12})/.exec(hash) ?? [];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
