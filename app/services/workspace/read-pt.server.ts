import { can } from "#app/policy/can.ts";
import {
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { type NewestStatus, newestStatuses } from "../progress/newest-statuses.server.ts";
import { readState } from "../rollup/read.server.ts";
import { addressedThreads } from "./addressed-threads.server.ts";
import { changesSince, listChanges } from "./list-changes.server.ts";
import { listStandings } from "./list-standings.server.ts";
import { newestMilestones } from "./newest-milestones.server.ts";
import { readOwnAnswers } from "./own-answers.server.ts";
import { ownRows } from "./own-rows.server.ts";
import { readPtFacts } from "./pt-facts.server.ts";
import { originalOf, ptScope } from "./pt-scope.server.ts";
import { standingsOf } from "./standings-of.server.ts";
import { waitingFor } from "./waiting-for.server.ts";

/**
 * One PT as one organisation sees it in a fiscal year: what waits for it, what others changed since
 * the reader last looked through, its own projects and figures, whom to ask, the PT's texts and, for
 * the lead, how every organisation stands. `now` decides what is due. Twelve statements at the most.
 * Throws `forbidden` for people of other organisations, `not_found`.
 */
export async function readPtWorkspace(
  context: ServiceContext,
  codes: { organisation: string; plan: string; pt: string },
  fy: number | null,
  now: Date,
) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  const { actor } = context as SignedIn;
  return transaction(context, async (tx) => {
    const definition = await readState(tx, context, codes.plan, fy);
    const { plan, fy: year } = definition;
    const scope = ptScope(definition, codes.pt);
    const { goal, policies, projects, ownProjects, indicatorIds } = scope;
    const reader = { userId: actor.id, organisationId };
    const facts = await readPtFacts(tx, scope, { ...reader, fy: year });
    const own = await readOwnAnswers(tx, { organisationId, indicatorIds, fy: year });
    const statuses = await newestStatuses(tx, projects.map(originalOf));
    const milestones = await newestMilestones(
      tx,
      ownProjects.map(({ id }) => id),
    );
    const threads = await addressedThreads(tx, scope, reader);
    const after = changesSince(facts.seenAt, now);
    const changes = await listChanges(tx, scope, { after, readerId: actor.id, planId: plan.id });
    const party = {
      organisationId,
      leads: facts.people.some(({ id, role }) => id === organisationId && role === "lead"),
      takesPart: facts.people.some(({ id }) => id === organisationId),
      alone: facts.people.length <= 1,
    };
    const { leads, alone } = party;
    const rows = ownRows(definition, scope, own);
    const rounds = facts.rounds.filter((each) => each.fy === year && each.asksPt);
    // The one that asks the reader's organisation, where there are several.
    const round = rounds.find(({ questions }) => questions.length > 0) ?? rounds[0] ?? null;
    const known = { facts, milestones, statuses, projects: ownProjects };
    return {
      membership,
      plan,
      fy: year,
      round: round && {
        number: round.number,
        dueOn: round.dueOn,
        asksReader: round.questions.length > 0,
      },
      goal,
      people: facts.people,
      leaders: facts.leaders,
      leads,
      waiting: waitingFor({
        ...known,
        indicators: definition.indicators,
        threads,
        party,
        now,
      }),
      changes: { ...changes, after, looked: facts.seenAt !== null, readAt: facts.readAt },
      narratives: facts.narratives,
      may: {
        report: can(actor, "progress.report", { organisationId }),
        saveContact: can(actor, "contact.save", { organisationId }),
        writeNarrative: can(actor, "narrative.save", {
          leadOrganisationId: leads ? organisationId : undefined,
          ownerOrganisationId: plan.ownerId,
        }),
      },
      /** Only the lead's: how every organisation stands. */
      standings:
        leads && !alone
          ? standingsOf({
              ...known,
              figures: await listStandings(tx, scope, {
                fy: year,
                roundIds: rounds.map(({ id }) => id),
              }),
              rounds,
              now,
            })
          : null,
      outcomes: rows(goal.id),
      policies: policies.map((policy) => ({
        ...policy,
        projects: projects
          .filter((project) => project.parentId === policy.id)
          .map((project) => ({
            ...project,
            purpose: facts.purposes?.[project.id] ?? null,
            progress: statusesOf(statuses, originalOf(project), organisationId),
            indicators: rows(project.id),
          })),
      })),
    };
  });
}

/** What the lead last said of the whole, and the organisation of its own part. */
function statusesOf(statuses: readonly NewestStatus[], nodeId: string, organisationId: string) {
  const ofNode = statuses.filter((status) => status.nodeId === nodeId);
  return {
    whole: ofNode.find(({ scope }) => scope === "whole") ?? null,
    own: ofNode.find((row) => row.scope === "own" && row.organisationId === organisationId) ?? null,
  };
}
