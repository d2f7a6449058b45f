import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { rubricOf } from "#tests/factories/evaluated.ts";
import { whole } from "../figure/exact.ts";
import { aggregations } from "../indicator/definition.ts";
import { qualities } from "../observation/states.ts";
import { type Answer, aggregate, isComplete, type Regional } from "./aggregate.ts";
import type { NodeEvaluation } from "./summary.ts";
import { type Attachment, type PlanNode, summarise } from "./tree.ts";

// What holds of every roll-up, whatever was reported and however the plan is built.

const reporters = ["fukuoka", "saga", "nagasaki", "kumamoto", "oita", "miyazaki"];

const answers = fc.uniqueArray(
  fc
    .record({
      organisation: fc.constantFrom(...reporters),
      quality: fc.constantFrom(...qualities),
      value: fc.option(fc.integer({ min: -1000, max: 1000 })),
      numerator: fc.option(fc.integer({ min: 0, max: 1000 })),
      denominator: fc.option(fc.integer({ min: 0, max: 1000 })),
      reached: fc.option(fc.boolean()),
      partial: fc.boolean(),
    })
    .map(({ value, numerator, denominator, ...rest }): Answer & { partial: boolean } => {
      const number = (n: number | null) => (n === null ? null : whole(n));
      return {
        ...rest,
        value: number(value),
        numerator: number(numerator),
        denominator: number(denominator),
        words: null,
        isDemo: false,
      };
    }),
  { selector: ({ organisation }) => organisation },
);

describe.each(aggregations)("%s over organisations", (aggregation) => {
  const region = (who: readonly string[], given: readonly Answer[]) =>
    aggregate(aggregation, who, given);
  const unordered = ({ figure, ...regional }: Regional) => ({
    ...regional,
    figure: figure?.toFraction() ?? null,
    missing: [...regional.missing].sort(),
    provisional: [...regional.provisional].sort(),
    underSurvey: [...regional.underSurvey].sort(),
    noData: [...regional.noData].sort(),
    notApplicable: [...regional.notApplicable].sort(),
  });

  test.prop([answers, fc.integer()])(
    "depends neither on the order of the answers nor on that of the organisations",
    (given, seed) => {
      const mixed = <Item>(items: readonly Item[]) =>
        [...items]
          .map((item, index) => ({ item, at: Math.imul(index + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      expect(region(reporters, mixed(given))).toEqual(region(reporters, given));
      expect(unordered(region(mixed(reporters), given))).toEqual(
        unordered(region(reporters, given)),
      );
    },
  );

  test.prop([answers])("is never more complete with one more who has not answered", (given) => {
    const completeness = ({ reported, expected }: Regional) =>
      expected === 0 ? 1 : reported / expected;
    const before = region(reporters, given);
    const after = region([...reporters, "okinawa"], given);
    expect(completeness(after)).toBeLessThanOrEqual(completeness(before));
    expect(after.figure?.toFraction()).toBe(before.figure?.toFraction());
    expect(after.missing).toEqual([...before.missing, "okinawa"]);
    expect(isComplete(after)).toBe(false);
  });

  test.prop([answers])("accounts for everybody who is asked, once", (given) => {
    const regional = region(reporters, given);
    const { provisional, underSurvey, noData, notApplicable, missing } = regional;
    for (const reporter of reporters) {
      const silent = given.every(({ organisation }) => organisation !== reporter);
      const states = [underSurvey, noData, notApplicable].filter((who) => who.includes(reporter));
      expect(states.length).toBeLessThanOrEqual(silent ? 0 : 1);
      if (silent)
        expect([missing.includes(reporter), provisional.includes(reporter)]).toEqual([true, false]);
    }
    expect(regional.expected).toBe(reporters.length - notApplicable.length);
    expect(regional.reported).toBeLessThanOrEqual(regional.expected);
  });

  test.prop([answers])("makes no figure of nothing", (given) => {
    const without = given.filter(({ quality }) => quality !== "final" && quality !== "provisional");
    expect(region(reporters, without)).toMatchObject({ figure: null, reported: 0 });
  });
});

describe("counting", () => {
  /** A plan of so many goals, with projects under policies, KPIs at places and reposts of both. */
  const plans = fc
    .record({
      projects: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 8 }),
      kpis: fc.array(
        fc.record({
          home: fc.nat(),
          mark: fc.constantFrom("○", "△", "×", "ー", "外", null),
          unjudged: fc.constantFrom("incomplete", "not_reported"),
        }),
        { maxLength: 12 },
      ),
      again: fc.array(fc.record({ kpi: fc.nat(), place: fc.nat(), isRepost: fc.boolean() }), {
        maxLength: 8,
      }),
      reposts: fc.array(fc.record({ original: fc.nat(), policy: fc.integer({ min: 0, max: 3 }) }), {
        maxLength: 4,
      }),
      countBy: fc.constantFrom("indicator" as const, "project" as const),
    })
    .map(({ projects, kpis, again, reposts, countBy }) => {
      const node = (
        id: string,
        parentId: string | null,
        kind: PlanNode["kind"],
        repostOfId: string | null = null,
      ): PlanNode => ({ id, parentId, kind, code: id, repostOfId });
      const at = <Item>(items: readonly Item[], index: number) =>
        items[index % items.length] as Item;
      const originals = projects.map((policy, index) => node(`P${index}`, `p${policy}`, "project"));
      const nodes = [
        node("G0", null, "goal"),
        node("G1", null, "goal"),
        ...[0, 1, 2, 3].map((policy) => node(`p${policy}`, `G${policy % 2}`, "policy")),
        ...originals,
      ];
      const attachment = (indicatorId: string, nodeId: string, isRepost = false): Attachment => ({
        indicatorId,
        nodeId,
        role: "kpi",
        isRepost,
      });
      const attachments = kpis.map(({ home }, index) =>
        attachment(`k${index}`, at(originals, home).id),
      );
      const evaluations = new Map(
        kpis.map(({ mark, unjudged }, index): [string, NodeEvaluation] => [
          `k${index}`,
          {
            mark,
            computedMark: mark,
            rate: null,
            unjudged: mark === null ? unjudged : null,
            reported: mark === null ? 1 : 2,
            expectedReporters: 2,
            isDemo: false,
          },
        ]),
      );
      const shownAgain =
        kpis.length === 0
          ? []
          : again.flatMap(({ kpi, place, isRepost }) => {
              const indicatorId = `k${kpi % kpis.length}`;
              const nodeId = at(originals, place).id;
              const known = attachments.some(
                (a) => a.indicatorId === indicatorId && a.nodeId === nodeId,
              );
              return known ? [] : [attachment(indicatorId, nodeId, isRepost)];
            });
      const repostNodes = reposts.map(({ original, policy }, index) =>
        node(`R${index}`, `p${policy}`, "project", at(originals, original).id),
      );
      const repostPlaces = repostNodes.flatMap((repost) =>
        attachments
          .filter((a) => a.nodeId === repost.repostOfId)
          // What hangs on a repost is a repost, whether it is marked so itself or not.
          .map((a, index) => attachment(a.indicatorId, repost.id, index % 2 === 0)),
      );
      const rubric = rubricOf({ countBy });
      return {
        plain: { nodes, attachments, evaluations, rubric },
        shownAgain,
        repostNodes,
        repostPlaces,
        countBy,
      };
    });
  const totals = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);

  test.prop([plans])(
    "a repost of a project changes no count of the plan, a goal or a policy",
    (plan) => {
      const before = summarise(plan.plain);
      const after = summarise({
        ...plan.plain,
        nodes: [...plan.plain.nodes, ...plan.repostNodes],
        attachments: [...plan.plain.attachments, ...plan.repostPlaces],
      });
      expect(after.total).toEqual(before.total);
      for (const [id, summary] of before.byNode) expect(after.byNode.get(id), id).toEqual(summary);
      for (const repost of plan.repostNodes) {
        const original = before.byNode.get(repost.repostOfId ?? "");
        expect(after.byNode.get(repost.id)).toMatchObject({
          mark: original?.mark ?? null,
          counts: original?.counts,
        });
      }
    },
  );

  test.prop([plans])(
    "an indicator shown at a further place is counted once in the plan",
    (plan) => {
      fc.pre(plan.countBy === "indicator");
      const before = summarise(plan.plain);
      const after = summarise({
        ...plan.plain,
        attachments: [...plan.plain.attachments, ...plan.shownAgain],
      });
      expect(after.total).toEqual(before.total);
      const marked = plan.shownAgain.every(({ isRepost }) => isRepost);
      if (!marked) return;
      for (const id of ["G0", "G1", "p0", "p1", "p2", "p3"])
        expect(after.byNode.get(id), id).toEqual(before.byNode.get(id));
    },
  );

  test.prop([plans])("everything counted has a mark or a reason, at every level", (plan) => {
    const { total, byNode } = summarise(plan.plain);
    for (const summary of [total, ...byNode.values()]) {
      const { counts, notReported, incomplete, outOfTerm, counted } = summary;
      expect(totals(counts) + notReported + incomplete + outOfTerm).toBe(counted);
    }
    const goals = [byNode.get("G0"), byNode.get("G1")];
    expect(goals.reduce((sum, goal) => sum + (goal?.counted ?? 0), 0)).toBe(total.counted);
    expect(total.counted).toBe(
      plan.countBy === "project"
        ? plan.plain.nodes.filter((node) => node.kind === "project").length
        : plan.plain.evaluations.size,
    );
  });

  test.prop([plans])("does not depend on the order of nodes and places", (plan) => {
    const { plain } = plan;
    const other = summarise({
      ...plain,
      nodes: [...plain.nodes].reverse(),
      attachments: [...plain.attachments].reverse(),
    });
    const one = summarise(plain);
    expect(other.total).toEqual(one.total);
    for (const [id, summary] of one.byNode) expect(other.byNode.get(id), id).toEqual(summary);
  });

  test.prop([plans])(
    "a strategy counts what it refers to, and adds nothing to the plan",
    (plan) => {
      const { plain } = plan;
      const linked = plain.nodes.filter((node) => node.kind === "project").map((node) => node.id);
      const strategy: PlanNode = {
        id: "S",
        code: "S",
        kind: "strategy",
        parentId: null,
        repostOfId: null,
      };
      const links = new Map([["S", [...linked, ...linked]]]);
      const after = summarise({ ...plain, nodes: [...plain.nodes, strategy], links });
      const before = summarise(plain);
      expect(after.total).toEqual(before.total);
      expect(after.byNode.get("S")).toEqual(before.total);
    },
  );
});
