import { describe, expect, it } from "vitest";
import type { AnswerContent, Asked } from "../observation/answer.ts";
import { endOfDay, linkStanding } from "./standing.ts";
import { totalOf } from "./total.ts";

const counted: Asked = { unit: "件", direction: "increase", aggregation: "sum" };
const rate: Asked = { unit: "％", direction: "increase", aggregation: "ratio" };
const none: AnswerContent = {
  quality: "final",
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  note: "",
};
const figure = (value: string): AnswerContent => ({ ...none, value });

describe("what several firms answered", () => {
  it("is added up exactly", () => {
    expect(totalOf(counted, [figure("0.1"), figure("0.2"), figure("1450")])).toMatchObject({
      content: { quality: "final", value: "1450.3" },
      parts: 3,
      missing: 0,
    });
  });

  it("is provisional while somebody is missing, who is not zero", () => {
    const survey: AnswerContent = { ...none, quality: "under_survey" };
    expect(totalOf(counted, [figure("1000"), figure("450"), null, survey])).toMatchObject({
      content: { quality: "provisional", value: "1450" },
      parts: 2,
      missing: 2,
    });
  });

  it("leaves out whom it does not concern, without missing them", () => {
    const outside: AnswerContent = { ...none, quality: "not_applicable" };
    const total = totalOf(counted, [figure("0"), figure("5"), outside]);
    expect(total).toMatchObject({
      content: { quality: "final", value: "5" },
      parts: 2,
      missing: 0,
    });
  });

  it("keeps a provisional part in mind", () => {
    const early: AnswerContent = { ...figure("2"), quality: "provisional" };
    expect(totalOf(counted, [figure("1"), early])?.content.quality).toBe("provisional");
  });

  it("of a rate is the sum of its parts", () => {
    const part = (numerator: string, denominator: string) => ({ ...none, numerator, denominator });
    expect(totalOf(rate, [part("1", "4"), part("2", "8")])?.content).toMatchObject({
      value: null,
      numerator: "3",
      denominator: "12",
    });
  });

  it("is no sum of one, of means, or of words", () => {
    expect(totalOf(counted, [figure("1"), null])).toBeNull();
    expect(totalOf({ ...counted, aggregation: "mean" }, [figure("1"), figure("2")])).toBeNull();
    expect(totalOf({ ...counted, direction: "milestone" }, [none, none])).toBeNull();
  });
});

it("a link stands where its state, its days and its answer say", () => {
  const expiresAt = endOfDay("2026-11-30");
  expect(expiresAt.toISOString()).toBe("2026-11-30T14:59:59.999Z");
  const link = { state: "open", expiresAt, answered: false } as const;
  const last = new Date(expiresAt.getTime() - 1);
  expect(linkStanding(link, last)).toBe("asked");
  expect(linkStanding(link, expiresAt)).toBe("expired");
  expect(linkStanding({ ...link, answered: true }, expiresAt)).toBe("answered");
  expect(linkStanding({ ...link, state: "used" }, last)).toBe("taken");
  expect(linkStanding({ ...link, state: "revoked", answered: true }, last)).toBe("revoked");
});
