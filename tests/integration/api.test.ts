import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openapiDocument } from "#app/lib/api/openapi.ts";
import * as schemas from "#app/lib/api/schemas.ts";
import * as explanationRoute from "#app/routes/api/explanation.ts";
import * as healthRoute from "#app/routes/api/health.ts";
import * as indicatorRoute from "#app/routes/api/indicator.ts";
import * as notFoundRoute from "#app/routes/api/not-found.ts";
import * as openapiRoute from "#app/routes/api/openapi.ts";
import * as planRoute from "#app/routes/api/plan.ts";
import * as plansRoute from "#app/routes/api/plans.ts";
import * as rollupRoute from "#app/routes/api/rollup.ts";
import { prefectureSlugs } from "#seeds/organisations.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { deskOf, figure, fraction, question } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

type Cell = { text: string; value: number | null };
type KpiFacts = {
  id: string;
  name: string;
  unit: string;
  baseline_value: number | null;
  target_value: number | null;
  target_year_normalised: string;
  roadmap: Record<string, Cell>;
  roadmap_other: Record<string, Cell> | null;
  is_repost_kpi: boolean;
};
type ProjectFacts = { id: string; policy_no: string; repost_of: string | null; kpis: KpiFacts[] };
type PtFacts = {
  code: string;
  name: string;
  lead_organisation: string;
  policies: { name: string }[];
  projects: ProjectFacts[];
};
const file = new URL("../golden/jewels.facts.json", import.meta.url);
const { pts }: { pts: PtFacts[] } = JSON.parse(readFileSync(file, "utf8"));
const projectFacts = pts.flatMap((pt) => pt.projects);
const kpiFacts = projectFacts.flatMap((project) => project.kpis);

const routes = {
  plans: plansRoute,
  plan: planRoute,
  rollup: rollupRoute,
  indicator: indicatorRoute,
  explanation: explanationRoute,
  health: healthRoute,
};

let portal: Portal;
let endWeb: () => Promise<void>;
let cookie: string;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const { email } = await createAccount(portal.owner, "council viewer");
  cookie = await signInAs(email);

  const desk = deskOf(portal, await createStaff(portal.owner));
  for (const slug of prefectureSlugs)
    await desk.report(question("SHG-4-1-a", slug), figure("640.5"));
  await desk.report(question("SGT-3-1-a", "kagoshima"), figure("15"));
  await desk.report(question("ANS-3-2-a", "oita"), fraction("13", "18"));
  await desk.save(question("SHG-2-2-a", "saga"), 0, figure("987654"));
  await desk.submit(question("SHG-2-2-a", "oita"), 0, figure("987655"));
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

async function get(
  route: keyof typeof routes,
  params: Record<string, string> = {},
  options: { query?: string; cookie?: string } = {},
) {
  const path = `/api/v1/x${options.query ?? ""}`;
  const answer = await routes[route].loader(routeArgs(path, { params, cookie: options.cookie }));
  return {
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    body: await answer.json(),
  };
}

const jewels = { plan: "jewels" };
const decimal = (value: number | null) => (value === null ? null : String(value));

describe("GET /plans", () => {
  it("lists the plans, to everybody", async () => {
    const { status, type, body } = await get("plans");
    expect([status, type]).toEqual([200, expect.stringContaining("application/json")]);
    expect(z.array(schemas.planSummary).parse(body)).toEqual([
      {
        code: "jewels",
        name: "第２期九州創生アクションプラン",
        nickname: "JEWELS+",
        owner: "九州地域戦略会議",
        firstFy: 2020,
        lastFy: 2027,
        isDraft: false,
      },
      {
        code: "kitakyushu",
        name: "北九州市総合戦略（H27～H31）",
        nickname: null,
        owner: "北九州市",
        firstFy: 2015,
        lastFy: 2019,
        isDraft: false,
      },
      {
        code: "kurume",
        name: "久留米市総合戦略（H27～H31）",
        nickname: null,
        owner: "久留米市",
        firstFy: 2015,
        lastFy: 2019,
        isDraft: false,
      },
      {
        code: "mine",
        name: "美祢市総合戦略（H27～H31）",
        nickname: null,
        owner: "美祢市",
        firstFy: 2015,
        lastFy: 2019,
        isDraft: false,
      },
    ]);
  });
});

describe("GET /plans/jewels", () => {
  let plan: z.infer<typeof schemas.planDefinition>;
  beforeAll(async () => {
    const { status, body } = await get("plan", jewels);
    expect(status).toBe(200);
    plan = z.strictObject(schemas.planDefinition.shape).parse(body);
  });
  const node = (code: string) => {
    const found = plan.nodes.filter((one) => one.code === code);
    expect(found, code).toHaveLength(1);
    return found[0];
  };
  const indicator = (code: string) => {
    const found = plan.indicators.filter((one) => one.code === code);
    expect(found, code).toHaveLength(1);
    return found[0];
  };

  it("is that of a day, where one is asked for", async () => {
    const codes = async (asOf: string) => {
      const { status, body } = await get("plan", jewels, { query: `?asOf=${asOf}` });
      return status === 200
        ? [body.version.version, body.nodes.some((one: { code: string }) => one.code === "SHG-5-2")]
        : status;
    };
    expect(await codes("2023-03-31")).toEqual([1, false]);
    expect(await codes("令和5年4月1日")).toEqual([2, true]);
    expect(plan.version).toMatchObject({ version: 2, firstFy: 2023, effectiveOn: "2023-04-01" });
    expect(await codes("2020-03-31")).toBe(404);
    expect(await codes("2023-02-30")).toBe(404);
  });

  it("has the years of both horizons", () => {
    expect(plan).toMatchObject({ code: "jewels", name: "第２期九州創生アクションプラン" });
    expect(plan.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  it("has as many nodes of each kind as the document", () => {
    const count = (kind: string) => plan.nodes.filter((one) => one.kind === kind).length;
    expect(count("goal")).toBe(pts.length);
    expect(count("policy")).toBe(pts.flatMap((pt) => pt.policies).length);
    expect(count("project")).toBe(projectFacts.length);
    expect([pts.length, count("policy"), projectFacts.length]).toEqual([6, 37, 56]);
    const originals = plan.nodes.filter((one) => one.kind === "project" && one.repostOf === null);
    expect(originals).toHaveLength(52);
  });

  it.each(pts)("$code: its lead, and its projects under its policies", (facts) => {
    expect(node(facts.code)).toMatchObject({
      kind: "goal",
      parent: null,
      lead: facts.lead_organisation,
      name: facts.name,
    });
    for (const project of facts.projects) {
      const policy = node(node(project.id)?.parent ?? "");
      expect(policy).toMatchObject({ kind: "policy", parent: facts.code });
      expect(policy?.number).toBe(project.policy_no);
      expect(node(project.id)?.repostOf, project.id).toBe(project.repost_of);
    }
  });

  it.each(kpiFacts)("$id: $name, as printed, in exact decimals", (facts) => {
    const shared = plan.indicators.find((one) => one.aliases.includes(facts.id));
    const found = shared ?? indicator(facts.id);
    if (!found) return;
    // A repost, and a KPI that several projects share, is one series, printed several times.
    if (found.repostOf !== null) {
      expect(facts.is_repost_kpi).toBe(true);
      expect(indicator(found.repostOf)).toMatchObject({ roadmap: found.roadmap });
    }
    if (facts.is_repost_kpi || shared) return;
    expect(found).toMatchObject({
      unit: facts.unit,
      baseline: { value: decimal(facts.baseline_value) },
      target: {
        value: decimal(facts.target_value),
        due: 2018 + Number(facts.target_year_normalised.slice(1)),
      },
    });
    const printed = [
      ...Object.values(facts.roadmap_other ?? {}),
      ...Object.values(facts.roadmap),
    ].map((cell) => [decimal(cell.value), cell.text]);
    expect(found.roadmap.map((cell) => [cell.value, cell.text])).toEqual(printed);
    const years = Object.keys(facts.roadmap).filter((column) => /^R\d+$/.test(column));
    expect(
      found.roadmap.flatMap((cell) => (cell.spanFrom === null ? (cell.fy ?? []) : [])),
    ).toEqual(years.map((column) => 2018 + Number(column.slice(1))));
  });

  it("lists what is shown again as an entry of its own that names its original", () => {
    const reposts = plan.indicators.filter((one) => one.repostOf !== null);
    expect(reposts.map((one) => [one.code, one.repostOf, one.nodes])).toEqual([
      ["SHG-8-1-a", "SHG-3-2-a", ["SHG-8-1"]],
      ["SHG-7-1-a", "SHG-4-1-a", ["SHG-7-1"]],
      ["JSD-4-1-a-1", "JSD-2-1-b-1", ["JSD-4-1"]],
      ["JSD-4-1-a-2", "JSD-2-1-b-2", ["JSD-4-1"]],
      ["CKR-6-1-a", "CKR-1-1-a", ["CKR-6-1"]],
      ["CKR-6-2-a", "CKR-4-1-a", ["CKR-6-2"]],
    ]);
    expect(indicator("SHG-4-1-a")?.nodes).toEqual(["SHG-4-1"]);
  });

  it("lists what several projects share once, with all of them", () => {
    expect(indicator("SGT-3-1-a")).toMatchObject({
      nodes: expect.arrayContaining(["SGT-3-1", "JNZ-4-1"]),
      aliases: ["JNZ-4-1-a"],
      repostOf: null,
    });
    expect(plan.indicators.map((one) => one.code)).not.toContain("JNZ-4-1-a");
  });

  it("uses no code twice, and only nodes that are there", () => {
    const codes = plan.indicators.flatMap((one) => [one.code, ...one.aliases]);
    expect(new Set(codes).size).toBe(codes.length);
    const nodes = new Set(plan.nodes.map((one) => one.code));
    expect(nodes.size).toBe(plan.nodes.length);
    for (const one of plan.indicators)
      for (const code of one.nodes) expect(nodes, one.code).toContain(code);
  });

  it("is the same for members, and holds no figure that was reported", async () => {
    const { body } = await get("plan", jewels, { cookie });
    expect(body).toEqual(plan);
    expect(JSON.stringify(body)).not.toContain("640.5");
  });
});

describe("GET /plans/jewels/rollup", () => {
  const rollup = async (query: string, as?: string) => {
    const { status, body } = await get("rollup", jewels, { query, cookie: as });
    expect(status).toBe(200);
    return z.strictObject(schemas.rollup.shape).parse(body);
  };

  it("gives members the year's figures, each indicator once", async () => {
    const { fy, published, indicators, nodes } = await rollup("?fy=2023", cookie);
    expect([fy, published]).toEqual([2023, true]);
    expect(new Set(indicators.map((one) => one.code)).size).toBe(indicators.length);
    expect(indicators.find((one) => one.code === "SHG-4-1-a")).toEqual({
      code: "SHG-4-1-a",
      name: "働き方改革実践企業数",
      unit: "社",
      actual: "5764.5",
      actualPrinted: "5764.5",
      actualText: null,
      expected: "6400",
      expectedText: "6,400 社",
      achievementRate: "0.900703125",
      mark: "△",
      computedMark: "△",
      outlook: null,
      unjudged: null,
      reported: 9,
      expectedReporters: 9,
      missing: [],
      provisional: false,
      provisionalReporters: [],
      notApplicable: [],
      demo: false,
    });
    expect(indicators.find((one) => one.code === "ANS-3-2-a")).toMatchObject({
      actual: "72.2222222222",
      mark: null,
      reported: 1,
      missing: prefectureSlugs.filter((slug) => slug !== "oita"),
    });
    const count = (kind: string) => nodes.filter((one) => one.kind === kind).length;
    expect([count("goal"), count("policy"), count("project")]).toEqual([6, 37, 56]);
    expect(nodes.find((one) => one.code === "SHG-4-1")).toEqual({
      code: "SHG-4-1",
      kind: "project",
      mark: "△",
      computedMark: "△",
      counted: 1,
      counts: { "○": 0, "△": 1, "×": 0, ー: 0 },
      outsideCounts: {},
      outlooks: {},
    });
  });

  it("gives nobody else a figure, and says that there is none to see", async () => {
    const { published, indicators, nodes } = await rollup("?fy=2023");
    expect(published).toBe(false);
    expect(indicators.length).toBeGreaterThan(60);
    for (const one of indicators)
      expect([one.actual, one.achievementRate, one.mark, one.reported, one.missing]).toEqual([
        null,
        null,
        null,
        null,
        [],
      ]);
    expect(nodes.every((one) => one.mark === null)).toBe(true);
  });

  it("never holds a draft or what is only submitted", async () => {
    expect(JSON.stringify(await rollup("?fy=2023", cookie))).not.toMatch(/98765/);
  });

  it("takes a forged or ended session for none", async () => {
    expect((await rollup("?fy=2023", cookie.replace("=", "=x"))).published).toBe(false);
    expect((await rollup("?fy=2023", "portal.session_token=x.y")).published).toBe(false);
  });

  it("understands a year as people write it, and has one by default", async () => {
    expect((await rollup("?fy=R5")).fy).toBe(2023);
    expect((await rollup(`?fy=${encodeURIComponent("令和５年度")}`)).fy).toBe(2023);
    expect((await rollup("")).fy).toBeGreaterThanOrEqual(2020);
  });
});

describe("GET /plans/jewels/indicators", () => {
  const indicator = async (code: string, as?: string) => {
    const params = { ...jewels, indicator: code };
    const { status, body } = await get("indicator", params, { query: "?fy=2023", cookie: as });
    expect(status).toBe(200);
    return z.strictObject(schemas.indicatorAnswer.shape).parse(body);
  };

  it("gives one with its result and who contributed what", async () => {
    const answer = await indicator("SHG-4-1-a", cookie);
    expect(answer).toMatchObject({
      code: "SHG-4-1-a",
      fy: 2023,
      published: true,
      nodes: ["SHG-4-1"],
      baseline: { value: "1623" },
      target: { value: "8000", due: 2024 },
      result: { actual: "5764.5", expected: "6400", mark: "△" },
    });
    expect(answer.reporters.map((one) => one.organisation)).toEqual(prefectureSlugs);
    expect(answer.reporters[1]).toMatchObject({ name: "佐賀県", value: "640.5", demo: false });
    expect(Date.parse(answer.reporters[1]?.acceptedAt ?? "")).not.toBeNaN();
  });

  it("finds it by the code of another place: shared and shown again", async () => {
    expect(await indicator("JNZ-4-1-a", cookie)).toEqual(await indicator("SGT-3-1-a", cookie));
    const repost = await indicator("SHG-7-1-a", cookie);
    expect(repost).toEqual(await indicator("SHG-4-1-a", cookie));
    expect(repost.result?.actual).toBe("5764.5");
  });

  it("has the result that the roll-up has", async () => {
    const { body } = await get("rollup", jewels, { query: "?fy=2023", cookie });
    for (const code of ["SHG-4-1-a", "ANS-3-2-a", "CKR-o1", "JSD-3-2-a"]) {
      const result = body.indicators.find((one: { code: string }) => one.code === code);
      expect((await indicator(code, cookie)).result, code).toEqual(result);
    }
  });

  it("has the definition that the plan has", async () => {
    const { body } = await get("plan", jewels);
    for (const code of ["SHG-4-1-a", "SGT-3-1-a", "CKR-1-1-a", "ANS-3-1-a-2"]) {
      const definition = body.indicators.find((one: { code: string }) => one.code === code);
      const answer = await indicator(code);
      expect({ ...answer, nodes: [...answer.nodes].sort() }, code).toMatchObject({
        ...definition,
        nodes: [...definition.nodes].sort(),
      });
    }
  });

  it("gives nobody else a figure", async () => {
    const answer = await indicator("SHG-4-1-a");
    expect(answer).toMatchObject({ published: false, result: null });
    expect(JSON.stringify(answer)).not.toContain("640.5");
    expect(answer.reporters.every((one) => one.acceptedAt === null)).toBe(true);
  });
});

describe("GET /plans/jewels/indicators/…/explanation", () => {
  const explanation = async (as?: string, plan = "jewels", code = "SHG-4-1-a", fy = 2023) => {
    const { status, body } = await get(
      "explanation",
      { plan, indicator: code },
      { query: `?fy=${fy}`, cookie: as },
    );
    expect(status).toBe(200);
    return z.strictObject(schemas.explanation.shape).parse(body);
  };

  it("gives members the steps with their numbers, ending at the result of the roll-up", async () => {
    const found = await explanation(cookie);
    const { body } = await get("rollup", jewels, { query: "?fy=2023", cookie });
    const result = body.indicators.find((one: { code: string }) => one.code === "SHG-4-1-a");
    expect(found.result).toEqual(result);
    expect(found.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(["actual", "expectation", "rate", "mark"]),
    );
    expect(found).toMatchObject({ expectedFrom: "roadmap", override: null, leftOut: [] });
    expect(found.observations.map((one) => one.organisation)).toEqual(prefectureSlugs);
  });

  it("gives nobody else a figure that was not published", async () => {
    const found = await explanation();
    expect(found.result).toBeNull();
    expect(JSON.stringify(found)).not.toMatch(/5764|640\.5/);
  });

  it("gives everybody what a city published, with the figures it was computed from", async () => {
    const found = await explanation(undefined, "kurume", "T3", 2016);
    expect(found.result).toMatchObject({ actual: "466.5", actualPrinted: "467" });
    expect(found.parts.map(({ code, fy }) => `${code} ${fy}`)).toEqual(["T3-s 2015", "T3-s 2016"]);
    expect((await explanation(undefined, "kurume", "T3", 2017)).result).toBeNull();
  });
});

describe("the cities' plans", () => {
  it("are published to everybody in the years of their editions, and in no other", async () => {
    for (const [plan, fy, published] of [
      ["kurume", 2016, true],
      ["kitakyushu", 2015, true],
      ["kurume", 2017, false],
      ["mine", 2016, false],
    ] as const) {
      const { status, body } = await get("rollup", { plan }, { query: `?fy=${fy}` });
      expect([status, body.published], `${plan} ${fy}`).toEqual([200, published]);
      const marked = body.indicators.filter((one: { mark: string | null }) => one.mark !== null);
      expect(marked.length > 0, `${plan} ${fy}`).toBe(published);
    }
  });
});

describe("what is not there", () => {
  it.each([
    ["plan", { plan: "omuta" }, ""],
    ["plan", { plan: "JEWELS" }, ""],
    ["plan", { plan: "' or 1=1 --" }, ""],
    ["plan", { plan: "jewels\0" }, ""],
    ["rollup", { plan: "nothing" }, "?fy=2023"],
    ["rollup", jewels, "?fy=2019"],
    ["rollup", jewels, "?fy=2028"],
    ["rollup", jewels, "?fy=abc"],
    ["rollup", jewels, "?fy=2023.5"],
    ["rollup", jewels, "?fy=-1"],
    ["rollup", jewels, "?fy=99999999999999999999"],
    ["rollup", jewels, "?fy=2023%00"],
    ["indicator", { ...jewels, indicator: "SHG-4-1-z" }, "?fy=2023"],
    ["indicator", { ...jewels, indicator: "%" }, ""],
    ["indicator", { ...jewels, indicator: "SHG-4-1-a\0" }, ""],
    ["indicator", { ...jewels, indicator: "SHG-4-1-a" }, "?fy=1999"],
    ["indicator", { plan: "kurume", indicator: "SHG-4-1-a" }, ""],
    ["rollup", { plan: "kurume" }, "?fy=2023"],
    ["indicator", { plan: "omuta", indicator: "SHG-4-1-a" }, ""],
    ["explanation", { plan: "kurume", indicator: "SHG-4-1-a" }, ""],
    ["explanation", { ...jewels, indicator: "SHG-4-1-a\0" }, ""],
    ["explanation", { ...jewels, indicator: "SHG-4-1-a" }, "?fy=2019"],
    ["health", { plan: "omuta" }, ""],
  ] as const)("%s %j%s is a problem with the status 404", async (route, params, query) => {
    const { status, type, body } = await get(route, params, { query });
    expect([status, type]).toEqual([404, "application/problem+json"]);
    expect(z.strictObject(schemas.problem.shape).parse(body)).toMatchObject({ status: 404 });
  });

  it("is a problem under any other address", async () => {
    for (const answer of [notFoundRoute.loader(), notFoundRoute.action()]) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });
});

describe("writing", () => {
  it.each(Object.keys(routes) as (keyof typeof routes)[])("to %s is not offered", async (name) => {
    const answer = routes[name].action();
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
    expect(schemas.problem.parse(await answer.json()).status).toBe(405);
  });
});

describe("while the database is away", () => {
  it("the answer is a problem with the status 503 that says when to come back", async () => {
    const { setDatabaseAvailable } = await import("#app/lib/database-state.server.ts");
    setDatabaseAvailable(false);
    try {
      const answer = await plansRoute.loader(routeArgs("/api/v1/plans"));
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.text()).not.toMatch(/select|postgres/i);
    } finally {
      setDatabaseAvailable(true);
    }
  });
});

describe("the OpenAPI document", () => {
  const document = openapiDocument();

  it("is served as JSON", async () => {
    const answer = openapiRoute.loader();
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it("describes every address of the API, and its parameters", () => {
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths ?? {}).sort()).toEqual([
      "/api/v1/plans",
      "/api/v1/plans/{plan}",
      "/api/v1/plans/{plan}/changes",
      "/api/v1/plans/{plan}/health",
      "/api/v1/plans/{plan}/indicators/{indicator}",
      "/api/v1/plans/{plan}/indicators/{indicator}/explanation",
      "/api/v1/plans/{plan}/rollup",
      "/api/v1/workspaces/{organisation}/plans/{plan}/reports/{indicator}/{fy}",
    ]);
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      const parameters = (item.get?.parameters ?? []) as { name: string; in: string }[];
      const inPath = parameters.filter((one) => one.in === "path").map((one) => one.name);
      expect(inPath.sort(), path).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort(),
      );
      expect(Object.keys(item.get?.responses ?? {})).toEqual(
        expect.arrayContaining(["200", "401", "404", "429", "503"]),
      );
    }
    const ids = Object.values(document.paths ?? {}).map((item) => item.get?.operationId);
    expect(new Set(ids).size).toBe(8);
  });

  it("refers to nothing that is not in it", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(5);
    for (const [, reference = ""] of references) {
      const found = reference
        .replace("#/", "")
        .split("/")
        .reduce<unknown>((part, name) => Object(part)[name], document);
      expect(found, reference).toBeDefined();
    }
  });
});
