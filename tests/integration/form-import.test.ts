import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryField, postedRows, rowKey } from "#app/domain/entry/rows.ts";
import { importField } from "#app/domain/import/decide.ts";
import { answerKind } from "#app/domain/observation/answer.ts";
import { formWords } from "#app/i18n/import.ts";
import { message } from "#app/i18n/messages.ts";
import { renderCsv } from "#app/lib/export/csv.server.ts";
import { formCsv } from "#app/lib/import-form/csv.ts";
import { formTable } from "#app/lib/import-form/form-table.ts";
import { readUpload } from "#app/lib/import-form/read-upload.server.ts";
import { renderForm } from "#app/lib/import-form/workbook.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { readEntry } from "#app/services/entry/read.server.ts";
import { writeEntry } from "#app/services/entry/write.server.ts";
import { applyImport } from "#app/services/import/apply.server.ts";
import { describeImport } from "#app/services/import/describe.server.ts";
import { discardImport } from "#app/services/import/discard.server.ts";
import { prepareImport } from "#app/services/import/prepare.server.ts";
import { readImport } from "#app/services/import/read.server.ts";
import { readImportFile } from "#app/services/import/read-file.server.ts";
import { readReport } from "#app/services/observation/read.server.ts";
import { closeRound } from "#app/services/round/close.server.ts";
import { reopenRound } from "#app/services/round/reopen.server.ts";
import { filledForm, rowsOf, type Typed } from "#tests/factories/filled-form.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf, historyOf, versionsOf } from "#tests/factories/readings.ts";
import { openRound } from "#tests/factories/rounds.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  form,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";

let portal: Portal;
let app: Sql;
let person: (post: Post) => Actor;
let desk: Desk;

const codes = { organisation: "saga", plan: "jewels", round: 1 };
/** Figures of 佐賀県: two counts led by 福岡県, and a fraction. */
const [count, other, share] = ["SHG-4-1-a", "SHG-2-3-a", "JNZ-1-1-a-2"];

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  const staff = await createStaff(portal.owner);
  const more: Partial<Record<Post, Actor>> = {
    "saga viewer": await createPerson(portal.owner, "saga viewer"),
    "saga admin": await createPerson(portal.owner, "saga admin"),
    "council approver": await createPerson(portal.owner, "council approver"),
  };
  person = (post) => more[post] ?? staff(post);
  desk = deskOf(portal, person);
  await openRound(portal.owner, { fy: 2023, dueOn: "2026-11-30" });
  // No KPI that 佐賀県 reports is a weighted mean or a milestone.
  await portal.owner`update indicators set aggregation = 'weighted_mean' where code = 'SGT-1-1-a'`;
  await portal.owner`update indicators set direction = 'milestone' where code = 'JNZ-6-1-a'`;
});
afterAll(async () => {
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate notifications, audit_events, observations, observation_versions,
    evaluations, imports, import_files, import_rows cascade`;
});

const as = (post: Post) => actingAs(portal, person(post));
const entryOf = () => readEntry(as("saga editor"), codes);
const formOf = async () => renderForm(await entryOf());

function write(rows: Record<string, Fields>, post: Post = "saga admin") {
  const fields = Object.entries(rows).flatMap(([code, { baseVersion = "0", ...answer }]) =>
    Object.entries({ quality: "final", ...answer, baseVersion, requestKey: randomUUID() }).map(
      ([field, value]) => [entryField(field as "value", rowKey(code, 0)), value] as const,
    ),
  );
  const since = "2026-01-01T00:00:00.000Z";
  const posted = postedRows(Object.fromEntries(fields));
  return writeEntry(as(post), codes, posted, { step: "save", since });
}

/** Sends a file; answers the id of what was read of it. */
async function send(bytes: Uint8Array, name = "回答.xlsx", post: Post = "saga editor", at = codes) {
  const table = { name, bytes, rows: await rowsOf(name, bytes) };
  return prepareImport(as(post), at, table, { requestKey: randomUUID(), words: formWords });
}
const sendTyped = async (typed: Record<string, Typed>) =>
  send(await filledForm(await formOf(), typed));

async function previewOf(id: string, post: Post = "saga editor") {
  const { preview } = await readImport(as(post), codes, id, formWords);
  if (!preview) throw new Error("No preview");
  const rows = new Map(preview.rows.map((row) => [row.question.code, row]));
  const row = (code: string | undefined) => {
    const found = rows.get(code ?? "");
    if (!found) throw new Error(`No row ${code}`);
    return found;
  };
  const cell = (code: string | undefined, column: string) =>
    row(code).cells.find((each) => each.column === column);
  const touched = preview.rows
    .filter(({ standing }) => standing !== "unchanged")
    .map(({ question, standing }) => `${question.code} ${standing}`);
  return { ...preview, row, cell, touched };
}

/** What the preview's form sends when everything that changes is ticked. */
async function ticked(id: string, more: Fields = {}): Promise<Fields> {
  const { rows } = await previewOf(id);
  const fields = rows
    .filter(({ standing }) => standing === "changed" || standing === "conflict")
    .flatMap(({ key, standing, version }) => [
      [entryField("baseVersion", key), String(version)],
      ...(standing === "changed" ? [[importField("take", key), "on"]] : []),
    ]);
  return { ...Object.fromEntries(fields), requestKey: randomUUID(), ...more };
}
const apply = (id: string, step: "save" | "submit", fields: Fields, post: Post = "saga editor") =>
  applyImport(as(post), codes, id, { step, words: formWords, fields });
const history = (code = count) => historyOf(portal.owner, question(code ?? "", "saga"));

describe("a form that comes back untouched", () => {
  /** Everything that tells a careless reader from a careful one. */
  const notes = ["=cmd|'/c calc'!A1", "-5は速報値", "一行目\n二行目", "'＋案", "@所管", ""];
  const figures = ["1450", "-198", "0.129", "12345678901234567.25", "99999999", "0.0000001"];

  async function answerEverything() {
    const { groups } = await entryOf();
    const rows = groups.flatMap((group) => group.rows);
    const kinds = new Set<string>();
    const answers = rows.map(({ code, asked }, index): [string, Fields] => {
      const kind = answerKind(asked);
      kinds.add(kind);
      const note = notes[index % notes.length] ?? "";
      const value = figures[index % figures.length] ?? "";
      // One in seven is left out, one has a kind of its own.
      if (index % 7 === 6) return [code, {}];
      if (index % 7 === 5) return [code, { quality: "under_survey", note }];
      if (kind === "words") return [code, { words: "＝体制を整備", reached: "no", note }];
      if (kind === "fraction") return [code, { numerator: value, denominator: "300.5", note }];
      if (kind === "weighted") return [code, { value, denominator: "1200", note }];
      return [code, { value, quality: index % 2 ? "provisional" : "final", note }];
    });
    await write(Object.fromEntries(answers.filter(([, fields]) => Object.keys(fields).length > 0)));
    expect([...kinds].sort()).toEqual(["figure", "fraction", "weighted", "words"]);
    return rows.length;
  }
  const csvOf = async () => renderCsv(formCsv(formTable(await entryOf())));

  it.each([
    ["as a workbook", "回答.xlsx", async () => formOf()],
    ["saved again", "回答.xlsx", async () => filledForm(await formOf(), {})],
    ["as plain data", "回答.csv", csvOf],
  ] as const)("%s changes nothing", async (_, name, make) => {
    const asked = await answerEverything();
    const { rows, strays, absent, touched } = await previewOf(await send(await make(), name));
    expect(touched).toEqual([]);
    expect({ rows: rows.length, strays, absent }).toEqual({ rows: asked, strays: [], absent: 0 });
    const { states } = await entryOf();
    expect(states.length).toBeGreaterThan(20);
  });

  it("takes only what is asked: the other cells and what was handed in are locked", async () => {
    await desk.submit(question(other ?? "", "saga"), 0, figure("500"));
    const { default: exceljs } = await import("exceljs");
    const book = new exceljs.Workbook();
    await book.xlsx.load((await formOf()).buffer as ArrayBuffer);
    const sheet = book.getWorksheet("様式");
    const numbers = sheet?.getColumn(1).values ?? [];
    const open = (code = "") =>
      Array.from({ length: 14 }, (_, index) =>
        sheet?.getCell(numbers.indexOf(code), index + 1).protection?.locked === false ? "開" : "鍵",
      ).join("");
    expect(open(count)).toBe("鍵鍵鍵鍵鍵鍵鍵鍵開鍵開開鍵鍵");
    expect(open(share)).toBe("鍵鍵鍵鍵鍵鍵鍵鍵開開開開鍵鍵");
    expect(open(other)).toBe("鍵".repeat(14));
    expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1 });
    expect(sheet?.getCell(numbers.indexOf(count), 11).dataValidation.formulae).toEqual([
      '"確定,集計中,調査中,対象外,実績なし"',
    ]);
    // @ts-expect-error exceljs reads the protection and does not say so in its types.
    expect(sheet?.sheetProtection).toMatchObject({ sheet: true });
  });
});

describe("what was typed", () => {
  it("is read as the grid reads it, and refused at its place with the text as it was typed", async () => {
    const id = await sendTyped({
      [count ?? ""]: { first: "１，４５０社", note: "速報\n確定は12月" },
      [other ?? ""]: { first: new Date(Date.UTC(2026, 10, 30)) },
      [share ?? ""]: { first: "=cmd|' /C calc'!A0", second: 0, quality: "確定" },
      "SGT-1-2-a": { quality: "調査中" },
      "SGT-2-1-a": { first: 12, quality: "対象外" },
      "SGT-1-3-a": { first: "1.2千人" },
    });
    const { cell, row, touched } = await previewOf(id);
    expect(cell(count, "first")).toMatchObject({ standing: "changed", file: "1450" });
    expect(cell(count, "note")).toMatchObject({ file: "速報\n確定は12月" });
    expect(cell(other, "first")).toMatchObject({
      standing: "rejected",
      file: "2026-11-30",
      error: "figure.unreadable",
    });
    expect(cell(other, "first")?.at).toMatch(/^様式!I\d+$/);
    expect(cell(share, "first")).toMatchObject({
      standing: "rejected",
      file: "=cmd|' /C calc'!A0",
    });
    expect(cell(share, "second")).toMatchObject({ error: "figure.denominator" });
    expect(cell("SGT-2-1-a", "first")).toMatchObject({ error: "import.no_figure" });
    expect(cell("SGT-1-3-a", "first")).toMatchObject({ standing: "changed", file: "1200" });
    expect(row("SGT-1-2-a").standing).toBe("changed");
    expect(touched).toHaveLength(6);
  });

  it("may come as plain data from another system, in Shift_JIS and without an ID", async () => {
    await write({ [other ?? ""]: { value: "300", note: "既存" } });
    // 番号,実績値,区分 / SHG-4-1-a,"1,450社",集計中 / SHG-2-3-a,, / XYZ-9,5,確定
    const head = [
      0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8e, 0xc0, 0x90, 0xd1, 0x92, 0x6c, 0x2c, 0x8b, 0xe6, 0x95,
      0xaa,
    ];
    const text = (ascii: string) => [...new TextEncoder().encode(ascii)];
    const bytes = new Uint8Array([
      ...head,
      ...text(`\r\n${count},"1,450`),
      ...[0x8e, 0xd0],
      ...text('",'),
      ...[0x8f, 0x57, 0x8c, 0x76, 0x92, 0x86],
      ...text(`\r\n${other},,\r\nXYZ-9,5,\r\n`),
    ]);
    const { touched, strays, cell, absent, rows } = await previewOf(await send(bytes, "他.csv"));
    expect(touched).toEqual([`${count} changed`]);
    expect(cell(count, "first")).toMatchObject({ file: "1450" });
    expect(cell(count, "quality")).toMatchObject({ file: "provisional" });
    expect(strays).toEqual([{ at: "A4", number: "XYZ-9", why: "not_asked" }]);
    expect({ absent, rows: rows.length }).toEqual({ absent: 38, rows: 2 });
  });

  // The form of 佐賀県, filled in with exceljs and saved by LibreOffice 7.4 in its formats.
  it.each(["form-libreoffice.xlsx", "form-libreoffice.ods", "form-libreoffice.csv"])(
    "comes back from another program: %s",
    async (name) => {
      const file = new URL(`../fixtures/import/${name}`, import.meta.url);
      const { touched, cell } = await previewOf(await send(await readFile(file), name));
      expect(touched).toEqual([`${other} changed`, `${count} changed`, `${share} rejected`]);
      expect(cell(count, "first")).toMatchObject({ file: "1450.5" });
      expect(cell(count, "note")).toMatchObject({ file: "一行目\n二行目" });
      expect(cell(other, "quality")).toMatchObject({ file: "under_survey" });
      expect(cell(share, "first")?.file).toMatch(/^2026.11.30$/);
    },
  );
});

describe("a file that is not the form asked for", () => {
  const said = async (work: Promise<unknown>) =>
    message((await refusalOf(work)).fieldErrors.files ?? "");

  it("says whose it is, or what it lacks, by its name", async () => {
    const form = await formOf();
    const nagasaki = { ...codes, organisation: "nagasaki" };
    expect(await said(send(form, "佐賀.xlsx", "nagasaki editor", nagasaki))).toBe(
      "「佐賀.xlsx」は、別の団体（佐賀県）の様式です。貴団体の様式を選択してください。",
    );
    await openRound(portal.owner, { number: 2, fy: 2022, dueOn: "2026-11-30" });
    expect(await said(send(form, "回答.xlsx", "saga editor", { ...codes, round: 2 }))).toContain(
      "別の照会の様式です",
    );
    const text = new TextEncoder().encode("会議,日時\n第１回,10時\n");
    expect(await said(send(text, "日程 表.csv"))).toContain("「日程 表.csv」には、「番号」と");
    expect(await portal.owner`select from imports`).toHaveLength(0);
  });

  it("is refused before anything is read of it where it is none, several or too large", async () => {
    const { signal } = new AbortController();
    const file = (name: string, content: string | null) => ({
      name,
      bytes: content === null ? null : new TextEncoder().encode(content),
    });
    const read = async (...files: ReturnType<typeof file>[]) => {
      const found = await readUpload(files, signal);
      return found.ok ? "read" : message(found.error);
    };
    expect(await read()).toContain("選択してください");
    expect(await read(file("a.csv", "1"), file("b.csv", "2"))).toContain("1つだけ");
    expect(await read(file("大きい.xlsx", null))).toContain("「大きい.xlsx」は10MB");
    expect(await read(file("図.png", "\u0089PNG\r\n\u001a\n\0"))).toContain("「図.png」");
    expect(await read(file("行.csv", "a\n".repeat(10_001)))).toContain("行が多すぎます");
  });
});

describe("what is chosen", () => {
  it("is written with the file it came with, and once", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 }, [other ?? ""]: { first: 40 } });
    const fields = await ticked(id);
    delete fields[importField("take", rowKey(other ?? "", 0))];
    await apply(id, "save", fields);
    await apply(id, "save", fields);
    expect(await outcomeOf(apply(id, "submit", { ...fields, requestKey: randomUUID() }))).toBe(
      "locked",
    );
    expect(await history()).toBe("1 draft");
    expect(await history(other)).toBe("");
    const found = await readImport(as("saga viewer"), codes, id, formWords);
    expect(found).toMatchObject({ state: "applied", preview: null, mayApply: false });
    expect(found.result).toMatchObject({
      step: "save",
      written: 1,
      leftOut: [{ number: other, why: "changed" }],
    });
    expect(await portal.owner`select from import_rows`).toHaveLength(0);
    const acts = (await auditOf(portal.owner)).map(({ action }) => action);
    expect(acts).toEqual(["import.prepare", "observation.save", "import.apply"]);

    const { versions } = await readReport(as("saga viewer"), question(count ?? "", "saga"));
    expect(versions[0]).toMatchObject({ importId: id, importName: "回答.xlsx" });
    const kept = await readImportFile(as("saga viewer"), "saga", id);
    expect(kept.content.byteLength).toBeGreaterThan(10_000);
    await desk.submit(question(count ?? "", "saga"), 1, figure("512"));
    const others = await readReport(as("saga editor"), question(count ?? "", "saga"));
    expect(others.versions.map(({ importName }) => importName)).toEqual([null, "回答.xlsx"]);
  });

  it("is the same file when it is sent twice", async () => {
    const bytes = await filledForm(await formOf(), { [count ?? ""]: { first: 1 } });
    const table = { name: "回答.xlsx", bytes, rows: await rowsOf("回答.xlsx", bytes) };
    const given = { requestKey: randomUUID(), words: formWords };
    const ids = await Promise.all([
      prepareImport(as("saga editor"), codes, table, given),
      prepareImport(as("saga editor"), codes, table, given),
    ]);
    expect(new Set(ids).size).toBe(1);
    const fields = await ticked(ids[0]);
    await Promise.all([apply(ids[0], "submit", fields), apply(ids[0], "submit", fields)]);
    expect(await history()).toBe("1 submitted");
    expect(await portal.owner`select from notifications where kind = 'submitted'`).toHaveLength(1);
  });

  it("is held against what a colleague did since the form was taken out", async () => {
    await write({ [count ?? ""]: { value: "500", note: "初稿" }, [other ?? ""]: { value: "40" } });
    const form = await formOf();
    await write({ [count ?? ""]: { value: "510", note: "初稿", baseVersion: "1" } });
    await desk.submit(question(other ?? "", "saga"), 1, figure("40"));
    const id = await send(
      await filledForm(form, {
        [count ?? ""]: { first: 520, note: "再集計" },
        [other ?? ""]: { first: 41 },
      }),
    );
    const { row, cell, touched } = await previewOf(id);
    expect(touched).toEqual([`${other} locked`, `${count} conflict`]);
    expect(cell(count, "first")).toMatchObject({ standing: "conflict", file: "520", now: "510" });
    expect(cell(count, "note")).toMatchObject({ standing: "changed" });
    expect(row(count).kept).toMatchObject({ author: "saga admin" });

    const key = rowKey(count ?? "", 0);
    const fields = await ticked(id);
    expect(await refusalOf(apply(id, "save", fields))).toMatchObject({
      fieldErrors: { rows: "import.none" },
    });
    await apply(id, "save", { ...fields, [importField("choice-first", key)]: "kept" });
    expect((await versionsOf(portal.owner, question(count ?? "", "saga"))).at(-1)).toMatchObject({
      version: 3,
      value: "510",
      note: "再集計",
    });
  });

  it("is written as a whole or not at all", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 }, [other ?? ""]: { first: 40 } });
    const fields = await ticked(id);
    await write({ [other ?? ""]: { value: "39" } });
    const refused = await refusalOf(apply(id, "save", fields));
    expect(refused.fieldErrors).toEqual({
      [importField("row", rowKey(other ?? "", 0))]: "import.moved",
    });
    expect(await history()).toBe("");
    expect(await history(other)).toBe("1 draft");
    // The preview says what stands there now; whoever decides then goes on.
    expect((await previewOf(id)).touched).toEqual([`${other} conflict`, `${count} changed`]);
    const again = await ticked(id, {
      [importField("choice-first", rowKey(other ?? "", 0))]: "file",
    });
    await apply(id, "save", again);
    expect(await history(other)).toBe("1 draft, 2 draft");
    expect(await history()).toBe("1 draft");
  });

  it("is handed in only when it is complete and explained", async () => {
    await desk.report(question(count ?? "", "saga", 2022), figure("50"));
    const id = await sendTyped({ [count ?? ""]: { first: 512 }, [share ?? ""]: { first: 3 } });
    expect((await previewOf(id)).row(count)).toMatchObject({
      doubts: ["ten_times"],
      needsNote: true,
    });
    const fields = await ticked(id);
    expect((await refusalOf(apply(id, "submit", fields))).fieldErrors).toEqual({
      [importField("row", rowKey(count ?? "", 0))]: "import.explain",
      [importField("row", rowKey(share ?? "", 0))]: "figure.empty",
    });
    expect(await history()).toBe("");
    delete fields[importField("take", rowKey(share ?? "", 0))];
    fields[importField("note", rowKey(count ?? "", 0))] = "大型施設の開業";
    await apply(id, "submit", fields);
    expect((await versionsOf(portal.owner, question(count ?? "", "saga"))).at(-1)).toMatchObject({
      state: "submitted",
      note: "大型施設の開業",
    });
  });

  it("waits for a decision where the organisation wants one", async () => {
    await portal.owner`update organisations set requires_approval = true where slug = 'saga'`;
    const id = await sendTyped({ [count ?? ""]: { first: 512 } });
    await apply(id, "submit", await ticked(id));
    await portal.owner`update organisations set requires_approval = false where slug = 'saga'`;
    expect(await history()).toBe("1 proposed");
  });

  it("may be nothing at all", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 } });
    const fields = await ticked(id);
    await discardImport(as("saga editor"), codes, id);
    await discardImport(as("saga editor"), codes, id);
    expect(await outcomeOf(apply(id, "save", fields))).toBe("locked");
    expect(await history()).toBe("");
    const { earlier } = await describeImport(as("saga viewer"), codes);
    expect(earlier).toMatchObject([{ id, state: "discarded" }]);
  });

  it("stays out of a round that is closed", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 } });
    const fields = await ticked(id);
    const step = (baseVersion: number, more: Fields) => form(baseVersion, more);
    const round = { plan: "jewels", round: 1 };
    await closeRound(as("council approver"), round, step(1, { confirmed: "on" }));
    expect((await previewOf(id)).touched).toEqual([`${count} locked`]);
    expect((await refusalOf(apply(id, "save", fields))).code).toBe("invalid");
    expect(await outcomeOf(send(await formOf()))).toBe("locked");
    const again = { reason: "追加の報告", dueOn: "2099-03-31" };
    await reopenRound(as("council approver"), round, step(2, again), new Date());
    await apply(id, "save", fields);
    expect(await history()).toBe("1 draft");
  });
});

describe("what an organisation brings in is its own", () => {
  it("for the verbs", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 } });
    const fields = await ticked(id);
    const nagasaki = { ...codes, organisation: "nagasaki" };
    const foreign = as("nagasaki editor");
    const words = formWords;
    expect(await outcomeOf(readImport(foreign, codes, id, words))).toBe("forbidden");
    expect(await outcomeOf(readImport(foreign, nagasaki, id, words))).toBe("not_found");
    expect(await outcomeOf(readImportFile(foreign, "nagasaki", id))).toBe("not_found");
    expect(
      await outcomeOf(applyImport(foreign, nagasaki, id, { step: "save", words, fields })),
    ).toBe("not_found");
    expect(await outcomeOf(discardImport(foreign, nagasaki, id))).toBe("not_found");
    expect(await outcomeOf(readImport(as("saga editor"), { ...codes, round: 9 }, id, words))).toBe(
      "not_found",
    );
    expect(await outcomeOf(readImport(as("saga editor"), codes, "nothing", words))).toBe(
      "not_found",
    );
    expect(await outcomeOf(apply(id, "save", fields, "saga viewer"))).toBe("forbidden");
    expect(await outcomeOf(discardImport(as("saga viewer"), codes, id))).toBe("forbidden");
    expect(await outcomeOf(send(await formOf(), "x.xlsx", "saga viewer"))).toBe("forbidden");
    const council = { ...codes, organisation: "kyukeiren" };
    expect(await outcomeOf(describeImport(foreign, council))).toBe("forbidden");
  });

  it("for the database", async () => {
    const id = await sendTyped({ [count ?? ""]: { first: 512 } });
    const tables = ["imports", "import_files", "import_rows"];
    const counts = (post: Post) =>
      Promise.all(
        tables.map((table) =>
          takenBack(app, person(post), (sql) => rowsOrState(sql`select from ${sql(table)}`)),
        ),
      );
    expect((await counts("saga viewer")).every((rows) => Number(rows) > 0)).toBe(true);
    expect(await counts("nagasaki approver")).toEqual([0, 0, 0]);

    const move = (post: Post, state: string) =>
      takenBack(app, person(post), (sql) =>
        rowsOrState(sql`update imports set state = ${state},
          applied_at = case when ${state} = 'applied' then now() end where id = ${id}`),
      );
    expect(await move("saga viewer", "discarded")).toBe(0);
    expect(await move("nagasaki editor", "discarded")).toBe(0);
    expect(await move("saga editor", "reading")).toBe(violated);
    expect(await move("saga editor", "applied")).toBe(1);
    await discardImport(as("saga editor"), codes, id);
    expect(await move("saga editor", "ready")).toBe(violated);
    expect(await move("saga editor", "discarded")).toBe(violated);

    const refused = (work: (sql: Sql) => Promise<readonly unknown[]>, post: Post = "saga editor") =>
      takenBack(app, person(post), (sql) => rowsOrState(work(sql as unknown as Sql)));
    expect(await refused((sql) => sql`update import_files set content = ''`)).toBe(forbidden);
    expect(await refused((sql) => sql`delete from imports`)).toBe(forbidden);
    expect(
      await refused(
        (sql) => sql`insert into imports (kind, organisation_id, round_id, state, file_name, size,
            sha256, author_id)
          select kind, organisation_id, round_id, 'ready', 'x', 1, 'x', author_id
          from imports where id = ${id}`,
        "saga approver",
      ),
    ).toBe(forbidden);

    await desk.save(question(count ?? "", "nagasaki"), 0, figure("5"));
    const claim = (post: Post) =>
      refused(
        (sql) => sql`insert into observation_versions (observation_id, indicator_id,
            organisation_id, fy, period, version, state, quality, author_id,
            author_organisation_id, import_id)
          select observation_id, indicator_id, organisation_id, fy, period, version + 1, 'draft',
            quality, portal.actor_id(), organisation_id, ${id}::uuid
          from observation_versions`,
        post,
      );
    expect(await claim("nagasaki editor")).toBe(forbidden);
  });
});
