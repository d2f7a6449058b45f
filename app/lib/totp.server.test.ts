import { describe, expect, it } from "vitest";
import { matchingStep, newTotpSecret, totpAddress, totpCode, totpStep } from "./totp.server.ts";

/** The secret of RFC 6238's test vectors: 「12345678901234567890」. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code", () => {
  // Appendix B of RFC 6238, of SHA-1, its last six digits.
  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ])("at second %i is %s", (seconds, code) => {
    expect(totpCode(secret, totpStep(new Date(seconds * 1000)))).toBe(code);
  });

  it("counts half a minute early or late, not more, and once", () => {
    const now = new Date(1_234_567_890_000);
    const step = totpStep(now);
    const matches = (of: number, last: number | null = null) =>
      matchingStep(secret, totpCode(secret, of), now, last);
    expect([step - 1, step, step + 1].map((of) => matches(of))).toEqual([step - 1, step, step + 1]);
    expect([step - 2, step + 2].map((of) => matches(of))).toEqual([null, null]);
    expect(matches(step, step)).toBeNull();
    expect(matches(step - 1, step)).toBeNull();
    expect(matches(step + 1, step)).toBe(step + 1);
  });

  it.each(["", "12345", "1234567", "abcdef", "005924 ", "００５９２４"])(
    "is not 「%s」",
    (code) => {
      expect(matchingStep(secret, code, new Date(1_234_567_890_000), null)).toBeNull();
    },
  );
});

it("a secret has 160 bits and is each time another", () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(50);
});

it("the address names the portal and the person", () => {
  expect(totpAddress("ABC", "広域 連携", "a+b@example.jp")).toBe(
    "otpauth://totp/%E5%BA%83%E5%9F%9F%20%E9%80%A3%E6%90%BA:a%2Bb%40example.jp?secret=ABC&issuer=%E5%BA%83%E5%9F%9F%20%E9%80%A3%E6%90%BA&algorithm=SHA1&digits=6&period=30",
  );
});
