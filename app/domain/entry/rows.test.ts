import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { AnswerContent } from "../observation/answer.ts";
import { type ObservationState, observationStates } from "../observation/states.ts";
import { answered, decided, type EntryState, liveRow, misread, seen, typed } from "./live-row.ts";
import { blankAnswer, decideRow, entryField, isEnteredHere, postedRows, rowKey } from "./rows.ts";

const nothing: AnswerContent = {
  quality: "final",
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  note: "",
};
const says = (value: string, note = ""): AnswerContent => ({ ...nothing, value, note });

describe("the rows of a form", () => {
  it("are those that name the version they were made from", () => {
    const key = rowKey("SHG-4-1-a", 2);
    const fields = {
      intent: "save",
      [entryField("value", key)]: "５１２",
      [entryField("note", key)]: "一行目 \r\n二行目",
      [entryField("baseVersion", key)]: "3",
      [entryField("requestKey", key)]: "k",
      [entryField("value", "SHG-5:0")]: "1",
    };
    expect(postedRows(fields)).toEqual([
      {
        key: "SHG-4-1-a:2",
        raw: { ...blankAnswer, quality: "", value: "５１２", note: "一行目\n二行目" },
        step: { baseVersion: "3", requestKey: "k" },
      },
    ]);
  });
});

describe("what becomes of a row", () => {
  const newest = (
    version: number,
    state: ObservationState,
    content: AnswerContent,
    reason: string | null = null,
  ) => ({ version, state, reason, content });
  it.each([
    ["nothing entered", "submit", nothing, 0, null, null, "untouched"],
    ["the first figure", "save", says("5"), 0, null, null, "write"],
    [
      "a draft as it stands",
      "save",
      says("5"),
      1,
      says("5"),
      newest(1, "draft", says("5")),
      "untouched",
    ],
    [
      "a draft as it stands",
      "submit",
      says("5"),
      1,
      says("5"),
      newest(1, "draft", says("5")),
      "advance",
    ],
    [
      "a draft saved by both alike",
      "submit",
      says("6"),
      1,
      says("5"),
      newest(2, "draft", says("6")),
      "advance",
    ],
    [
      "returned and not changed",
      "submit",
      says("5"),
      2,
      says("5"),
      newest(2, "returned", says("5")),
      "untouched",
    ],
    [
      "returned and changed",
      "submit",
      says("6"),
      2,
      says("5"),
      newest(2, "returned", says("5")),
      "write",
    ],
    [
      "sent twice",
      "submit",
      says("5"),
      1,
      says("4"),
      newest(2, "submitted", says("5")),
      "untouched",
    ],
    [
      "changed by a colleague only",
      "save",
      says("5"),
      1,
      says("5"),
      newest(2, "draft", says("6")),
      "untouched",
    ],
    [
      "begun by a colleague only",
      "save",
      nothing,
      0,
      null,
      newest(1, "draft", says("6")),
      "untouched",
    ],
    [
      "sent back inside the organisation, as it stands",
      "submit",
      says("5"),
      1,
      says("5"),
      newest(1, "draft", says("5"), "出典を書いてください。"),
      "untouched",
    ],
    ["changed by both", "save", says("7"), 1, says("5"), newest(2, "draft", says("6")), "conflict"],
    [
      "submitted by a colleague",
      "save",
      says("7"),
      1,
      says("5"),
      newest(2, "submitted", says("6")),
      "locked",
    ],
    [
      "a figure in force",
      "save",
      says("7"),
      2,
      says("5"),
      newest(2, "accepted", says("5")),
      "locked",
    ],
  ] as const)("%s, %s", (_, step, content, baseVersion, base, kept, expected) => {
    expect(decideRow({ step, typed: content, baseVersion, base, newest: kept })).toBe(expected);
  });

  it("a row that cannot be entered is never written", () => {
    expect(observationStates.filter(isEnteredHere)).toEqual(["draft", "returned"]);
    expect(isEnteredHere(null)).toBe(true);
  });

  const content = fc.constantFrom(nothing, says("5"), says("6"), says("5", "備考"));
  const head = fc.option(
    fc.record({
      version: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom(...observationStates),
      reason: fc.constantFrom(null, "出典を書いてください。"),
      content,
    }),
  );
  test.prop([
    fc.constantFrom("save" as const, "submit" as const),
    content,
    fc.nat(3),
    fc.option(content),
    head,
  ])(
    "nothing is written over what somebody did not see",
    (step, given, baseVersion, base, kept) => {
      const decision = decideRow({ step, typed: given, baseVersion, base, newest: kept });
      if (decision === "write") {
        expect(kept?.version ?? 0).toBe(baseVersion);
        expect(isEnteredHere(kept?.state ?? null)).toBe(true);
      }
      if (decision === "advance")
        expect(kept).toMatchObject({ state: "draft", reason: null, content: given });
    },
  );
});

describe("a row while somebody works on it", () => {
  const kept = (version: number, value: string, state: ObservationState = "draft"): EntryState => ({
    key: "a:0",
    version,
    state,
    answer: { ...blankAnswer, value },
    isDemo: false,
    reason: null,
    at: "2026-11-20T01:32:00.000Z",
    author: "同僚",
  });
  const texts = (value: string) => ({ ...blankAnswer, value });
  const row = liveRow("a:0", kept(1, "5"));

  it("is unsaved while it differs from what is kept, and is drawn anew only then", () => {
    const changed = typed(row, "value", texts("6"));
    expect(changed.standing).toBe("unsaved");
    expect(typed(changed, "value", texts("67"))).toBe(changed);
    expect(typed(changed, "value", texts("5")).standing).toBe("still");
  });

  it("waits while one of its cells cannot be read", () => {
    const wrong = misread(row, "quality", "entry.quality");
    expect(typed(wrong, "note", texts("6"))).toMatchObject({ standing: "refused" });
    expect(typed(wrong, "quality", texts("6"))).toMatchObject({ standing: "unsaved", errors: {} });
  });

  it("follows a colleague where it is untouched, and asks where it is not", () => {
    expect(seen(row, kept(2, "6"), texts("5"))).toMatchObject({
      standing: "updated",
      known: { version: 2 },
    });
    const asked = seen(row, kept(2, "6"), texts("7"));
    expect(asked).toMatchObject({ standing: "conflict", known: { version: 1 } });
    expect(seen(asked, kept(2, "6"), texts("7"))).toBe(asked);
    expect(decided(asked, "mine")).toMatchObject({ standing: "unsaved", known: { version: 2 } });
    expect(decided(asked, "theirs")).toMatchObject({ standing: "still", known: { version: 2 } });
    expect(seen(row, kept(1, "6"), texts("7"))).toBe(row);
  });

  it("keeps what was typed where a colleague has submitted", () => {
    expect(seen(row, kept(2, "6", "submitted"), texts("7"))).toMatchObject({
      standing: "locked",
      stranded: { value: "7" },
    });
  });

  it("is saved only as far as it was sent", () => {
    const sent = texts("6");
    const saved = { key: "a:0", outcome: "saved" } as const;
    const state = kept(2, "6");
    expect(answered(row, saved, state, { sent, texts: sent }).standing).toBe("saved");
    expect(answered(row, saved, state, { sent, texts: texts("67") }).standing).toBe("unsaved");
    const conflict = answered(row, { key: "a:0", outcome: "conflict" }, state, {
      sent,
      texts: sent,
    });
    expect(conflict).toMatchObject({ standing: "conflict", known: { version: 1 }, theirs: state });
  });
});
