import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanContent } from "#app/domain/plan/content.ts";
import { planTree } from "#app/domain/plan/tree.ts";
import { readDefinition } from "#app/services/plan/read-definition.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { readRegion } from "#app/services/rollup/read-region.server.ts";
import { asActor, openDatabase, type Transaction } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import { contentOf, indicatorIn, redefine } from "#tests/factories/definition.ts";
import { createPerson } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs } from "#tests/factories/steps.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const plans = ["jewels", "kitakyushu", "kurume", "mine"];

describe("the tables of a plan", () => {
  /** Reads the tables back into a document, as far as they hold it. */
  async function projected(plan: string): Promise<unknown> {
    return asActor(portal.database, null, async (tx) => {
      const s = schema;
      const [row] = await tx.select().from(s.plans).where(eq(s.plans.code, plan));
      const nodes = await tx
        .select()
        .from(s.planNodes)
        .leftJoin(s.projects, eq(s.projects.nodeId, s.planNodes.id))
        .where(eq(s.planNodes.planId, row?.id ?? ""));
      const indicators = await tx
        .select()
        .from(s.indicators)
        .where(eq(s.indicators.planId, row?.id ?? ""))
        .orderBy(asc(s.indicators.position));
      const cells = await tx.select().from(s.targets).orderBy(asc(s.targets.position));
      const places = await tx.select().from(s.indicatorNodes);
      return {
        nodes: nodes
          .map(({ plan_nodes: { planId: _, ...node }, projects: project }) => ({
            ...node,
            project: project && { ...project, nodeId: undefined },
          }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
        indicators: indicators.map(({ planId: _, position: __, ...indicator }) => ({
          ...indicator,
          roadmap: cells
            .filter(({ indicatorId }) => indicatorId === indicator.id)
            .map(({ id: _id, indicatorId: _of, position: _at, ...cell }) => cell),
          places: places
            .filter(({ indicatorId }) => indicatorId === indicator.id)
            .map(({ nodeId }) => nodeId)
            .sort(),
        })),
      };
    });
  }

  /** The same of a document. */
  function expected(content: PlanContent): unknown {
    const { nodes, indicators, attachments } = planTree(content);
    const ids = new Map(nodes.map(({ code, id }) => [code, id]));
    return {
      nodes: nodes
        .map(
          ({
            id,
            parentId,
            kind,
            code,
            number,
            name,
            repostOfId,
            closedReason,
            mergedInto,
            position,
            project,
          }) => ({
            id,
            parentId,
            kind,
            code,
            number,
            name,
            repostOfId,
            closedReason,
            mergedIntoId: mergedInto && ids.get(mergedInto),
            position,
            project,
          }),
        )
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      indicators: indicators.map(({ parts: _, reporters: __, continues: ___, ...indicator }) => ({
        ...indicator,
        places: attachments
          .filter(({ indicatorId }) => indicatorId === indicator.id)
          .map(({ nodeId }) => nodeId)
          .sort(),
      })),
    };
  }

  it.each(plans)("say what the newest version of %s says", async (plan) => {
    expect(await projected(plan)).toEqual(expected(await contentOf(portal.owner, plan)));
  });

  it("follow a version that changes everything that can change", async () => {
    await redefine(portal.owner, "mine", (content) => {
      for (const node of content.nodes) {
        node.name = `${node.name}（改）`;
        if (node.project)
          Object.assign(node.project, {
            bureau: "総務部",
            lastFy: 2031,
            fundingTags: ["一", "二"],
          });
      }
      for (const indicator of content.indicators)
        Object.assign(indicator, {
          lastFy: 2031,
          targetValue: "-1.5",
          closedReason: "終了",
          roadmap: [
            {
              fy: 2031,
              spanFrom: 2030,
              value: "0.10",
              text: "▲",
              increment: "-2",
              undecided: false,
            },
          ],
        });
    });
    const content = await contentOf(portal.owner, "mine");
    for (const indicator of content.indicators)
      for (const cell of indicator.roadmap) cell.value = "0.1";
    expect(await projected("mine")).toEqual(expected(content));
    const [row] = await portal.owner`select last_fy from plans where code = 'mine'`;
    expect(row).toEqual({ last_fy: 2031 });
  });
});

describe("a year", () => {
  it("has the projects of the version it is graded by", async () => {
    const member = actingAs(portal, await createPerson(portal.owner, "saga editor"));
    const size = async (fy: number) => (await readRegion(member, "jewels", fy))?.size;
    expect(await size(2022)).toEqual({ policies: 34, projects: 40, reposts: 4 });
    expect(await size(2023)).toEqual({ policies: 37, projects: 52, reposts: 4 });
    const early = await readIndicator(member, { plan: "jewels", indicator: "SHG-5-2-a" }, 2022);
    expect(early).toMatchObject({
      fy: 2022,
      evaluation: null,
      definition: { planVersion: { version: 2 } },
    });
  });
});

it("keeps nothing in the process of a version that was taken back", async () => {
  const first = (await contentOf(portal.owner, "kurume")).indicators[0]?.code ?? "";
  const nameIn = async (tx: Transaction) =>
    (await readDefinition(tx, "kurume")).indicators.find(({ code }) => code === first)?.name;
  const owner = openDatabase(portal.urls.ownerUrl, { max: 1, name: "test owner" });
  const version = async (tx: Transaction, name: string) => {
    const content = await contentOf(portal.owner, "kurume");
    indicatorIn(content, first).name = name;
    await tx.execute(sql`
      insert into plan_versions (plan_id, version, kind, title, first_fy, effective_on, content)
      select plan_id, version + 1, 'revision', 'x', first_fy, effective_on,
        ${JSON.stringify(content)}::text::jsonb
      from plan_versions where plan_id = (select id from plans where code = 'kurume')
      order by version desc limit 1`);
    expect(await nameIn(tx)).toBe(name);
  };
  const takenBack = owner.database.transaction(async (tx) => {
    await version(tx, "取り消された名称");
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  await owner.database.transaction((tx) => version(tx, "決定された名称"));
  expect(await asActor(portal.database, null, nameIn)).toBe("決定された名称");
  await owner.close();
});
