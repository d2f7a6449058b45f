import { expect, it } from "vitest";
import { readRecipients, recipientsAtMost } from "./recipients.ts";

it("reads a name and an address a line, in any width, and an address alone", () => {
  expect(
    readRecipients(
      "九州物産　＜Tanaka@Example.co.jp＞\r\n\n有明水産 <a@example.jp>\nb@example.jp ",
    ),
  ).toEqual({
    ok: true,
    recipients: [
      { recipient: "九州物産", email: "tanaka@example.co.jp" },
      { recipient: "有明水産", email: "a@example.jp" },
      { recipient: "b@example.jp", email: "b@example.jp" },
    ],
  });
});

it.each([
  ["", { problem: "none" }],
  ["a@example.jp\n九州物産", { problem: "line", line: 2 }],
  ["九州物産 <a@example.jp", { problem: "line", line: 1 }],
  ["a@example.jp, b@example.jp", { problem: "line", line: 1 }],
  [`${"あ".repeat(101)} <a@example.jp>`, { problem: "line", line: 1 }],
  ["甲 <a@example.jp>\n\n乙 <A@example.jp>", { problem: "twice", line: 3 }],
])("refuses %j and says where", (typed, problem) => {
  expect(readRecipients(typed)).toEqual({ ok: false, ...problem });
});

it("takes only so many at once", () => {
  const lines = Array.from({ length: recipientsAtMost + 1 }, (_, at) => `p${at}@example.jp`);
  expect(readRecipients(lines.join("\n"))).toEqual({ ok: false, problem: "too_many" });
  expect(readRecipients(lines.slice(1).join("\n"))).toMatchObject({ ok: true });
});
