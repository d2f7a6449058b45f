import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { seal, unseal } from "./sealed.server.ts";

const secret = "unit-tests-0123456789-abcdefghijklmn";

describe("a sealed text", () => {
  test.prop([fc.string({ unit: "grapheme" }), fc.string()])("opens as it was", (text, purpose) => {
    expect(unseal(secret, purpose, seal(secret, purpose, text))).toBe(text);
  });

  it("shows nothing of itself, and never looks the same twice", () => {
    const sealed = seal(secret, "provider saga", "hunter2-hunter2");
    expect(sealed).not.toContain("hunter2");
    expect(Buffer.from(sealed.slice(2), "base64url").toString("latin1")).not.toContain("hunter2");
    expect(seal(secret, "provider saga", "hunter2-hunter2")).not.toBe(sealed);
  });

  it("opens for its purpose and with its secret only", () => {
    const sealed = seal(secret, "provider saga", "hunter2");
    expect(unseal(secret, "provider oita", sealed)).toBeNull();
    expect(unseal(`${secret}x`, "provider saga", sealed)).toBeNull();
  });

  test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })])("does not open changed", (at, change) => {
    const bytes = Buffer.from(seal(secret, "p", "hunter2").slice(2), "base64url");
    const place = at % bytes.length;
    bytes[place] = (bytes[place] ?? 0) ^ change;
    expect(unseal(secret, "p", `1.${bytes.toString("base64url")}`)).toBeNull();
  });

  it.each(["", "1.", "1.AA", "2.AAAA", "hunter2", "1.AAAA AAAA"])("is not 「%s」", (text) => {
    expect(unseal(secret, "p", text)).toBeNull();
  });
});
