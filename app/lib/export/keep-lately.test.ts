import { expect, it } from "vitest";
import { keepLately } from "./keep-lately.ts";

it("makes a file once, however many ask for it at once, and keeps the last ones", async () => {
  const made: string[] = [];
  const known = keepLately<string>(1);
  const ask = (name: string) =>
    known(name, async () => {
      await Promise.resolve();
      made.push(name);
      return name;
    });
  expect(await Promise.all([ask("a"), ask("a"), ask("a")])).toEqual(["a", "a", "a"]);
  expect(await ask("a")).toBe("a");
  expect(made).toEqual(["a"]);
  await ask("b");
  await ask("a");
  expect(made).toEqual(["a", "b", "a"]);
});

it("is made by the next who waits where whoever began it went away", async () => {
  const known = keepLately<string>(1);
  const begun: string[] = [];
  const gone = known("a", async () => {
    begun.push("gone");
    throw new Error("gone");
  });
  const waiting = ["one", "two"].map((name) =>
    known("a", async () => {
      begun.push(name);
      return name;
    }),
  );
  await expect(gone).rejects.toThrow("gone");
  expect(await Promise.all(waiting)).toEqual(["one", "one"]);
  expect(begun).toEqual(["gone", "one"]);
});
