import { describe, expect, it } from "vitest";
import { type Asked, answerFigure, toRawAnswer } from "./answer.ts";
import { answerSchema } from "./answer-schema.ts";

const persons: Asked = { unit: "人", direction: "increase", aggregation: "sum" };
const share: Asked = { unit: "％", direction: "increase", aggregation: "ratio" };
const milestone: Asked = { unit: "", direction: "milestone", aggregation: "single" };

const read = (asked: Asked, fields: object, complete = true) => {
  const result = answerSchema(asked, complete).safeParse({ quality: "final", ...fields });
  return result.success
    ? result.data
    : Object.fromEntries(result.error.issues.map((i) => [String(i.path[0]), i.message]));
};

describe("an answer", () => {
  it("understands what people type", () =>
    expect(read(persons, { value: "１，４５０人", note: " 速報 " })).toMatchObject({
      value: "1450",
      note: "速報",
    }));
  it("names the field that cannot be read, and asks for it only on submission", () => {
    expect(read(persons, { value: "たくさん" }, false)).toEqual({ value: "figure.unreadable" });
    expect(read(persons, { value: "" })).toEqual({ value: "figure.empty" });
    expect(read(persons, { value: "" }, false)).toMatchObject({ value: null });
    expect(read(persons, { quality: "guess", value: "1" })).toEqual({
      quality: "quality.required",
    });
  });
  it("of a rate is a numerator and a denominator", () => {
    const answer = read(share, { numerator: "1", denominator: "3" });
    expect(answer).toMatchObject({ value: null, numerator: "1", denominator: "3" });
    expect(answerFigure({ value: null, numerator: "1", denominator: "3" })).toBe("33.3333333333");
    expect(read(share, { numerator: "1", denominator: "0" })).toEqual({
      denominator: "figure.denominator",
    });
    expect(answerFigure({ value: null, numerator: "1", denominator: null })).toBeNull();
  });
  it("of a milestone is words and a judgement", () => {
    expect(read(milestone, { words: "締結済み", reached: "yes" })).toMatchObject({
      words: "締結済み",
      reached: true,
    });
    expect(read(milestone, {})).toEqual({ words: "words.empty", reached: "reached.empty" });
  });
  it("without a figure keeps none", () => {
    expect(read(persons, { quality: "under_survey", value: "99" })).toMatchObject({
      quality: "under_survey",
      value: null,
    });
  });
  it("takes no field that is not asked for", () => {
    expect(Object.keys(read(persons, { value: "1", state: "accepted", version: "9" }))).toEqual([
      "quality",
      "value",
      "numerator",
      "denominator",
      "words",
      "reached",
      "note",
    ]);
  });
  it("goes back into the form as it came", () => {
    const answer = answerSchema(milestone, true).parse({
      quality: "final",
      words: "実施",
      reached: "no",
    });
    expect(toRawAnswer(answer)).toMatchObject({ words: "実施", reached: "no", value: "" });
  });
});
