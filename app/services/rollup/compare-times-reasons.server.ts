import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { changeContext } from "#app/domain/plan/change-context.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import type { Change } from "#app/domain/rollup/changes.ts";
import type { Time } from "#app/domain/rollup/changes-times.ts";
import type { Transaction } from "#db/client.server.ts";
import { reportingRounds, roundRecords, rubrics } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readContent } from "../plan/contents.server.ts";
import { type ChangedAnswer, changedAnswers } from "./compare-times-answers.server.ts";
import { changedTexts, textsAt, textsOfEdition } from "./compare-times-texts.server.ts";
import type { Rollup } from "./read.server.ts";
import { stepBack } from "./step-back.server.ts";

type Compared = { before: Rollup; after: Rollup; from: Time; to: Time; changes: readonly Change[] };
type Indicator = { id: string; code: string; parts: readonly string[] };

/** What happened between two times that may have made the difference: a handful of statements. */
export function readReasons(
  context: ServiceContext,
  { before, after, from, to, changes }: Compared,
) {
  const { plan, fy } = after;
  const scope = { planId: plan.id, fy };
  return transaction(context, async (tx) => {
    await stepBack(tx, { ...context, asOf: to ?? undefined }, plan.code, fy);
    const [since, until] = [momentOf(from, scope), momentOf(to, scope)];
    const changed = changes.flatMap(({ indicatorId }) => indicatorIn(after, indicatorId) ?? []);
    const parts = (of: readonly Indicator[]) => of.flatMap(({ parts: ids }) => ids);
    const running = changed.filter(
      ({ derivation }) => derivation === "running_total_of" || derivation === "running_mean_of",
    );
    const answers = await changedAnswers(
      tx,
      {
        indicatorIds: [...changed.map(({ id }) => id), ...parts(changed)],
        running: parts(running),
        fy,
      },
      since,
    );
    const definition = await changedDefinition(tx, before, after);
    const textsOf = (time: Time, at: SQL) =>
      time?.kind === "edition" ? textsOfEdition(tx, scope, time.edition) : textsAt(tx, scope, at);
    const texts = changedTexts(await textsOf(from, since), await textsOf(to, until));
    const nodesById = new Map(after.nodes.map((node) => [node.id, node]));
    const known = before.plan.versions.map(({ version }) => version);
    return {
      ...definition,
      answersOf: (indicator: Indicator) =>
        answers
          .filter(({ indicatorId }) => [indicator.id, ...indicator.parts].includes(indicatorId))
          .map((answer) => shownAnswer(after, answer, indicator)),
      ofPlan: {
        /** Versions of the plan that came in between. */
        planVersions: after.plan.versions.filter(({ version }) => !known.includes(version)),
        /** Whether another version of the plan is what the year is graded by. */
        gradedByOther: before.planVersion.version !== after.planVersion.version,
        /** Rubrics that came into force in between, with what was said of them. */
        rubrics: await newRubrics(tx, plan.id, since),
        reopened: await reopenings(tx, scope, since, until),
        texts: texts.flatMap(({ nodeId, ...text }) => {
          const node = nodesById.get(nodeId);
          return node
            ? [{ ...text, node: { code: node.code, name: node.name, kind: node.kind } }]
            : [];
        }),
      },
    };
  });
}

/** An answer that went into a KPI; named where it is another indicator's. */
function shownAnswer(rollup: Rollup, answer: ChangedAnswer, indicator: Indicator) {
  const { indicatorId, organisationId: _, ...shown } = answer;
  const of = indicatorIn(rollup, indicatorId);
  return {
    ...shown,
    unit: of?.unit ?? "",
    valueKind: of?.valueKind ?? "count",
    frequency: of?.frequency ?? "yearly",
    part: of && indicatorId !== indicator.id ? { code: of.code, name: of.name } : null,
  };
}

function indicatorIn({ indicators }: Rollup, id: string) {
  return indicators.find((indicator) => indicator.id === id);
}

/** What the version that grades the year says otherwise, by code of an indicator. */
async function changedDefinition(tx: Transaction, before: Rollup, after: Rollup) {
  if (before.planVersion.version === after.planVersion.version)
    return { names: {}, definitionOf: () => [] };
  const was = await readContent(tx, after.plan.id, before.planVersion.version);
  const is = await readContent(tx, after.plan.id, after.planVersion.version);
  const changes = diffPlans(was.content, is.content);
  return {
    names: changeContext(was.content, is.content, changes).names,
    definitionOf: (code: string) =>
      changes.find((change) => change.kind === "indicator" && change.code === code)?.fields ?? [],
  };
}

/** The moment of a time, for comparison in the database, which knows it more finely than a Date. */
function momentOf(time: Time, { planId, fy }: { planId: string; fy: number }): SQL {
  if (time === null) return sql`'infinity'::timestamptz`;
  if (time.kind === "moment") return sql`${time.at.toISOString()}::timestamptz`;
  return sql`(select e.created_at from publications e
    where e.plan_id = ${planId} and e.fy = ${fy}::int and e.edition = ${time.edition})`;
}

/** Rubrics that came into force since. */
async function newRubrics(tx: Transaction, planId: string, since: SQL) {
  return tx
    .select({ version: rubrics.version, reason: rubrics.reason, at: rubrics.createdAt })
    .from(rubrics)
    .where(
      and(
        eq(rubrics.planId, planId),
        sql`${rubrics.createdAt} > ${since} and ${rubrics.authorId} is not null`,
      ),
    )
    .orderBy(asc(rubrics.version));
}

/** Rounds of the year that were opened again in between, for members. */
async function reopenings(
  tx: Transaction,
  { planId, fy }: { planId: string; fy: number },
  since: SQL,
  until: SQL,
) {
  const { createdAt: at, reason } = roundRecords;
  return tx
    .select({ round: reportingRounds.number, title: reportingRounds.title, reason, at })
    .from(roundRecords)
    .innerJoin(reportingRounds, eq(reportingRounds.id, roundRecords.roundId))
    .where(
      and(
        eq(reportingRounds.planId, planId),
        eq(reportingRounds.fy, fy),
        eq(roundRecords.step, "reopen"),
        sql`${at} > ${since} and ${at} <= ${until}`,
      ),
    )
    .orderBy(asc(at));
}
