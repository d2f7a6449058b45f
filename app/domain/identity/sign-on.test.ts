import { describe, expect, it } from "vitest";
import {
  accountIdOf,
  isSubject,
  issuerOf,
  provedTwice,
  provenAt,
  vouchedAddress,
} from "./sign-on.ts";

describe("a second factor", () => {
  it.each([[["pwd", "mfa"]], [["otp"]], [["hwk"]], [["swk"]], [["sc"]]])("is %j", (amr) => {
    expect(provedTwice({ amr })).toBe(true);
  });

  it.each([[["pwd"]], [["pin"]], [["sms"]], [[]], ["mfa"], [null], [undefined], [{ 0: "mfa" }]])(
    "is not %j",
    (amr) => {
      expect(provedTwice({ amr })).toBe(false);
    },
  );
});

describe("an address", () => {
  const email = "Suzuki@Pref.Saga.lg.jp";

  it.each([{ email_verified: true }, { xms_edov: true }, { xms_edov: 1 }])(
    "counts with %j, in lower case",
    (claim) => {
      expect(vouchedAddress({ email, ...claim })).toBe("suzuki@pref.saga.lg.jp");
    },
  );

  it.each([
    {},
    { email_verified: "true" },
    { email_verified: 1 },
    { email_verified: false },
    { email_verified: false, xms_edov: true },
    { xms_edov: "1" },
    { xms_edov: 0 },
  ])("does not count with %j", (claim) => {
    expect(vouchedAddress({ email, ...claim })).toBeNull();
  });

  it.each([
    "",
    "suzuki",
    "a@b@c",
    "a @b.jp",
    "a@b.jp\n",
    "a\0@b.jp",
    `${"a".repeat(250)}@b.jp`,
    7,
    ["a@b.jp"],
  ])("is not %j", (wrong) => {
    expect(vouchedAddress({ email: wrong, email_verified: true })).toBeNull();
  });
});

describe("a proof", () => {
  const now = new Date("2026-11-21T09:00:00+09:00");
  const anHourAgo = now.getTime() / 1000 - 3600;

  it("is as old as the service says, and never of the future", () => {
    for (const anew of [true, false]) {
      expect(provenAt({ auth_time: anHourAgo }, anew, now)).toEqual(
        new Date("2026-11-21T08:00:00+09:00"),
      );
      expect(provenAt({ auth_time: anHourAgo + 7200 }, anew, now)).toEqual(now);
    }
  });

  it("of no known age is of now only where it was asked for", () => {
    for (const at of [undefined, null, "1", 0, -1, Number.NaN]) {
      expect(provenAt({ auth_time: at }, true, now)).toEqual(now);
      expect(provenAt({ auth_time: at }, false, now)).toEqual(new Date(0));
    }
  });
});

describe("an issuer", () => {
  it.each([
    "https://login.example.jp",
    "https://login.example.jp/",
    "https://login.example.jp:8443/realms/saga",
    "https://login.microsoftonline.com/0f0f/v2.0",
  ])("is %s, as it is written", (text) => {
    expect(issuerOf(text, false)).toBe(text);
  });

  it.each([
    "",
    "login.example.jp",
    "http://login.example.jp",
    "ftp://login.example.jp",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://me:word@login.example.jp",
    "https://login.example.jp?tenant=1",
    "https://login.example.jp/#",
    "https://login.example.jp/.well-known/openid-configuration",
    `https://login.example.jp/${"a".repeat(500)}`,
  ])("is not %s", (text) => {
    expect(issuerOf(text, false)).toBeNull();
  });

  it("without encryption is one for tests only", () => {
    expect(issuerOf("http://127.0.0.1:4000", true)).toBe("http://127.0.0.1:4000");
  });

  it("names its people by some ASCII", () => {
    expect(["248289761001", "auth0|5f7c8e", "a".repeat(255)].every(isSubject)).toBe(true);
    expect(["", "鈴木", "a\0", "a\n", "a".repeat(256)].some(isSubject)).toBe(false);
  });

  it("tells its people from those of others", () => {
    expect(accountIdOf("https://a.jp", "1")).not.toBe(accountIdOf("https://b.jp", "1"));
  });
});
