import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Texts that are stored or handed out encrypted, by AES-256-GCM with a key of their own for each
 * purpose, made from AUTH_SECRET by HKDF. The purpose also names what it belongs to (a row's
 * organisation, say): what was sealed for one opens as nothing else.
 */
export function seal(authSecret: string, purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(authSecret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** The text that was sealed for a purpose; null when it was changed, or sealed otherwise. */
export function unseal(authSecret: string, purpose: string, given: string): string | null {
  const [, encoded] = /^1\.([\w-]+)$/.exec(given) ?? [];
  if (encoded === undefined) return null;
  const bytes = Buffer.from(encoded, "base64url");
  if (bytes.length < nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(authSecret, purpose), nonce, {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
    return Buffer.concat(text).toString("utf8");
  } catch {
    return null;
  }
}

const nonceBytes = 12;
const tagBytes = 16;

function keyOf(authSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", authSecret, "", `sealed ${purpose}`, 32));
}
