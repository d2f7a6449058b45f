import { createHmac, hkdfSync, randomInt } from "node:crypto";

/** Letters and digits that nobody takes for each other on paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const length = 12;

/** Ten codes for the day on which the authenticator is lost, of 59 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  );
}

/** Whether something typed (see `typedCode`) has the form of such a code. */
export function isRecoveryCode(typed: string): boolean {
  return typed.length === length;
}

/** What is kept of a code: who reads the database can neither use nor guess it without the key. */
export function recoveryHash(authSecret: string, userId: string, typed: string): string {
  const key = Buffer.from(hkdfSync("sha256", authSecret, "", "recovery codes", 32));
  return createHmac("sha256", key).update(`${userId} ${typed}`).digest("base64url");
}

/** A code as it is meant, however it was typed: in full width, in capitals, with its hyphens or without. */
export function typedCode(given: string): string {
  return given
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "");
}
