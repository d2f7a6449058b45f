import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPlanFile, writePlanFile } from "#app/lib/import/plan-reading.server.ts";
import { planTemplate } from "#app/lib/import/plan-template.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { readImportFile } from "#app/services/import/read-file.server.ts";
import { beginPlanImport } from "#app/services/plan-import/begin.server.ts";
import { describePlanImport, readPlanImport } from "#app/services/plan-import/read.server.ts";
import { endReading, readInDefinition } from "#app/services/plan-import/read-in.server.ts";
import {
  discardPlanImport,
  releasePlanImport,
  takePlanImport,
} from "#app/services/plan-import/step.server.ts";
import { adoptRevision } from "#app/services/revision/adopt.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { readRevision } from "#app/services/revision/read.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { planSheetsOf, type SheetRows, workbookOf } from "#tests/factories/plan-workbook.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs, outcomeOf } from "#tests/factories/steps.ts";

let portal: Portal;
const people = new Map<Post, Actor>();
const now = new Date("2026-11-20T09:00:00+09:00");
const city = "kurume";

beforeAll(async () => {
  portal = await openPortal();
  for (const post of [
    "kurume approver",
    "kurume editor",
    "kurume viewer",
    "mine approver",
    "council approver",
  ] as const)
    people.set(post, await createPerson(portal.owner, post));
});
afterAll(() => portal.close());

const as = (post: Post) => {
  const person = people.get(post);
  if (!person) throw new RangeError(post);
  return actingAs(portal, person);
};
const decider = () => as("kurume approver");

/** Sends a file and waits until it is read. */
async function send(sheets: SheetRows, post: Post = "kurume approver", organisation = city) {
  const bytes = workbookOf(sheets);
  const file = { name: "計画.xlsx", bytes };
  const { id } = await beginPlanImport(as(post), organisation, file, randomUUID());
  const membership = as(post).actor?.memberships[0];
  const reading = { id, organisationId: membership?.organisationId ?? "", slug: organisation };
  await readPlanFile(as(post), reading, file, now);
  return id;
}
const read = (id: string, post: Post = "kurume approver", organisation = city) =>
  readPlanImport(as(post), organisation, id, now);
async function apply(
  id: string,
  leaveOut = false,
  post: Post = "kurume approver",
  organisation = city,
) {
  const { preview } = await read(id, post, organisation);
  const baseVersion = preview && "baseVersion" in preview ? (preview.baseVersion ?? 0) : 0;
  const taken = await takePlanImport(as(post), organisation, id, { baseVersion, leaveOut });
  await writePlanFile(as(post), taken);
  return read(id, post, organisation);
}
const changed = (code: string, sheet: string, change: (rows: (string | number)[][]) => void) => {
  const sheets = planSheetsOf(code);
  const rows = (sheets[sheet] ?? []).map((row) => [...row]);
  change(rows);
  return { ...sheets, [sheet]: rows };
};
const figuresOf = (code: string) => portal.owner<Record<string, unknown>[]>`
  select i.code, v.fy, v.period, v.version, v.quality, v.value::text, v.note, v.author_id as author, v.state,
    v.import_id is not null as imported
  from observation_versions v join indicators i on i.id = v.indicator_id
  join plans p on p.id = i.plan_id where p.code = ${code} order by i.code, v.fy, v.period, v.version`;
const count = async (code: string) => (await figuresOf(code)).length;

describe("a plan's workbook", () => {
  it("is shown before anything is written, and becomes a draft with its figures", async () => {
    const id = await send(planSheetsOf("kurume-3"));
    const shown = await read(id);
    expect(shown.import).toMatchObject({
      state: "ready",
      result: { figures: { kept: 5, count: 0 } },
    });
    expect(shown.preview).toMatchObject({
      isNew: true,
      baseVersion: 0,
      counts: { goal: 1, policy: 1, project: 1, indicator: 3 },
      facts: { code: "kurume-3", name: "第３期久留米市総合戦略" },
    });
    expect(await portal.owner`select 1 from plans where code = 'kurume-3'`).toHaveLength(0);

    const done = await apply(id);
    expect(done.import).toMatchObject({
      state: "applied",
      result: { written: { version: 1, figures: 5, unchanged: 0, passed: 0 } },
    });
    expect(done.plan).toEqual({ code: "kurume-3", name: "第３期久留米市総合戦略", isDraft: true });
    expect(await figuresOf("kurume-3")).toMatchObject([
      {
        code: "K1",
        fy: 2023,
        version: 1,
        value: "38",
        state: "accepted",
        author: null,
        imported: true,
      },
      { code: "K1", fy: 2024, value: "42" },
      { code: "K2", fy: 2024, quality: "provisional", value: "57", note: "速報値" },
      { code: "K3", fy: 2024, period: 1, value: "100" },
      { code: "K3", fy: 2024, period: 2, value: "0" },
    ]);
    const [evaluation] = await portal.owner`
      select e.actual::text, e.expected::text, e.mark from evaluations e
      join indicators i on i.id = e.indicator_id join plans p on p.id = i.plan_id
      where p.code = 'kurume-3' and i.code = 'K1' and e.fy = 2024`;
    expect(evaluation).toEqual({ actual: "42", expected: "40", mark: "○" });
    expect(await portal.owner`select from import_rows where import_id = ${id}`).toHaveLength(0);
    expect(await portal.owner`select from import_figures where import_id = ${id}`).toHaveLength(0);
    const audited = await portal.owner`
      select action, detail ->> 'step' as step from audit_events
      where action = 'plan.import' order by at`;
    expect(audited.map(({ step }) => step)).toEqual(["begin", "apply"]);
    expect((await readImportFile(decider(), city, id)).name).toBe("計画.xlsx");
  });

  it("is a draft that members see and others do not", async () => {
    const found = await readRollup(as("mine approver"), "kurume-3", null);
    expect(found.plan.name).toBe("第３期久留米市総合戦略");
    const nobody = { ...decider(), actor: null };
    expect(await outcomeOf(readRollup(nobody, "kurume-3", null))).toBe("not_found");
  });

  it("brought in again writes what is other, and nothing where nothing is", async () => {
    const same = await send(planSheetsOf("kurume-3"));
    expect(await read(same)).toMatchObject({
      preview: { isNew: false, groups: [], figures: { added: 0, changed: 0, same: 5 } },
    });
    expect((await apply(same)).import.result?.written).toEqual({
      version: null,
      figures: 0,
      unchanged: 5,
      passed: 0,
    });

    const other = changed("kurume-3", "実績", (rows) => {
      (rows[1] as (string | number)[])[5] = 39;
      rows.push(["K1", "", "R7", "", "", 44, ""]);
    });
    const named = changed("kurume-3", "体系", (rows) => {
      (rows[4] as (string | number)[])[3] = "創業支援";
    });
    const again = await send({ ...other, 体系: named.体系 ?? [] });
    expect(await read(again)).toMatchObject({
      preview: {
        baseVersion: 1,
        groups: [{ entries: [{ node: { code: "G1-1-1" }, change: "changed" }] }],
        figures: { added: 1, changed: 1, same: 4 },
      },
    });
    expect((await apply(again)).import.result?.written).toEqual({
      version: 2,
      figures: 2,
      unchanged: 4,
      passed: 0,
    });
    const first = (await figuresOf("kurume-3")).filter(
      ({ code, fy }) => code === "K1" && fy === 2023,
    );
    expect(first).toMatchObject([
      { version: 1, value: "38" },
      { version: 2, value: "39" },
    ]);
  });

  it("leaves alone what somebody is reporting", async () => {
    const [head] = await portal.owner`
      select o.* from observations o join indicators i on i.id = o.indicator_id
      join plans p on p.id = i.plan_id where p.code = 'kurume-3' and i.code = 'K2'`;
    await portal.owner.begin(async (sql) => {
      await sql`insert into observation_versions (observation_id, indicator_id, organisation_id, fy,
          period, version, state, quality, value, author_organisation_id)
        values (${head?.id}, ${head?.indicator_id}, ${head?.organisation_id}, 2024, 0, 2, 'draft',
          'final', 58, ${head?.organisation_id})`;
      await sql`update observations set state = 'draft', version = 2 where id = ${head?.id}`;
    });
    const sheets = changed("kurume-3", "実績", (rows) => {
      (rows[3] as (string | number)[])[5] = "59%";
    });
    expect((await apply(await send(sheets))).import.result?.written).toMatchObject({ passed: 1 });
    const versions = (await figuresOf("kurume-3")).filter(({ code }) => code === "K2");
    expect(versions.map(({ value }) => value)).toEqual(["57", "58"]);
  });
});

it("a plan that came by a file is decided on as it came, and then changed by revision only", async () => {
  const done = await apply(await send(planSheetsOf("kurume-adopted")));
  const codes = { plan: "kurume-adopted", number: 1 };
  const requestKey = randomUUID();
  await openRevision(decider(), codes.plan, { title: "策定", requestKey });
  const { revision } = await readRevision(decider(), codes);
  const step = { step: "assemble", reason: "策定する。", baseStep: revision.step };
  await advanceRevision(decider(), codes, step);
  const { adoption, revision: assembled } = await readRevision(decider(), codes);
  // Its past figures keep no year from being graded by it.
  expect(adoption?.years).toEqual({ graded: null, first: 2024, last: 2028 });
  const fields = { adoptedOn: "2026-11-18", firstFy: "2024", requestKey: randomUUID() };
  await adoptRevision(decider(), codes, { ...fields, baseStep: assembled.step }, now);
  const nobody = { ...decider(), actor: null };
  expect((await readRollup(nobody, codes.plan, null)).plan.isDraft).toBe(false);
  expect(done.plan?.isDraft).toBe(true);

  const again = await read(await send(planSheetsOf(codes.plan)));
  expect(again.import.result?.definition.refusals).toMatchObject([
    { reason: "plan_import.adopted" },
  ]);
});

describe("what cannot be taken", () => {
  it("is told at its cell; errors of the definition stop all, rows of figures only where asked", async () => {
    const broken = await read(
      await send(
        changed("kurume-4", "指標", (rows) => {
          (rows[1] as (string | number)[])[5] = "上昇";
        }),
      ),
    );
    expect(broken.preview).toBeNull();
    expect(broken.import.result?.definition).toEqual({
      count: 1,
      refusals: [{ sheet: "指標", row: 2, column: "F", typed: "上昇", reason: "plan_import.word" }],
    });
    expect(
      await outcomeOf(
        takePlanImport(decider(), city, broken.import.id, { baseVersion: 0, leaveOut: true }),
      ),
    ).toBe("locked");

    const partly = await send(
      changed("kurume-4", "実績", (rows) => {
        (rows[1] as (string | number)[])[5] = "#REF!";
        (rows[2] as (string | number)[])[2] = "R9";
        rows.push(["K1", "", "R6", "", "調査中", "", ""]);
      }),
    );
    const { import: found } = await read(partly);
    expect(found.result?.figures).toMatchObject({
      kept: 4,
      count: 2,
      refusals: [
        { sheet: "実績", row: 2, column: "F", typed: "#REF!", reason: "figure.unreadable" },
        { sheet: "実績", row: 3, column: "C", typed: "R9", reason: "plan_import.future" },
      ],
    });
    expect(await outcomeOf(apply(partly))).toBe("invalid");
    expect((await apply(partly, true)).import.state).toBe("applied");
    expect(await count("kurume-4")).toBe(4);
  });

  it("is a plan that was adopted, or is somebody else's", async () => {
    const adopted = await read(await send(planSheetsOf("kurume")));
    expect(adopted.import.result?.definition.refusals).toMatchObject([
      { sheet: "計画", row: 2, column: "B", typed: "kurume", reason: "plan_import.adopted" },
    ]);
    const others = await read(await send(planSheetsOf("jewels")));
    expect(others.import.result?.definition.refusals).toMatchObject([
      { reason: "plan.code_taken" },
    ]);
  });

  it("is what is no workbook of a plan", async () => {
    const file = { name: "x.xlsx", bytes: new Uint8Array(Buffer.from("%PDF-1.4")) };
    const { id } = await beginPlanImport(decider(), city, file, randomUUID());
    const { organisationId = "" } = decider().actor?.memberships[0] ?? {};
    await readPlanFile(decider(), { id, organisationId, slug: city }, file, now);
    expect((await read(id)).import).toMatchObject({ state: "refused", problem: "type" });
    const other = await read(await send({ 表: [["a"]] }));
    expect(other.import.result?.definition.refusals).toMatchObject([
      { sheet: "計画", row: null, reason: "plan_import.sheet" },
    ]);
  });

  it("is a template that nobody filled in, whose examples are none", async () => {
    const file = { name: "様式.xlsx", bytes: await planTemplate() };
    const { id } = await beginPlanImport(decider(), city, file, randomUUID());
    const { organisationId = "" } = decider().actor?.memberships[0] ?? {};
    await readPlanFile(decider(), { id, organisationId, slug: city }, file, now);
    const { refusals } = (await read(id)).import.result?.definition ?? {};
    expect(new Set(refusals?.map(({ sheet, reason }) => `${sheet} ${reason}`))).toEqual(
      new Set(["計画 plan_import.empty"]),
    );
  });
});

describe("the steps", () => {
  it("are for those who decide; the others of the organisation look on", async () => {
    const file = { name: "計画.xlsx", bytes: workbookOf(planSheetsOf("kurume-5")) };
    const begin = (post: Post) => outcomeOf(beginPlanImport(as(post), city, file, randomUUID()));
    expect(await begin("kurume editor")).toBe("forbidden");
    expect(await begin("mine approver")).toBe("forbidden");
    const id = await send(planSheetsOf("kurume-5"));
    expect((await read(id, "kurume viewer")).mayImport).toBe(false);
    expect(await outcomeOf(read(id, "mine approver"))).toBe("forbidden");
    const asked = { baseVersion: 0, leaveOut: false };
    expect(await outcomeOf(takePlanImport(as("kurume editor"), city, id, asked))).toBe("forbidden");
    expect((await describePlanImport(as("kurume viewer"), city)).earlier.length).toBeGreaterThan(0);
    expect(await outcomeOf(takePlanImport(as("mine approver"), "mine", id, asked))).toBe(
      "not_found",
    );
  });

  it("sent twice are one", async () => {
    const file = { name: "計画.xlsx", bytes: workbookOf(planSheetsOf("kurume-6")) };
    const key = randomUUID();
    const first = await beginPlanImport(decider(), city, file, key);
    expect(await beginPlanImport(decider(), city, file, key)).toEqual({ ...first, isNew: false });
  });

  it("are held against what the preview was of, and can be given up", async () => {
    const id = await send(planSheetsOf("kurume-7"));
    expect(
      await outcomeOf(takePlanImport(decider(), city, id, { baseVersion: 1, leaveOut: false })),
    ).toBe("conflict");
    await discardPlanImport(decider(), city, id);
    expect((await read(id)).import.state).toBe("discarded");
    expect(await outcomeOf(apply(id))).toBe("locked");
    expect(await portal.owner`select from import_rows where import_id = ${id}`).toHaveLength(0);
  });

  it("of two readings at once, none shows a preview without all of its figures", async () => {
    const bytes = workbookOf(planSheetsOf("kurume-12"));
    const file = { name: "計画.xlsx", bytes };
    const { id } = await beginPlanImport(decider(), city, file, randomUUID());
    const organisationId = decider().actor?.memberships[0]?.organisationId ?? "";
    const reading = { id, organisationId, slug: city };
    const readFigures = () => portal.owner`insert into import_figures
      (import_id, row, indicator, organisation, fy, period, quality, value, note)
      values (${id}, 2, 'K-1', ${city}, 2020, 0, 'final', 1, '')`;
    const noRefusals = { refusals: [], count: 0 };
    await readFigures();
    // A second reading begins, and the first one ends.
    await readInDefinition(decider(), reading, []);
    const result = { plan: null, definition: noRefusals, figures: { ...noRefusals, kept: 1 } };
    expect(await outcomeOf(endReading(decider(), reading, result))).toBe("conflict");
    expect((await read(id)).import.state).toBe("reading");
    await readFigures();
    await endReading(decider(), reading, result);
    expect(await outcomeOf(readInDefinition(decider(), reading, []))).toBe("locked");
  });

  it("that were interrupted leave nothing, and can be taken again", async () => {
    const id = await send(planSheetsOf("kurume-8"));
    const taken = await takePlanImport(decider(), city, id, { baseVersion: 0, leaveOut: false });
    const late = new Date(Date.now() + 120_000);
    expect((await readPlanImport(decider(), city, id, late)).isInterrupted).toBe(true);
    await releasePlanImport(decider(), city, id, "plan_import.interrupted");
    await writePlanFile(decider(), taken);
    expect((await read(id)).import).toMatchObject({ state: "ready" });
    expect(await portal.owner`select 1 from plans where code = 'kurume-8'`).toHaveLength(0);
    expect((await apply(id)).import.state).toBe("applied");
  });
});

describe("the database", () => {
  const asRole = <Result>(post: Post, work: (sql: Portal["owner"]) => Promise<Result>) =>
    portal.owner.begin(async (sql) => {
      await sql`set local role portal_app`;
      await sql`select set_config('portal.actor_id', ${as(post).actor?.id ?? ""}, true)`;
      return work(sql as unknown as Portal["owner"]);
    });

  it("writes past figures only into a draft of the actor's own organisation, while they are applied", async () => {
    const id = await send(planSheetsOf("kurume-9"));
    const write = (post: Post, plan: string) =>
      asRole(
        post,
        (sql) => sql`
        select * from portal.import_figures(${id}, (select id from plans where code = ${plan}), 1, 100)`,
      ).then(
        () => "written",
        (error: { code: string }) => error.code,
      );
    expect(await write("kurume approver", "kurume-3")).toBe("42501");
    await takePlanImport(decider(), city, id, { baseVersion: 0, leaveOut: false });
    expect(await write("kurume editor", "kurume-3")).toBe("42501");
    expect(await write("mine approver", "kurume-3")).toBe("42501");
    expect(await write("kurume approver", "kurume")).toBe("42501");
    expect(await write("kurume approver", "jewels")).toBe("42501");
    expect(await write("kurume approver", "kurume-3")).toBe("written");
  });

  it("takes no plan for another organisation, and no version of an adopted plan", async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    const mine = await portal.owner`select id from organisations where slug = 'mine'`;
    expect(
      await refused(
        asRole(
          "kurume approver",
          (sql) => sql`
        insert into plans (code, name, owner_id, first_fy, last_fy, is_draft, level_names, definition_version, position)
        values ('x-1', 'x', ${mine[0]?.id}, 2026, 2030, true, '{}', 'x', 99)`,
        ),
      ),
    ).toBe("42501");
    expect(
      await refused(
        asRole("kurume approver", (sql) =>
          sql`
        update plans set name = 'x' where code = 'kurume' returning id`.then((rows) => {
            if (rows.length === 0) throw Object.assign(new Error(), { code: "none" });
          }),
        ),
      ),
    ).toBe("none");
  });
});

it("three thousand rows come in a few seconds", async () => {
  const sheets = planSheetsOf("kurume-large");
  const indicators = Array.from({ length: 50 }, (_, n) => [
    `M${n + 1}`,
    "G1-1-1",
    `相談件数${n + 1}`,
    "件",
    "単年度",
    "増加を目指す",
    "実数",
    "毎月",
    "",
    1200,
  ]);
  const figures = indicators.flatMap(([code = ""], n) =>
    [2020, 2021, 2022, 2023, 2024].flatMap((fy) =>
      Array.from({ length: 12 }, (_, month) => [
        code,
        "",
        fy,
        `${((month + 3) % 12) + 1}月`,
        "",
        n + month + 0.5,
        "",
      ]),
    ),
  );
  const id = await send({
    ...sheets,
    指標: [...(sheets.指標 ?? []), ...indicators],
    実績: [...(sheets.実績 ?? []), ...figures],
  });
  const done = await apply(id);
  expect(done.import.result?.written).toMatchObject({ figures: 3005 });
  expect(await count("kurume-large")).toBe(3005);
}, 60_000);
