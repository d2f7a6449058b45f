import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { mentionedIn } from "./mentions.ts";

const names = ["佐賀県", "長崎県", "九経連", "佐賀県議会", "デモ 佐賀県 起案担当"];
const named = names.map((name) => ({ name }));
const mentioned = (text: string) => mentionedIn(text, named).map(({ name }) => name);

describe("addresses", () => {
  it.each([
    ["@佐賀県 ご確認ください。", ["佐賀県"]],
    ["＠佐賀県さん、@九経連さん", ["佐賀県", "九経連"]],
    ["@九経連 @佐賀県 @九経連", ["佐賀県", "九経連"]],
    ["@デモ　佐賀県　起案担当 お願いします", ["デモ 佐賀県 起案担当"]],
    ["@デモ佐賀県起案担当", ["デモ 佐賀県 起案担当"]],
    ["@ 長崎県", ["長崎県"]],
    ["@佐賀県議会", ["佐賀県議会"]],
    ["佐賀県と長崎県の件", []],
    ["saga@example.jp", []],
    ["@", []],
    ["", []],
  ])("%s", (text, expected) => expect(mentioned(text)).toEqual(expected));

  it("two people of one name both", () => {
    const twins = [
      { name: "田中", id: 1 },
      { name: "田中", id: 2 },
    ];
    expect(mentionedIn("@田中", twins)).toEqual(twins);
  });
});

const words = fc.string().map((text) => text.normalize("NFKC").replaceAll("@", ""));
const name = fc.constantFrom(...names);

describe("whatever stands around it", () => {
  test.prop([words, name, fc.constantFrom("\n", " ", "。", "、", "さん")])(
    "an address is found",
    (before, who, after) => {
      expect(mentioned(`${before}@${who}${after}`)).toEqual([who]);
    },
  );

  test.prop([words, name, words])("a name without the sign is none", (before, who, after) => {
    expect(mentioned(`${before}${who}${after}`)).toEqual([]);
  });

  test.prop([fc.array(name), words])(
    "each is found once, in the order of the names",
    (who, said) => {
      const text = who.map((each) => `@${each}。${said}`).join("");
      expect(mentioned(text)).toEqual(names.filter((each) => who.includes(each)));
    },
  );
});
