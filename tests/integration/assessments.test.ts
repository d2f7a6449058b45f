import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/policy/can.ts";
import { readAssessments } from "#app/services/assessment/read.server.ts";
import { setOutlook } from "#app/services/outlook/set.server.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readNode } from "#app/services/rollup/read-node.server.ts";
import { readRegion } from "#app/services/rollup/read-region.server.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { prefectureSlugs } from "#seeds/organisations.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { auditOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";

let portal: Portal;
let desk: Desk;
let person: (post: Post) => Actor;

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  const others = new Map<Post, Actor>();
  for (const post of [
    "council editor",
    "council viewer",
    "saga viewer",
    "fukuoka viewer",
    "kurume viewer",
  ] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
});
afterAll(() => portal.close());

/** What people have said through the portal is forgotten; what the cities published stays. */
beforeEach(async () => {
  await portal.owner`delete from assessments where author_id is not null`;
  await portal.owner`truncate audit_events`;
  await portal.owner`
    update evaluations e set mark = e.computed_mark where not exists (
      select from assessments a where a.indicator_id = e.indicator_id and a.fy = e.fy)`;
});

const context = (post: Post | null) => actingAs(portal, post && person(post));

/** A KPI of the PT that 福岡県 leads, in a plan that the council owns. */
const kpi = { plan: "jewels", kind: "indicator", code: "SHG-4-1-a", fy: 2023 } as const;
/** A measure of 北九州市, whose printed grade is C. */
const measure = { plan: "kitakyushu", kind: "project", code: "M003", fy: 2016 } as const;
/** A numeric target of 久留米市. */
const target = { plan: "kurume", code: "T1", fy: 2016 } as const;

const given = (value: string, baseVersion = 0, reason = "現地の状況による") => ({
  value,
  reason,
  baseVersion: String(baseVersion),
});

async function marksOf(
  code = kpi.code as string,
  plan = kpi.plan as string,
  fy = kpi.fy as number,
) {
  const [row] = await portal.owner<{ mark: string | null; computed: string | null }[]>`
    select e.mark, e.computed_mark as computed from evaluations e
    join indicators i on i.id = e.indicator_id join plans p on p.id = i.plan_id
    where p.code = ${plan} and i.code = ${code} and e.fy = ${fy}`;
  return row;
}

/** What stands in the table, oldest first: `1 ○`, and `2 −` for one that takes back. */
async function written(): Promise<string[]> {
  const rows = await portal.owner<{ text: string }[]>`
    select kind || ' ' || version || ' ' || coalesce(value, '−') as text from assessments
    where author_id is not null order by kind, version`;
  return rows.map(({ text }) => text);
}

async function versionOf(plan: string): Promise<number> {
  const [row] = await portal.owner<{ version: number }[]>`
    select f.version from plan_figures f join plans p on p.id = f.plan_id where p.code = ${plan}`;
  return row?.version ?? 0;
}

/** Everybody's answers for the KPI, accepted: 9 × 640 of 6,400 is 90 ％, △. */
async function reportAll(value: string, baseVersion = 0) {
  for (const slug of prefectureSlugs)
    await desk.report(question(kpi.code, slug), figure(value), baseVersion);
}

describe("a mark that somebody sets", () => {
  beforeAll(() => reportAll("640"));

  it("stands in place of the computed one, which stays beside it", async () => {
    expect(await marksOf()).toEqual({ mark: "△", computed: "△" });
    await setOverride(context("fukuoka approver"), kpi, given("○"));
    expect(await marksOf()).toEqual({ mark: "○", computed: "△" });
    const reading = await readIndicator(
      context("saga editor"),
      { plan: kpi.plan, indicator: kpi.code },
      kpi.fy,
    );
    expect(reading?.evaluation).toMatchObject({
      mark: "○",
      computedMark: "△",
      rate: "0.9",
    });
    expect(reading?.assessments).toEqual([
      expect.objectContaining({ kind: "mark", fy: 2023, value: "○", reason: "現地の状況による" }),
    ]);
    // Other years keep theirs.
    expect(await marksOf(kpi.code, kpi.plan, 2022)).toEqual({ mark: null, computed: null });
  });

  it("is counted in place of the computed one, also where the KPI is shown again", async () => {
    await setOverride(context("fukuoka approver"), kpi, given("○"));
    const rollup = await readRollup(context("council viewer"), "jewels", 2023);
    expect(rollup.total.counts).toEqual({ "○": 1, "△": 0, "×": 0, ー: 0 });
    for (const code of ["SHG-4-1", "SHG-7-1"]) {
      const reading = await readNode(
        context("saga editor"),
        { plan: "jewels", kind: "project", node: code },
        2023,
      );
      expect(reading?.summary, code).toMatchObject({ mark: "○", computedMark: "△" });
    }
  });

  it("names the KPI by the code of any of its places", async () => {
    await setOverride(context("fukuoka approver"), { ...kpi, code: "SHG-7-1-a" }, given("×"));
    expect(await marksOf()).toEqual({ mark: "×", computed: "△" });
    expect(await outcomeOf(setOverride(context("fukuoka approver"), kpi, given("○")))).toBe(
      "conflict",
    );
  });

  it.each([
    ["fukuoka approver", "done"],
    ["council editor", "done"],
    ["fukuoka editor", "forbidden"],
    ["fukuoka viewer", "forbidden"],
    ["saga approver", "forbidden"],
    ["nagasaki editor", "forbidden"],
    ["kyukeiren approver", "forbidden"],
    ["kurume approver", "forbidden"],
    ["council viewer", "forbidden"],
    [null, "forbidden"],
  ] as const)("by %s: %s", async (post, expected) => {
    expect(await outcomeOf(setOverride(context(post), kpi, given("○")))).toBe(expected);
    expect(await written()).toEqual(expected === "done" ? ["mark 1 ○"] : []);
    expect(await auditOf(portal.owner)).toHaveLength(expected === "done" ? 1 : 0);
    expect((await marksOf())?.mark).toBe(expected === "done" ? "○" : "△");
  });

  it.each([
    ["no reason", { ...given("○"), reason: "" }, { reason: "assessment.reason" }],
    ["a reason of blanks", { ...given("○"), reason: " 　\n" }, { reason: "assessment.reason" }],
    ["no field at all", {}, { reason: expect.any(String), baseVersion: expect.any(String) }],
    [
      "a reason without end",
      { ...given("○"), reason: "長".repeat(1001) },
      { reason: "assessment.reason_long" },
    ],
    ["a mark of another plan", given("A"), { value: "assessment.value" }],
    ["a mark with a blank", given("○ "), { value: "assessment.value" }],
    [
      "a version that is none",
      { ...given("○"), baseVersion: "x" },
      { baseVersion: expect.any(String) },
    ],
    ["a negative version", given("○", -1), { baseVersion: expect.any(String) }],
  ])("is refused with %s", async (_, input, errors) => {
    const refusal = await refusalOf(setOverride(context("fukuoka approver"), kpi, input));
    expect([refusal.code, refusal.fieldErrors]).toEqual(["invalid", errors]);
    expect(await written()).toEqual([]);
  });

  it.each([
    ["another plan", { ...kpi, plan: "kurume" }],
    ["no plan", { ...kpi, plan: "omuta" }],
    ["no KPI", { ...kpi, code: "SHG-4-1-z" }],
    ["a project taken for a KPI", { ...kpi, code: "SHG-4-1" }],
    ["a KPI taken for a project", { ...kpi, kind: "project" as const }],
    ["a goal taken for a project", { ...kpi, kind: "project" as const, code: "SHG" }],
    ["a year before the plan", { ...kpi, fy: 2019 }],
    ["a year after the plan", { ...kpi, fy: 2028 }],
    ["a year after the KPI's own term", { ...kpi, fy: 2025 }],
    ["a code that no text can hold", { ...kpi, code: "SHG\0" }],
  ])("is of nothing that is not there: %s", async (_, codes) => {
    expect(await outcomeOf(setOverride(context("council editor"), codes, given("○")))).toBe(
      "not_found",
    );
    expect(await written()).toEqual([]);
  });

  it("is told when somebody was faster", async () => {
    await setOverride(context("fukuoka approver"), kpi, given("○"));
    expect(await outcomeOf(setOverride(context("council editor"), kpi, given("×", 0)))).toBe(
      "conflict",
    );
    expect(await outcomeOf(setOverride(context("council editor"), kpi, given("×", 2)))).toBe(
      "conflict",
    );
    await setOverride(context("council editor"), kpi, given("×", 1));
    expect(await written()).toEqual(["mark 1 ○", "mark 2 ×"]);
    expect((await marksOf())?.mark).toBe("×");
    expect(await auditOf(portal.owner)).toHaveLength(2);
  });

  it.each(Array.from({ length: 8 }, (_, index) => index))(
    "is one of two set at once, and the other is told, round %i",
    async () => {
      const outcomes = await Promise.all([
        outcomeOf(setOverride(context("fukuoka approver"), kpi, given("○"))),
        outcomeOf(setOverride(context("council editor"), kpi, given("×"))),
      ]);
      expect(outcomes.sort()).toEqual(["conflict", "done"]);
      const [only] = await written();
      expect(await written()).toHaveLength(1);
      expect(only).toBe(`mark 1 ${(await marksOf())?.mark}`);
      expect(await auditOf(portal.owner)).toHaveLength(1);
    },
  );

  it("is taken back with a reason, and set again after that", async () => {
    const lead = context("fukuoka approver");
    await setOverride(lead, kpi, given("○"));
    const refusal = await refusalOf(setOverride(lead, kpi, given("", 1, "")));
    expect(refusal.fieldErrors).toEqual({ reason: "assessment.reason" });
    await setOverride(lead, kpi, given("", 1, "数値のとおりとする"));
    expect(await marksOf()).toEqual({ mark: "△", computed: "△" });
    // The one who saw neither step is told.
    expect(await outcomeOf(setOverride(lead, kpi, given("×", 0)))).toBe("conflict");
    await setOverride(lead, kpi, given("×", 2));
    expect(await marksOf()).toEqual({ mark: "×", computed: "△" });
    expect(await written()).toEqual(["mark 1 ○", "mark 2 −", "mark 3 ×"]);
    const { history } = await readAssessments(context("saga editor"), kpi);
    expect(history.map(({ version, value, author }) => [version, value, author])).toEqual([
      [3, "×", "fukuoka approver"],
      [2, null, "fukuoka approver"],
      [1, "○", "fukuoka approver"],
    ]);
  });

  it("writes who, for whom, what and why beside it", async () => {
    await setOverride(context("council editor"), kpi, given("○"));
    await setOverride(context("fukuoka approver"), kpi, given("×", 1, "再確認"));
    expect(await auditOf(portal.owner, "jewels/SHG-4-1-a/2023")).toMatchObject([
      {
        action: "override.set",
        actorId: person("council editor").id,
        organisation: "council",
        detail: { before: null, after: "○", reason: "現地の状況による" },
      },
      {
        action: "override.set",
        actorId: person("fukuoka approver").id,
        organisation: "fukuoka",
        detail: { before: "○", after: "×", reason: "再確認" },
        requestId: expect.stringMatching(/^request-/),
      },
    ]);
  });

  it("is not there without its audit event", async () => {
    const before = await versionOf("jewels");
    await portal.owner.unsafe(`
      create function public.refuse_audit() returns trigger language plpgsql as
        $$ begin raise exception 'no audit today'; end $$;
      create trigger refuse_audit before insert on audit_events
        for each row execute function public.refuse_audit()`);
    try {
      await expect(setOverride(context("fukuoka approver"), kpi, given("○"))).rejects.toThrow();
      await expect(setOutlook(context("kurume approver"), target, given("B", 9))).rejects.toThrow();
    } finally {
      await portal.owner.unsafe("drop function public.refuse_audit() cascade");
    }
    expect(await written()).toEqual([]);
    expect(await marksOf()).toEqual({ mark: "△", computed: "△" });
    expect(await versionOf("jewels")).toBe(before);
  });

  it("leaves no audit event where the evaluation cannot be written", async () => {
    await portal.owner.unsafe(
      "alter table evaluations add constraint no_mark check (mark <> '×') not valid",
    );
    try {
      await expect(setOverride(context("fukuoka approver"), kpi, given("×"))).rejects.toThrow();
    } finally {
      await portal.owner.unsafe("alter table evaluations drop constraint no_mark");
    }
    expect(await written()).toEqual([]);
    expect(await auditOf(portal.owner)).toEqual([]);
  });

  it("stays when a later acceptance computes another mark", async () => {
    await setOverride(context("fukuoka approver"), kpi, given("×"));
    await desk.report(question(kpi.code, "saga"), figure("1280"), 2);
    // 8 × 640 + 1,280 is 6,400, all of it.
    expect(await marksOf()).toEqual({ mark: "×", computed: "○" });
    await setOverride(context("fukuoka approver"), kpi, given("", 1));
    expect(await marksOf()).toEqual({ mark: "○", computed: "○" });
  });

  it("stands before any figure, too, without one", async () => {
    const before = { ...kpi, fy: 2024 };
    await setOverride(context("fukuoka approver"), before, given("ー"));
    expect(await marksOf(kpi.code, kpi.plan, 2024)).toEqual({ mark: "ー", computed: null });
  });

  it("makes pages that were kept new, once each time", async () => {
    const first = await readRegion(context("council viewer"), "jewels", 2023);
    const again = (unless?: string) =>
      readRegion(context("council viewer"), "jewels", 2023, unless);
    expect(await again(first?.version)).toBeNull();
    await setOverride(context("fukuoka approver"), kpi, given("×"));
    const second = await again(first?.version);
    expect(second?.version).not.toBe(first?.version);
    expect(await again(second?.version)).toBeNull();
    await outcomeOf(setOverride(context("fukuoka approver"), kpi, given("○", 0)));
    expect(await again(second?.version)).toBeNull();
  });
});

describe("a mark of a project", () => {
  const read = (post: Post | null) => readRollup(context(post), "kitakyushu", 2016);
  const projectOf = async (post: Post | null, code = measure.code as string) => {
    const rollup = await read(post);
    const node = rollup.nodes.find((one) => one.code === code);
    return node && rollup.byNode.get(node.id);
  };

  it("changes the counts by project, and the version of kept pages", async () => {
    const before = await read("kitakyushu approver");
    const computed = (await projectOf("kitakyushu approver"))?.computedMark ?? null;
    expect(await projectOf("kitakyushu approver")).toMatchObject({ mark: "C" });
    const region = await readRegion(context("saga viewer"), "kitakyushu", 2016);
    await setOverride(context("kitakyushu approver"), measure, given("A", 1));
    const after = await read("kitakyushu approver");
    const { A = 0, C = 0, ...rest } = before.total.counts;
    expect(after.total.counts).toEqual({ ...rest, A: A + 1, C: C - 1 });
    expect(after.total.counted).toBe(before.total.counted);
    expect(await projectOf("kitakyushu approver")).toMatchObject({
      mark: "A",
      computedMark: computed,
    });
    expect(after.version).not.toBe(before.version);
    const next = await readRegion(context("saga viewer"), "kitakyushu", 2016, region?.version);
    expect(next?.total.counts).toEqual(after.total.counts);
    const node = await readNode(
      context("kitakyushu editor"),
      { plan: "kitakyushu", kind: "project", node: "M003" },
      2016,
    );
    expect(node?.override).toMatchObject({ value: "A", reason: "現地の状況による" });
  });

  it("does not move what was published", async () => {
    const before = await read(null);
    expect(before.edition).not.toBeNull();
    await setOverride(context("kitakyushu approver"), measure, given("D", 1));
    const after = await read(null);
    expect(after.total).toEqual(before.total);
    expect([...after.byNode]).toEqual([...before.byNode]);
    expect(await projectOf(null)).toMatchObject({ mark: "C" });
    expect(await projectOf("kurume viewer")).toMatchObject({ mark: "D" });
  });

  it("is taken back to the computed one, not to the printed one", async () => {
    await setOverride(context("kitakyushu approver"), measure, given("", 1));
    const now = await projectOf("kitakyushu approver");
    expect(now?.mark).toBe(now?.computedMark);
    expect(await projectOf(null)).toMatchObject({ mark: "C" });
  });

  it("begins from the version that came with the plan", async () => {
    expect(await outcomeOf(setOverride(context("kitakyushu approver"), measure, given("A")))).toBe(
      "conflict",
    );
  });

  it.each([
    ["kitakyushu approver", "done"],
    ["kitakyushu editor", "done"],
    ["kurume approver", "forbidden"],
    ["fukuoka approver", "forbidden"],
    ["council editor", "forbidden"],
    [null, "forbidden"],
  ] as const)("by %s: %s", async (post, expected) => {
    expect(await outcomeOf(setOverride(context(post), measure, given("A", 1)))).toBe(expected);
  });

  it("may be one that is given by hand only, and one outside the counts", async () => {
    await setOverride(context("kitakyushu approver"), measure, given("終了", 1));
    expect(await projectOf("kitakyushu approver")).toMatchObject({ mark: "終了" });
  });

  it("of a repost is its original's", async () => {
    const [repost] = await portal.owner<{ code: string; original: string }[]>`
      select n.code, o.code as original from plan_nodes n
      join plan_nodes o on o.id = n.repost_of_id join plans p on p.id = n.plan_id
      where p.code = 'jewels' and n.code = 'SHG-7-1'`;
    expect(repost).toEqual({ code: "SHG-7-1", original: "SHG-4-1" });
    const codes = { plan: "jewels", kind: "project", code: "SHG-7-1", fy: 2023 } as const;
    await setOverride(context("fukuoka approver"), codes, given("×"));
    const rollup = await readRollup(context("saga editor"), "jewels", 2023);
    for (const code of ["SHG-4-1", "SHG-7-1"]) {
      const node = rollup.nodes.find((one) => one.code === code);
      expect(rollup.byNode.get(node?.id ?? "")?.mark, code).toBe("×");
    }
    expect(
      await outcomeOf(
        setOverride(context("fukuoka approver"), { ...codes, code: "SHG-4-1" }, given("○")),
      ),
    ).toBe("conflict");
  });

  it("asks for the lead of the original, wherever it is shown again", async () => {
    // A repost of 福岡県's project in a PT that another prefecture leads.
    await portal.owner`
      insert into plan_nodes (plan_id, parent_id, kind, code, number, name, repost_of_id, position)
      select p.id, parent.id, 'project', 'CKR-9-9', '1', '再掲', original.id, 99 from plans p
      join plan_nodes parent on parent.plan_id = p.id and parent.code = 'CKR-1'
      join plan_nodes original on original.plan_id = p.id and original.code = 'SHG-4-1'
      where p.code = 'jewels'`;
    const codes = { plan: "jewels", kind: "project", code: "CKR-9-9", fy: 2023 } as const;
    const [ckr] = await portal.owner<{ lead: OrganisationSlug }[]>`
      select o.slug as lead from node_organisations x join organisations o on o.id = x.organisation_id
      join plan_nodes n on n.id = x.node_id where x.role = 'lead' and n.code = 'CKR'`;
    const other: Post = `${ckr?.lead ?? "oita"} approver`;
    expect(other).not.toBe("fukuoka approver");
    try {
      expect(await outcomeOf(setOverride(context(other), codes, given("○")))).toBe("forbidden");
      expect(await outcomeOf(setOverride(context("fukuoka approver"), codes, given("○")))).toBe(
        "done",
      );
    } finally {
      await portal.owner`delete from plan_nodes where code = 'CKR-9-9'`;
    }
  });
});

describe("an outlook", () => {
  const given2016 = (value: string, baseVersion: number) =>
    given(value, baseVersion, "２年続けて上回っている");
  const outlookOf = async (post: Post | null) => {
    const rollup = await readRollup(context(post), "kurume", 2016);
    const id = rollup.indicators.find(({ code }) => code === target.code)?.id ?? "";
    return { outlook: rollup.outlooks.get(id), mark: rollup.evaluations.get(id)?.mark };
  };
  let printed: number;
  beforeAll(async () => {
    const [row] = await portal.owner<{ version: number }[]>`
      select coalesce(max(a.version), 0) as version from assessments a
      join indicators i on i.id = a.indicator_id join plans p on p.id = i.plan_id
      where p.code = 'kurume' and i.code = 'T1' and a.fy = 2016 and a.kind = 'outlook'`;
    printed = row?.version ?? 0;
  });

  it("is given by the plan's owner, and changes no mark", async () => {
    const before = await outlookOf("kurume approver");
    const version = await versionOf("kurume");
    await setOutlook(context("kurume editor"), target, given2016("C", printed));
    expect(await outlookOf("kurume approver")).toEqual({ ...before, outlook: "C" });
    expect(await versionOf("kurume")).toBe(version + 1);
    expect(await auditOf(portal.owner, "kurume/T1/2016")).toMatchObject([
      { action: "outlook.set", organisation: "kurume", detail: { after: "C" } },
    ]);
  });

  it("is taken back", async () => {
    await setOutlook(context("kurume approver"), target, given2016("C", printed));
    await setOutlook(context("kurume approver"), target, given2016("", printed + 1));
    expect((await outlookOf("kurume approver")).outlook).toBeUndefined();
  });

  it("does not move what was published", async () => {
    const before = await outlookOf(null);
    await setOutlook(context("kurume approver"), target, given2016("C", printed));
    expect(await outlookOf(null)).toEqual(before);
  });

  it("goes beside a mark of the same year, each with its own versions", async () => {
    const marks = await readAssessments(context("kurume approver"), {
      ...target,
      kind: "indicator",
    });
    const set = marks.history.find(({ kind }) => kind === "mark")?.version ?? 0;
    await setOutlook(context("kurume approver"), target, given2016("B", printed));
    await setOverride(
      context("kurume approver"),
      { ...target, kind: "indicator" },
      given("×", set),
    );
    expect(await outlookOf("kurume viewer")).toEqual({ outlook: "B", mark: "×" });
  });

  it.each([
    ["kurume approver", "done"],
    ["kurume editor", "done"],
    ["kurume viewer", "forbidden"],
    ["kitakyushu approver", "forbidden"],
    ["fukuoka approver", "forbidden"],
    ["council editor", "forbidden"],
    [null, "forbidden"],
  ] as const)("by %s: %s", async (post, expected) => {
    const set = setOutlook(context(post), target, given2016("A", printed));
    expect(await outcomeOf(set)).toBe(expected);
  });

  it("asks for a reason, a step of the plan's scale, and the newest version", async () => {
    const by = context("kurume approver");
    const errors = async (input: Record<string, unknown>) =>
      (await refusalOf(setOutlook(by, target, input))).fieldErrors;
    expect(await errors({ ...given2016("A", printed), reason: "" })).toEqual({
      reason: "assessment.reason",
    });
    expect(await errors(given2016("○", printed))).toEqual({ value: "assessment.value" });
    expect(await outcomeOf(setOutlook(by, target, given2016("A", printed + 1)))).toBe("conflict");
    // JEWELS+ has no scale of outlooks.
    const refused = setOutlook(context("council editor"), kpi, given("A"));
    expect((await refusalOf(refused)).fieldErrors).toEqual({ value: "assessment.value" });
    expect(await written()).toEqual([]);
  });

  it("is one of two given at once", async () => {
    const outcomes = await Promise.all([
      outcomeOf(setOutlook(context("kurume approver"), target, given2016("A", printed))),
      outcomeOf(setOutlook(context("kurume editor"), target, given2016("B", printed))),
    ]);
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
    expect(await auditOf(portal.owner)).toHaveLength(1);
  });
});

describe("a proposed outlook", () => {
  it("leaves out a year whose sum is partial, which would look like a fall", async () => {
    const code = "SHG-3-1-a";
    const report = async (fy: number, value: string, slugs: readonly OrganisationSlug[]) => {
      for (const slug of slugs) await desk.report(question(code, slug, fy), figure(value));
    };
    await report(2021, "1000", prefectureSlugs);
    await report(2022, "1100", prefectureSlugs);
    const proposedFor = async (fy: number) => {
      const codes = { plan: "jewels", kind: "indicator", code, fy } as const;
      return (await readAssessments(context("council viewer"), codes)).proposed?.outlook;
    };
    const before = await proposedFor(2022);
    await report(2023, "1150", prefectureSlugs.slice(0, 7));
    expect(before?.because).toBe("pace");
    expect(await proposedFor(2023)).toEqual(before);
  });
});
