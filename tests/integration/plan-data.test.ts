import { readFileSync } from "node:fs";
import { asc, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import { seed } from "#seeds/run.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";
import { redefine } from "#tests/factories/definition.ts";
import { checksums } from "#tests/golden/checksums.ts";

// The transcribed facts of the document, as far as they are loaded.
type Cell = { text: string; value: number | null };
type Outcome = {
  name: string;
  unit: string;
  baseline_text: string | null;
  baseline_value: number | null;
  baseline_asof: string | null;
  target_text: string | null;
  target_value: number | null;
  direction: string;
  cumulative: boolean;
  yearly_targets: Record<string, Cell>;
  relation_to_kpi: { kind: string; kpi: string | string[] } | null;
};
type Kpi = Omit<Outcome, "yearly_targets" | "relation_to_kpi" | "target_text" | "cumulative"> & {
  id: string;
  target_text: string;
  target_asof: string;
  target_year_normalised: string;
  cumulative: boolean | "unclear";
  source_stat: string | null;
  roadmap: Record<string, Cell>;
  roadmap_other: Record<string, Cell> | null;
  roadmap_yearly_increment: Record<string, number> | null;
  is_repost_kpi: boolean;
  shared_with: string | null;
};
type Project = {
  id: string;
  policy_no: string;
  project_no: string;
  name: string;
  repost_of: string | null;
  overview_kpi_text: string | null;
  is_digital_new: boolean;
  horizon: string;
  kpis: Kpi[];
};
type Pt = {
  no: number;
  code: string;
  name: string;
  lead_organisation: string;
  economic_partner: string[];
  leaders: { role: string; organisation: string; inferred: boolean }[];
  outcomes: Outcome[];
  policies: { no: string; name: string; cross_theme: string | null }[];
  projects: Project[];
};

const file = new URL("../golden/jewels.facts.json", import.meta.url);
const { pts }: { pts: Pt[] } = JSON.parse(readFileSync(file, "utf8"));
const kpis = pts.flatMap((pt) => pt.projects.flatMap((project) => project.kpis));
const projectFacts = pts.flatMap((pt) => pt.projects);

/** Remarks of the transcription stand in English; the plan says where a text stands in Japanese. */
function inJapanese(text: string | null): string | null {
  return (
    text
      ?.replace("（outline, no unit）", "（概要）")
      .replaceAll(/[（(]outline[）)]/g, "（概要）")
      .replaceAll(/[（(]project page[）)]/g, "（個票）")
      .replace("（project page: ", "（個票：")
      .replaceAll(/ \((R\d|from KPI [^ ]+|printed, almost certainly a copy-paste error)\)$/g, "")
      .replace(/（printed on .*$/, "") ?? null
  );
}

const year = (printed: string) => 2018 + Number.parseInt(printed.slice(1), 10);
const figure = (value: number | null | undefined) => (value == null ? null : String(value));

let database: TestDatabase;
let connection: ReturnType<typeof openDatabase>;
let plan: Awaited<ReturnType<typeof readPlan>>;

beforeAll(async () => {
  database = await testDatabase();
  connection = openDatabase(database.ownerUrl, { max: 1, name: "test" });
  plan = await readPlan();
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

async function readPlan() {
  const db = connection.database;
  const s = schema;
  const [row] = await db.select().from(s.plans).where(eq(s.plans.code, "jewels"));
  if (!row) throw new Error("JEWELS+ is not loaded");
  const named = { shortName: s.organisations.shortName, name: s.organisations.name };
  const nodes = await db
    .select()
    .from(s.planNodes)
    .where(eq(s.planNodes.planId, row.id))
    .orderBy(asc(s.planNodes.position));
  const indicators = await db.select().from(s.indicators).where(eq(s.indicators.planId, row.id));
  // The portal holds other plans too; what hangs on a plan's nodes and indicators is the plan's.
  const nodeIds = nodes.map((node) => node.id);
  const indicatorIds = indicators.map((indicator) => indicator.id);
  const attachments = await db
    .select()
    .from(s.indicatorNodes)
    .where(inArray(s.indicatorNodes.nodeId, nodeIds))
    .orderBy(asc(s.indicatorNodes.position));
  return {
    row,
    nodes,
    node: (code: string) => only(nodes, (node) => node.code === code),
    projects: await db.select().from(s.projects).where(inArray(s.projects.nodeId, nodeIds)),
    themes: await db.select().from(s.nodeThemes).where(inArray(s.nodeThemes.nodeId, nodeIds)),
    organisations: await db
      .select({ nodeId: s.nodeOrganisations.nodeId, role: s.nodeOrganisations.role, ...named })
      .from(s.nodeOrganisations)
      .innerJoin(s.organisations, eq(s.organisations.id, s.nodeOrganisations.organisationId))
      .where(inArray(s.nodeOrganisations.nodeId, nodeIds))
      .orderBy(asc(s.nodeOrganisations.position)),
    leaders: await db
      .select({ leader: s.nodeLeaders, ...named })
      .from(s.nodeLeaders)
      .innerJoin(s.organisations, eq(s.organisations.id, s.nodeLeaders.organisationId))
      .where(inArray(s.nodeLeaders.nodeId, nodeIds))
      .orderBy(asc(s.nodeLeaders.position)),
    indicators,
    indicator: (code: string) => only(indicators, (indicator) => indicator.code === code),
    parts: await db
      .select()
      .from(s.indicatorParts)
      .where(inArray(s.indicatorParts.indicatorId, indicatorIds)),
    reporters: await db
      .select()
      .from(s.indicatorReporters)
      .where(inArray(s.indicatorReporters.indicatorId, indicatorIds)),
    attachments,
    attachment: (code: string) => only(attachments, (attachment) => attachment.code === code),
    targets: await db
      .select()
      .from(s.targets)
      .where(inArray(s.targets.indicatorId, indicatorIds))
      .orderBy(asc(s.targets.position)),
    evaluations: await db
      .select()
      .from(s.evaluations)
      .where(inArray(s.evaluations.indicatorId, indicatorIds)),
  };
}

function only<Row>(rows: readonly Row[], holds: (row: Row) => boolean): Row {
  const found = rows.filter(holds);
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${found.length} rows`);
  return row;
}

/** Economic bodies are printed by their short names, prefectures by their full ones. */
const printedName = ({ shortName, name }: { shortName: string; name: string }) =>
  name.endsWith("県") ? name : shortName;

/** The roadmap cells as the document prints them. */
function printedCells(
  roadmap: Record<string, Cell>,
  other: Record<string, Cell> | null,
  increments: Record<string, number> | null,
) {
  return [...Object.entries(other ?? {}), ...Object.entries(roadmap)].map(([column, cell]) => {
    const [from, to] = column.split("–");
    const placed = /^R\d+(–R\d+)?$/.test(column);
    return {
      fy: placed ? year(to ?? column) : null,
      spanFrom: placed && to && from ? year(from) : null,
      value: figure(cell.value),
      text: cell.text,
      increment: figure(increments?.[column]),
      undecided: cell.text.startsWith("※"),
    };
  });
}

function loadedCells(indicatorId: string) {
  return plan.targets
    .filter((target) => target.indicatorId === indicatorId)
    .map(({ fy, spanFrom, value, text, increment, undecided }) => {
      return { fy, spanFrom, value, text, increment, undecided };
    });
}

describe("the loaded plan", () => {
  it("has the levels, terms and counts of the document", () => {
    expect(plan.row).toMatchObject({
      name: "第２期九州創生アクションプラン",
      nickname: "JEWELS+",
      firstFy: 2020,
      lastFy: 2027,
      levelNames: { goal: "PT", policy: "基本施策", project: "プロジェクト" },
    });
    const count = (kind: string) => plan.nodes.filter((node) => node.kind === kind).length;
    expect([count("goal"), count("policy"), count("project")]).toEqual([6, 37, 56]);
    expect(plan.nodes.filter((node) => node.repostOfId)).toHaveLength(4);
    expect(kpis).toHaveLength(66);
    expect(plan.attachments.filter((a) => a.role === "kpi")).toHaveLength(66);
    expect(plan.attachments.filter((a) => a.role === "outcome")).toHaveLength(13);
    expect(plan.attachments.filter((a) => a.isRepost)).toHaveLength(6);
    expect(plan.indicators).toHaveLength(67);
    expect(plan.targets).toHaveLength(206);
    expect(plan.targets.filter((target) => target.undecided)).toHaveLength(4);
    expect(plan.targets.filter((target) => target.spanFrom !== null)).toHaveLength(2);
    expect(plan.targets.filter((target) => target.fy === null)).toHaveLength(4);
  });

  it.each(pts)("$code: lead, partners, leaders, policies", (pt) => {
    const goal = plan.node(pt.code);
    expect(goal).toMatchObject({ kind: "goal", number: String(pt.no), name: pt.name });
    const byRole = (role: string) =>
      plan.organisations
        .filter((row) => row.nodeId === goal.id && row.role === role)
        .map(printedName);
    expect(byRole("lead")).toEqual([pt.lead_organisation]);
    expect(byRole("economic_partner")).toEqual(pt.economic_partner);
    expect(new Set([...byRole("lead"), ...byRole("partner")]).size).toBe(9);
    expect(
      plan.leaders
        .filter(({ leader }) => leader.nodeId === goal.id)
        .map((row) => ({
          role: row.leader.office,
          organisation: printedName(row),
          inferred: row.leader.inferred,
        })),
    ).toEqual(
      pt.leaders.map(({ role, organisation, inferred }) => ({ role, organisation, inferred })),
    );
    const themes = { 女性: "women", GX: "gx", デジタル: "digital" } as Record<string, string>;
    expect(
      plan.nodes
        .filter((node) => node.parentId === goal.id)
        .map((node) => ({
          no: node.number,
          name: node.name,
          cross_theme: plan.themes.find((row) => row.nodeId === node.id)?.theme ?? null,
        })),
    ).toEqual(
      pt.policies.map((policy) => ({
        ...policy,
        cross_theme: policy.cross_theme && themes[policy.cross_theme],
      })),
    );
  });

  it.each(projectFacts)("$id: name, place, term, theme", (facts) => {
    const node = plan.node(facts.id);
    expect(node).toMatchObject({ kind: "project", number: facts.project_no, name: facts.name });
    const policy = only(plan.nodes, (candidate) => candidate.id === node.parentId);
    expect(policy.number).toBe(facts.policy_no);
    expect(node.repostOfId).toBe(facts.repost_of && plan.node(facts.repost_of).id);
    const project = only(plan.projects, (row) => row.nodeId === node.id);
    expect(project.overviewText).toBe(facts.overview_kpi_text);
    expect(project.purpose).toMatch(/。$/);
    // 「–R6 (added later…)」 has no printed beginning; such projects came with the others of R4.
    const [, from = "R4", to = ""] = /^(R\d)?–(R\d)/.exec(facts.horizon) ?? [];
    expect([project.firstFy, project.lastFy]).toEqual([year(from), year(to)]);
    const themes = plan.themes.filter((row) => [node.id, policy.id].includes(row.nodeId));
    expect(themes.some((row) => row.theme === "digital")).toBe(facts.is_digital_new);
  });

  it.each(kpis)("$id: listed where it is printed", (facts) => {
    const attachment = plan.attachment(facts.id);
    const project = projectFacts.find((candidate) => candidate.kpis.includes(facts));
    expect(attachment).toMatchObject({
      nodeId: plan.node(project?.id ?? "").id,
      role: "kpi",
      name: facts.name,
      isRepost: facts.is_repost_kpi,
    });
    const shown = facts.is_repost_kpi || facts.id === "JNZ-4-1-a";
    const home = shown ? facts.shared_with : facts.id;
    expect(attachment.indicatorId).toBe(plan.indicator(home ?? "").id);
  });

  const own = kpis.filter((kpi) => !kpi.is_repost_kpi && kpi.id !== "JNZ-4-1-a");

  it.each(own)("$id: baseline, target and roadmap as printed", (facts) => {
    const loaded = plan.indicator(facts.id);
    expect(loaded).toMatchObject({
      name: facts.name,
      unit: facts.unit,
      baselineValue: figure(facts.baseline_value),
      baselineText: inJapanese(facts.baseline_text),
      baselineAsOf: inJapanese(facts.baseline_asof),
      targetValue: figure(facts.target_value),
      targetText: inJapanese(facts.target_text),
      targetDue: inJapanese(facts.target_asof),
      targetFy: year(facts.target_year_normalised),
      source: inJapanese(facts.source_stat),
    });
    expect(loadedCells(loaded.id)).toEqual(
      printedCells(facts.roadmap, facts.roadmap_other, facts.roadmap_yearly_increment),
    );
    expect(loaded.direction === "milestone").toBe(facts.direction === "milestone");
    if (facts.direction === "maintain") expect(loaded.direction).toBe("at_least");
    if (facts.cumulative === true) expect(loaded.series).toBe("cumulative");
    if (facts.cumulative === false) expect(loaded.series).not.toBe("cumulative");
  });

  it.each(
    pts.flatMap((pt) =>
      pt.outcomes.map((outcome, index) => ({ ...outcome, goal: pt.code, index: index + 1 })),
    ),
  )("$goal outcome $index: $name", (facts) => {
    const attachment = plan.attachment(`${facts.goal}-o${facts.index}`);
    expect(attachment).toMatchObject({
      nodeId: plan.node(facts.goal).id,
      role: "outcome",
      name: facts.name,
      isRepost: false,
    });
    const relation = facts.relation_to_kpi;
    if (relation?.kind === "same_series_as" || relation?.kind === "same_target_as") {
      expect(attachment.indicatorId).toBe(plan.indicator(String(relation.kpi)).id);
      return;
    }
    const loaded = plan.indicator(attachment.code);
    expect(loaded).toMatchObject({
      id: attachment.indicatorId,
      unit: facts.unit,
      baselineValue: figure(facts.baseline_value),
      baselineText: facts.baseline_text,
      baselineAsOf: inJapanese(facts.baseline_asof),
      targetValue: figure(facts.target_value),
      targetFy: 2024,
      firstFy: 2020,
      lastFy: 2024,
    });
    if (facts.target_text === null) expect(loaded.targetText).toMatch(/（数値目標なし）$/);
    else expect(loaded.targetText).toBe(facts.target_text);
    expect(loadedCells(loaded.id)).toEqual(printedCells(facts.yearly_targets, null, null));
    const derivation = { sum_of: "sum_of", cumulative_of: "running_total_of" } as const;
    expect(loaded.derivation).toBe(
      relation ? derivation[relation.kind as keyof typeof derivation] : null,
    );
    const parts = plan.parts.filter((row) => row.indicatorId === loaded.id).map((r) => r.partId);
    expect(new Set(parts)).toEqual(
      new Set([relation?.kpi ?? []].flat().map((code) => plan.indicator(code).id)),
    );
  });

  it("asks somebody for every indicator, or computes it", () => {
    for (const indicator of plan.indicators) {
      const asked = plan.reporters.filter((row) => row.indicatorId === indicator.id);
      expect(asked.length > 0, indicator.code).toBe(indicator.derivation === null);
      if (indicator.aggregation === "single" && indicator.derivation === null)
        expect(asked, indicator.code).toHaveLength(1);
      expect(indicator.aggregationNote, indicator.code).toMatch(/。$/);
    }
  });

  it("computes the shared survey of the two child projects once", () => {
    const loaded = plan.indicator("JSD-3-2-a");
    expect(loaded.derivation).toBe("same_as");
    const parts = plan.parts.filter((row) => row.indicatorId === loaded.id);
    expect(parts.map((row) => row.partId)).toEqual([plan.indicator("JSD-3-1-a").id]);
    // What is read from another indicator must be asked for as long as it is read.
    expect(plan.indicator("JSD-3-1-a").lastFy).toBe(loaded.lastFy);
  });

  it("adds the years of the migrants up in the roadmap only", () => {
    expect(plan.indicators.filter((i) => i.roadmapCumulative).map((i) => i.code)).toEqual([
      "CKR-1-1-a",
    ]);
    expect(plan.indicator("CKR-1-1-a").series).toBe("annual");
  });

  it("has an evaluation for every indicator and year of its term", () => {
    const rows = plan.evaluations;
    const years = plan.indicators.reduce((n, i) => n + i.lastFy - i.firstFy + 1, 0);
    expect(rows).toHaveLength(years);
    expect(rows.every((row) => row.mark === null && !row.isDemo)).toBe(true);
  });

  it("has an evaluation for every indicator and year of the other plans, none of a demo", async () => {
    const [count] = await connection.pool`
      select (select sum(last_fy - first_fy + 1)::int from indicators) as years,
             (select count(*)::int from evaluations) as evaluations,
             (select count(*)::int from evaluations where is_demo) as demo`;
    expect(count?.evaluations).toBe(count?.years);
    expect(count?.demo).toBe(0);
  });
});

describe("loading again", () => {
  it("changes nothing", async () => {
    const before = await checksums(connection.pool);
    await seed({ ownerUrl: database.ownerUrl, demo: false, log: () => {} });
    expect(await checksums(connection.pool)).toEqual(before);
  });

  it("brings definitions up to date that an older release left", async () => {
    const { pool } = connection;
    const before = await checksums(pool);
    await redefine(pool, "jewels", ({ nodes, indicators }) => {
      for (const node of nodes) if (node.code === "JSD-5") node.position = 99;
      for (const indicator of indicators) {
        indicator.roadmap = indicator.roadmap.filter((cell) => cell.text !== "6,400 社");
        if (indicator.code === "SHG-4-1-a") indicator.name = "旧名";
      }
    });
    await seed({ ownerUrl: database.ownerUrl, demo: false, log: () => {} });
    // Evaluations are computed anew, and their version says so.
    const { evaluations, plan_figures } = before;
    expect({ ...(await checksums(pool)), evaluations, plan_figures }).toEqual(before);
  });
});
