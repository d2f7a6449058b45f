import { describe, expect, it } from "vitest";
import { isUnavailable, unavailableResponse } from "./unavailable.ts";

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error(code), { code, ...more });
}

describe("isUnavailable", () => {
  it.each([
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "CONNECTION_DESTROYED",
    "CONNECT_TIMEOUT",
    "ECONNREFUSED",
    "57P01",
    "57P02",
    "57P03",
    "53300",
    "57014",
  ])("recognises %s", (code) => {
    expect(isUnavailable(coded(code))).toBe(true);
  });

  it("recognises what drizzle wraps", () => {
    expect(isUnavailable(new Error("Failed query", { cause: coded("CONNECTION_CLOSED") }))).toBe(
      true,
    );
  });

  it("recognises a host none of whose addresses answers", () => {
    const both = new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")]);
    expect(isUnavailable(both)).toBe(true);
  });

  it("tells a missing socket from a missing file", () => {
    expect(isUnavailable(coded("ENOENT", { syscall: "connect" }))).toBe(true);
    expect(isUnavailable(coded("ENOENT", { syscall: "open" }))).toBe(false);
  });

  it.each([coded("23505"), coded("42P01"), new Error("x"), null, undefined, "57P01", 57])(
    "leaves %s alone",
    (error) => {
      expect(isUnavailable(error)).toBe(false);
    },
  );

  it("ends on errors that are their own cause", () => {
    const error = new Error("loop");
    error.cause = error;
    expect(isUnavailable(error)).toBe(false);
  });
});

describe("unavailableResponse", () => {
  it("is a 503 that says when to come back", () => {
    const response = unavailableResponse();
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});
