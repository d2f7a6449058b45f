import { expect, it } from "vitest";
import { loggedError } from "./log.server.ts";

it("logs what failed and where, and none of the values of a statement", () => {
  const driver = Object.assign(new Error("duplicate key value"), {
    code: "23505",
    detail: "Key (email)=(hanako@example.jp) already exists.",
  });
  const query = new Error("Failed query: select $1\nparams: secret-token,hanako@example.jp", {
    cause: driver,
  });
  const logged = JSON.stringify(loggedError(query));
  expect(logged).toContain("Failed query: select $1");
  expect(logged).toContain("23505");
  expect(logged).toContain("log.server.test.ts");
  expect(logged).not.toMatch(/secret-token|hanako/);
});

it("does not follow what is no error", () => {
  expect(loggedError({ password: "x" })).toEqual({ type: "object" });
});
