import { asc, eq } from "drizzle-orm";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { groupBy } from "#app/domain/group-by.ts";
import { nextRoundState, roundCapabilities, roundSteps } from "#app/domain/round/states.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations, roundExtensions, users } from "#db/schema/index.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { keeperRights } from "../revision/rights.server.ts";
import { listEditionChanges } from "../rollup/edition-changes.server.ts";
import { ServiceError } from "../service-error.ts";
import { listRoundFacts } from "./facts.server.ts";
import { type FoundRound, findRound, listRecords, type RoundCodes } from "./find.server.ts";
import { countQuestions, isOutdated, listQuestions } from "./questions.server.ts";
import { roundStanding } from "./standing.server.ts";

/**
 * A round with what it asks of whom until when, its record and what the reader may do to it; how far
 * the answers have come only for those who see everything that was submitted. `now` decides what is
 * overdue. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function readRound(context: ServiceContext, codes: RoundCodes, now: Date) {
  authorize(context, "round.read");
  const { actor } = context;
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, round, definition, rights } = found;
    const [facts] = await listRoundFacts(tx, plan.id, round.number);
    if (!facts) throw new ServiceError("not_found");
    const filesOf = await listAttachments(tx, context, [round.id]);
    const asked = await countQuestions(tx, round.id);
    const records = await listRecords(tx, round.id);
    const extensions = await listExtensions(tx, round.id);
    const standing = seesAll(context, found) ? await roundStanding(tx, found, facts) : null;
    const today = dateInJapan(now);
    const steps = roundSteps.filter(
      (step) => nextRoundState(round.state, step) !== null && can(actor, `round.${step}`, rights),
    );
    const board = keeperRights(context, definition, plan, definition.organisationIds);
    return {
      plan: { code: plan.code, name: plan.name },
      round: {
        number: round.number,
        fy: round.fy,
        title: round.title,
        state: round.state,
        version: round.version,
        dueOn: round.dueOn,
        instructions: round.instructions,
      },
      attachments: filesOf(round.id),
      indicators: await askedIndicators(tx, found),
      rows: asked.map(({ slug, shortName, count }) => {
        const dueOn = facts.dueOnOf(slug);
        return {
          slug,
          shortName,
          asked: count,
          dueOn,
          overdue: dueOn < today,
          extensions: facts.extensionsOf(slug),
          counts: standing?.rows.find(({ organisation }) => organisation === slug)?.counts ?? null,
        };
      }),
      total: standing?.total ?? null,
      waitingFor: standing?.waitingFor ?? [],
      records,
      extensions,
      /** What was published of the round's year. */
      editions: await listEditionChanges(tx, plan.id, round.fy, async () => definition),
      /** The organisations of the reader that are asked. */
      own: asked.filter(({ slug }) => actor.memberships.some((each) => each.slug === slug)),
      outdated: steps.includes("open") && (await isOutdated(tx, round.id)),
      overdue: round.dueOn < today,
      may: {
        steps,
        extend: roundCapabilities[round.state].takesFigures && can(actor, "round.extend", rights),
        seeBoard: can(actor, "completeness.read", board),
      },
    };
  });
}

/** Whether the reader sees what was submitted of every PT. */
function seesAll({ actor }: ServiceContext, { definition }: FoundRound): boolean {
  const { nodes, organisationIds } = definition;
  return nodes
    .filter(({ kind }) => kind === "goal")
    .every(({ lead }) =>
      can(actor, "observation.read_submitted", {
        ...(lead && { leadOrganisationId: organisationIds[lead.slug] }),
      }),
    );
}

/** What is asked for, in printed order, with the number of organisations and figures. */
async function askedIndicators(tx: Transaction, { round, definition }: FoundRound) {
  const questions = groupBy(await listQuestions(tx, round.id), ({ indicatorId }) => indicatorId);
  return definition.indicators.flatMap(({ id, code, name }) => {
    const asked = questions.get(id);
    if (!asked) return [];
    const organisations = new Set(asked.map(({ organisation }) => organisation)).size;
    return [{ code, name, organisations, questions: asked.length }];
  });
}

/** Every extension of a round, the oldest first, with who gave it. */
function listExtensions(tx: Transaction, roundId: string) {
  return tx
    .select({
      id: roundExtensions.id,
      organisation: organisations.shortName,
      version: roundExtensions.version,
      dueOn: roundExtensions.dueOn,
      reason: roundExtensions.reason,
      createdAt: roundExtensions.createdAt,
      author: users.name,
    })
    .from(roundExtensions)
    .innerJoin(organisations, eq(organisations.id, roundExtensions.organisationId))
    .innerJoin(users, eq(users.id, roundExtensions.authorId))
    .where(eq(roundExtensions.roundId, roundId))
    .orderBy(asc(roundExtensions.createdAt));
}
