import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

// Codes of authenticators (RFC 6238) as all of them make them: SHA-1, six digits, half a minute. The
// secret is written in base32 (RFC 4648), as it is typed where no camera reads it.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepSeconds = 30;

/** A new secret, of 160 bits. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join("");
}

/** The half minute of a time, by which codes are made. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/** The code of a half minute. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * The half minute that a code is of: this one, or the one before or after, for clocks that differ. A
 * code of `last` or before has counted. Null when it is of none.
 */
export function matchingStep(
  secret: string,
  code: string,
  now: Date,
  last: number | null,
): number | null {
  const given = Buffer.from(code);
  const current = totpStep(now);
  const found = [current, current - 1, current + 1].filter((step) => {
    const expected = Buffer.from(totpCode(secret, step));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return found.find((step) => last === null || step > last) ?? null;
}

/** What the square of dots says: whose secret it is, and where it counts. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const query = new URLSearchParams({
    secret,
    issuer,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  // Authenticators read a plus as a plus, and not as a blank.
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
