import { createHmac, timingSafeEqual } from "node:crypto";
import type { LinkKind } from "#app/domain/mail/mail.ts";

/**
 * Secret addresses of invitations, password resets and reporter links. The secret is made from the row's
 * id, so that neither the database nor a mail that waits in it holds what opens anything.
 */

/** What signs links, made from AUTH_SECRET; the mail process knows this and not the secret itself. */
export function linkSecretOf(authSecret: string): string {
  return createHmac("sha256", authSecret).update("links").digest("base64url");
}

const folders: Record<LinkKind, string> = {
  invitation: "/invitations",
  password_reset: "/password/reset",
  reporter_link: "/links",
};

/** An address as logs may keep it: what stands behind one of these folders opens something. */
export function withoutSecret(path: string): string {
  // The router does not tell capitals from small letters.
  const plain = path.toLowerCase();
  const folder = Object.values(folders).find((each) => plain.startsWith(`${each}/`));
  return folder === undefined ? path : `${folder}/…`;
}

/** Whether an address opens something by itself; it is not to be told to others, nor found by them. */
export function isSecretPath(path: string): boolean {
  return withoutSecret(path) !== path;
}

/** The address within the portal that opens the row `id`. */
export function secretPath(linkSecret: string, kind: LinkKind, id: string): string {
  return `${folders[kind]}/${id}.${signature(linkSecret, kind, id)}`;
}

/** The row that a secret address (its last part) opens; null when it was guessed, or made for something else. */
export function idOfSecret(linkSecret: string, kind: LinkKind, secret: string): string | null {
  const [, id, given] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(secret) ?? [];
  if (id === undefined || given === undefined) return null;
  const expected = Buffer.from(signature(linkSecret, kind, id));
  return timingSafeEqual(Buffer.from(given), expected) ? id : null;
}

function signature(linkSecret: string, kind: LinkKind, id: string): string {
  return createHmac("sha256", linkSecret).update(`${kind} ${id}`).digest("base64url");
}
