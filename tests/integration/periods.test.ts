import { afterAll, beforeAll, expect, it } from "vitest";
import type { TimeAggregation } from "#app/domain/indicator/definition.ts";
import { explanationSteps } from "#app/i18n/explanation.ts";
import type { Actor } from "#app/policy/can.ts";
import { readReport } from "#app/services/observation/read.server.ts";
import { explainIndicator } from "#app/services/rollup/explain-indicator.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { indicatorIn, redefine } from "#tests/factories/definition.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openRound } from "#tests/factories/rounds.ts";
import { actingAs, deskOf, figure, fraction, outcomeOf, question } from "#tests/factories/steps.ts";

// JNZ-6-2-a is reported by every prefecture and added up; here it is asked for by quarter.
const code = "JNZ-6-2-a";
const fy = 2023;

let portal: Portal;
let desk: ReturnType<typeof deskOf>;
let saga: Actor;
const people = new Map<Post, Actor>();

beforeAll(async () => {
  portal = await openPortal();
  for (const post of ["saga editor", "oita editor", "oita approver", "fukuoka approver"] as const)
    people.set(post, await createPerson(portal.owner, post));
  const [lead] = await portal.owner`
    select o.slug from node_organisations x join plan_nodes n on n.id = x.node_id
    join organisations o on o.id = x.organisation_id where n.code = 'JNZ' and x.role = 'lead'`;
  const approver: Post = `${lead?.slug as "fukuoka"} approver`;
  people.set(approver, await createPerson(portal.owner, approver));
  desk = deskOf(portal, (post) => people.get(post) as Actor);
  saga = people.get("saga editor") as Actor;
  await redefine(portal.owner, "jewels", (content) => {
    Object.assign(indicatorIn(content, code), {
      frequency: "quarterly",
      timeAggregation: "sum",
      reporters: ["saga", "oita"],
    });
  });
  await openRound(portal.owner, { fy, dueOn: "2024-06-30" });
});
afterAll(() => portal.close());

/** Quarters come with and without decimals here, which is to be explained. */
const explained = (value: string) => figure(value, { note: "四半期の集計による。" });

const quarter = (organisation: "saga" | "oita", period: number) => ({
  ...question(code, organisation, fy),
  period,
});
const reading = async () => {
  const found = await readIndicator(
    actingAs(portal, saga),
    { plan: "jewels", indicator: code },
    fy,
  );
  return found?.evaluation;
};

it("asks for each quarter by itself, and for nothing else", async () => {
  const home = await readWorkspaceHome(actingAs(portal, saga), "saga");
  const owed = home.owed.filter((row) => row.code === code && row.fy === fy);
  expect(owed.map((row) => [row.period, row.state])).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [4, null],
  ]);
  expect(await outcomeOf(desk.submit(quarter("saga", 0), 0, figure("1")))).toBe("not_found");
  expect(await outcomeOf(desk.submit(quarter("saga", 5), 0, figure("1")))).toBe("not_found");
});

it("adds the quarters up, and is partial until the last of them is accepted", async () => {
  for (const [period, value] of ["10", "20.5", "30"].entries())
    await desk.report(quarter("saga", period + 1), explained(value));
  expect(await reading()).toMatchObject({
    actual: "60.5",
    reported: 0,
    expectedReporters: 2,
    missing: ["saga", "oita"],
    mark: null,
    unjudged: "incomplete",
  });
  await desk.report(quarter("saga", 4), explained("39.5"));
  expect(await reading()).toMatchObject({ actual: "100", reported: 1, missing: ["oita"] });
  for (const period of [1, 2, 3, 4]) await desk.report(quarter("oita", period), explained("25"));
  expect(await reading()).toMatchObject({ actual: "200", reported: 2, missing: [] });
});

it("keeps the quarters apart: each its own versions and its own correction", async () => {
  await desk.report(quarter("saga", 2), explained("21.5"), 2);
  expect(await reading()).toMatchObject({ actual: "201" });
  const report = await readReport(actingAs(portal, saga), quarter("saga", 2));
  expect(report.versions.map((version) => version.value)).toEqual(["21.5", "21.5", "20.5", "20.5"]);
  expect((await readReport(actingAs(portal, saga), quarter("saga", 1))).versions).toHaveLength(2);
  const pt = await readPtWorkspace(
    actingAs(portal, saga),
    { organisation: "saga", plan: "jewels", pt: "JNZ" },
    fy,
    new Date(),
  );
  const rows = pt.policies.flatMap((policy) => policy.projects.flatMap((p) => p.indicators));
  expect(rows.find((row) => row.code === code)?.reports.map((r) => r.state)).toEqual(
    Array.from({ length: 4 }, () => "accepted"),
  );
});

it("takes the last quarter of a state, and the mean where the indicator says so", async () => {
  const recompute = async (over: TimeAggregation) => {
    await redefine(portal.owner, "jewels", (content) => {
      indicatorIn(content, code).timeAggregation = over;
    });
    // Any acceptance brings the evaluation up to the definition.
    const [head] = await portal.owner`
      select version from observations o join indicators i on i.id = o.indicator_id
      join organisations g on g.id = o.organisation_id
      where i.code = ${code} and g.slug = 'oita' and o.fy = ${fy} and o.period = 4`;
    await desk.report(quarter("oita", 4), explained("25"), Number(head?.version));
    return reading();
  };
  // Saga 39.5 + Oita 25; then (10 + 21.5 + 30 + 39.5) ÷ 4 + 25 = 25.25 + 25.
  expect(await recompute("last")).toMatchObject({ actual: "64.5", reported: 2 });
  expect(await recompute("mean")).toMatchObject({ actual: "50.25", reported: 2 });
});

it("explains itself with the quarters in", async () => {
  const found = await explainIndicator(
    actingAs(portal, saga),
    { plan: "jewels", indicator: code },
    fy,
  );
  if (!found?.trace) throw new Error("No trace");
  expect(found.reporters.map((r) => r.answers.map((a) => a.period))).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
  const [actual] = explanationSteps({
    ...found.trace,
    indicator: found.indicator,
    rubric: found.plan.rubric,
    fy,
    names: { saga: "佐賀県", oita: "大分県" },
  });
  expect(actual?.words).toBe("各団体の報告値を合計します。各団体の値は年度内の平均です。");
  expect(actual?.numbers).toContain("佐賀県 25.25 ＋ 大分県 25 ＝ 50.25");
});

it("asks only in the years of the survey", async () => {
  await redefine(portal.owner, "jewels", (content) => {
    const survey = { frequency: "every_n_years", surveyInterval: 3, surveyFy: 2021 };
    Object.assign(indicatorIn(content, "JNZ-6-1-a"), survey);
  });
  expect(await outcomeOf(desk.submit(question("JNZ-6-1-a", "saga", 2022), 0, figure("1")))).toBe(
    "not_found",
  );
  const asked = await outcomeOf(
    desk.submit(question("JNZ-6-1-a", "saga", 2024), 0, { ...figure("1"), ...fraction("1", "2") }),
  );
  expect(asked).toBe("done");
});
