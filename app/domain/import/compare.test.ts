import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { blankAnswer } from "../entry/rows.ts";
import type { RawAnswer } from "../observation/answer.ts";
import type { ObservationState } from "../observation/states.ts";
import { compareForm, type FormQuestion } from "./compare.ts";
import { decideRows, importField } from "./decide.ts";
import type { FormRow } from "./form.ts";
import { merge } from "./merge.ts";

const words = {
  quality: {
    確定: "final",
    集計中: "provisional",
    調査中: "under_survey",
    対象外: "not_applicable",
    実績なし: "no_data",
  },
  reached: { 達成: "yes", 未達: "no" },
};
const wordOf = Object.fromEntries(
  Object.entries(words.quality).map(([word, quality]) => [quality, word]),
);
const key = "SHG-1-1-a:0";
const count: FormQuestion = {
  key,
  asked: { unit: "件", series: "annual", direction: "increase", aggregation: "sum" },
  before: null,
};
const share: FormQuestion = { ...count, asked: { ...count.asked, aggregation: "ratio" } };
const milestone: FormQuestion = { ...count, asked: { ...count.asked, direction: "milestone" } };

const answer = (more: Partial<RawAnswer>): RawAnswer => ({ ...blankAnswer, ...more });

/** A row of a file as the form prints an answer, with what was typed over it. */
function fileRow(
  printed: RawAnswer,
  typed: Partial<Record<"first" | "second" | "quality" | "note", string>> = {},
): FormRow {
  const texts = {
    first: printed.value || printed.numerator || printed.words,
    second: printed.denominator || { yes: "達成", no: "未達", "": "" }[printed.reached] || "",
    quality: wordOf[printed.quality] ?? "",
    note: printed.note,
    ...typed,
  };
  const cells = Object.fromEntries(
    Object.entries(texts).map(([column, text]) => [column, { text, at: `様式!${column}` }]),
  );
  return { at: "様式!A8", number: "SHG-1-1-a", key, version: 1, cells };
}

function compared(
  row: FormRow,
  base: RawAnswer | null,
  now: RawAnswer,
  { question = count, state = "draft" as ObservationState, open = true } = {},
) {
  const found = compareForm([row], {
    questions: [question],
    now: new Map([[key, { version: 2, state, answer: now }]]),
    baseOf: () => base,
    words,
    open,
  });
  const [only] = found.rows;
  if (!only) throw new RangeError("No row");
  return only;
}
const standings = (row: ReturnType<typeof compared>) =>
  Object.fromEntries(row.cells.map(({ column, standing }) => [column, standing]));

describe("a cell, three ways", () => {
  const base = answer({ value: "5", note: "初稿" });
  it.each([
    ["nothing touched", {}, base, "unchanged", "unchanged"],
    ["typed in the file", { first: "６件" }, base, "changed", "changed"],
    ["another writing of the same", { first: "５ 件" }, base, "unchanged", "unchanged"],
    ["emptied in the file", { first: "" }, base, "changed", "changed"],
    [
      "changed in the portal alone",
      {},
      answer({ value: "7", note: "初稿" }),
      "theirs",
      "unchanged",
    ],
    [
      "changed in both alike",
      { first: "7" },
      answer({ value: "7", note: "初稿" }),
      "same",
      "unchanged",
    ],
    [
      "changed in both",
      { first: "6" },
      answer({ value: "7", note: "初稿" }),
      "conflict",
      "conflict",
    ],
    ["no number", { first: "2026-11-30" }, base, "rejected", "rejected"],
    ["another unit", { first: "6人" }, base, "rejected", "rejected"],
    ["a formula", { first: "=cmd|'/c calc'!A1" }, base, "rejected", "rejected"],
    ["an error of a table program", { first: "#DIV/0!" }, base, "rejected", "rejected"],
  ] as const)("%s", (_, typed, now, cell, row) => {
    const found = compared(fileRow(base, typed), base, now);
    expect(standings(found).first).toBe(cell);
    expect(found.standing).toBe(row);
  });

  it("keeps what cannot be read, with its place and why", () => {
    const [first] = compared(fileRow(base, { first: "約5人 " }), base, base).cells;
    expect(first).toMatchObject({ at: "様式!first", file: "約5人", error: "figure.unit" });
  });

  it("takes an empty cell for nothing said where nobody knows what it was made from", () => {
    const found = compared({ ...fileRow(answer({})), version: null }, null, base);
    expect(found.standing).toBe("unchanged");
    const typed = compared(fileRow(answer({}), { first: "6", quality: "", note: "" }), null, base);
    expect(standings(typed)).toEqual({ first: "changed", quality: "unchanged", note: "unchanged" });
  });

  it("takes a figure without a kind for a final one, also where 調査中 is kept", () => {
    const survey = answer({ quality: "under_survey" });
    const typed = compared(fileRow(answer({}), { first: "6", quality: "" }), null, survey);
    expect(merge(typed.cells, survey, {})).toMatchObject({ value: "6", quality: "final" });
  });
});

describe("the figure and what kind it is", () => {
  const base = answer({ value: "5" });
  it("are rejected where the file says both", () => {
    const found = compared(fileRow(base, { quality: "調査中" }), base, base);
    expect(found.cells[0]).toMatchObject({ standing: "rejected", error: "import.no_figure" });
  });
  it("are a question where the two sides say one each", () => {
    const nothing = answer({});
    const gone = answer({ quality: "no_data" });
    const found = compared(fileRow(nothing, { first: "6" }), nothing, gone);
    expect(standings(found)).toMatchObject({ first: "conflict", quality: "conflict" });
    const half = { [importField("choice-first", key)]: "file", [`baseVersion:${key}`]: "2" };
    expect(decideRows([found], half).errors).toEqual({
      [importField("choice-quality", key)]: "import.choose",
    });
    const both = { ...half, [importField("choice-quality", key)]: "kept" };
    expect(decideRows([found], both).errors).toEqual({ [importField("row", key)]: "import.both" });
    expect(merge(found.cells, gone, { first: "kept", quality: "kept" })).toEqual(gone);
  });
  it("are 確定 where the kind is emptied", () => {
    const found = compared(fileRow(base, { quality: "" }), base, base);
    expect(found.standing).toBe("unchanged");
  });
});

describe("a row", () => {
  const base = answer({ value: "5" });
  it.each(["submitted", "accepted", "proposed"] as const)("that is %s takes nothing", (state) => {
    expect(compared(fileRow(base, { first: "6" }), base, base, { state }).standing).toBe("locked");
    expect(compared(fileRow(base), base, base, { state }).standing).toBe("unchanged");
  });
  it("takes nothing when the round is closed", () => {
    expect(compared(fileRow(base, { first: "6" }), base, base, { open: false }).standing).toBe(
      "locked",
    );
  });
  it("of a fraction or of words has its own cells", () => {
    const parts = answer({ numerator: "1", denominator: "2" });
    const half = compared(fileRow(parts, { second: "0" }), parts, parts, { question: share });
    expect(half.cells[1]).toMatchObject({ standing: "rejected", error: "figure.denominator" });
    const reached = answer({ words: "体制を整備", reached: "no" });
    const step = compared(fileRow(reached, { second: "達成" }), reached, reached, {
      question: milestone,
    });
    expect(merge(step.cells, reached, {})).toMatchObject({ reached: "yes", words: "体制を整備" });
  });
  it("asks about an odd figure until a note says why", () => {
    const question = { ...count, before: { value: "5", numerator: null, denominator: null } };
    const odd = compared(fileRow(base, { first: "500" }), base, base, { question });
    expect(odd).toMatchObject({ doubts: ["ten_times"], needsNote: true });
    const said = compared(fileRow(base, { first: "500", note: "大規模" }), base, base, {
      question,
    });
    expect(said).toMatchObject({ doubts: ["ten_times"], needsNote: false });
  });
  it("that nobody asked for, or that stands twice and differently, is said and not taken", () => {
    const given = {
      questions: [count],
      now: new Map(),
      baseOf: () => blankAnswer,
      words,
      open: true,
    };
    const typed = fileRow(answer({}), { first: "6" });
    const other = { ...typed, key: "X-1:0", number: "X-1", at: "様式!A9" };
    const again = { ...fileRow(answer({}), { first: "7" }), at: "様式!A10" };
    const same = compareForm([typed, other, typed], given);
    expect(same.rows.map(({ standing }) => standing)).toEqual(["changed"]);
    expect(same.strays.map(({ why }) => why)).toEqual(["not_asked"]);
    // Nobody said which of the two holds.
    const found = compareForm([typed, typed, again], given);
    expect(found).toMatchObject({ rows: [], absent: 0 });
    expect(found.strays).toEqual([
      { at: typed.at, number: typed.number, why: "twice" },
      { at: again.at, number: again.number, why: "twice" },
    ]);
  });
});

describe("what is chosen", () => {
  const base = answer({ value: "5" });
  const changed = compared(fileRow(base, { first: "6" }), base, base);
  const conflict = compared(fileRow(base, { first: "6" }), base, answer({ value: "7" }));
  const shown = { [`baseVersion:${key}`]: "2" };
  const take = { [importField("take", key)]: "on" };

  it("is written over the version that was shown", () => {
    expect(decideRows([changed], { ...shown, ...take }).chosen).toEqual([
      { key, version: 2, raw: answer({ value: "6" }) },
    ]);
    const moved = decideRows([{ ...changed, version: 3 }], { ...shown, ...take });
    expect(moved).toMatchObject({ chosen: [], errors: { [`row:${key}`]: "import.moved" } });
    const locked = decideRows([{ ...changed, standing: "locked" }], { ...shown, ...take });
    expect(locked.errors).toEqual({ [`row:${key}`]: "import.moved" });
  });
  it("leaves out what is not ticked, and conflicts of which nothing was decided", () => {
    expect(decideRows([changed, conflict], shown)).toEqual({
      chosen: [],
      leftOut: [changed, conflict],
      errors: {},
    });
  });
  it("takes the one side or the other of a conflict", () => {
    const file = { ...shown, [importField("choice-first", key)]: "file" };
    expect(decideRows([conflict], file).chosen).toMatchObject([{ raw: { value: "6" } }]);
    const kept = { ...shown, [importField("choice-first", key)]: "kept" };
    expect(decideRows([conflict], kept).chosen).toMatchObject([{ raw: { value: "7" } }]);
  });
  it("has the note that was asked for", () => {
    const question = { ...count, before: { value: "5", numerator: null, denominator: null } };
    const odd = compared(fileRow(base, { first: "500" }), base, base, { question });
    const said = { ...shown, ...take, [importField("note", key)]: " 大規模開発 \r\n" };
    expect(decideRows([odd], said).chosen).toMatchObject([{ raw: { note: "大規模開発" } }]);
  });
});

describe("random edits of both sides", () => {
  const value = fc.constantFrom("", "1", "20", "300.5", "-4");
  const note = fc.constantFrom("", "一", "=cmd|x", "-5は速報", "'=二", "二行\n目");
  const quality = fc.constantFrom("final", "provisional");
  const side = fc.record({ value, note, quality }).map(answer);

  test.prop([side, side, side])(
    "conflicts are the cells that both changed differently, and no others",
    (base, mine, now) => {
      const found = compared(fileRow(mine), base, now);
      for (const { field, standing } of found.cells) {
        const here = mine[field] !== base[field];
        const there = now[field] !== base[field];
        const expected = here
          ? there
            ? mine[field] === now[field]
              ? "same"
              : "conflict"
            : "changed"
          : there
            ? "theirs"
            : "unchanged";
        expect(standing, field).toBe(expected);
      }
    },
  );

  test.prop([side, side, side])(
    "all decided for what is kept, nothing kept is lost",
    (base, mine, now) => {
      const { cells } = compared(fileRow(mine), base, now);
      const merged = merge(cells, now, { first: "kept", quality: "kept", note: "kept" });
      for (const { field, standing } of cells) {
        if (standing !== "changed") expect(merged[field]).toBe(now[field]);
        else expect(now[field]).toBe(base[field]);
      }
    },
  );

  const anyQuality = fc.constantFrom("final", "under_survey", "no_data");
  const honest = fc
    .record({ value, note, quality: anyQuality })
    .map(({ quality, ...rest }) =>
      answer({ ...rest, quality, ...(quality === "final" ? {} : { value: "" }) }),
    );
  test.prop([honest, honest, honest])(
    "what is merged without being asked never says at once that there is a figure and none",
    (base, mine, now) => {
      const found = compared(fileRow(mine), base, now);
      if (found.standing !== "changed") return;
      const merged = merge(found.cells, now, {});
      if (merged.quality !== "final") expect(merged.value).toBe("");
    },
  );
});
