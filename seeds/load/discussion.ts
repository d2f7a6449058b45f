import { inArray } from "drizzle-orm";
import type { Role } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  commentHistory,
  commentMentions,
  comments,
  indicators,
  notifications,
  planNodes,
  ptContacts,
} from "#db/schema/index.ts";
import { type DemoThread, demoContacts, demoNotices, demoThreads } from "#seeds/demo/discussion.ts";
import { type OrganisationSlug, organisations } from "#seeds/organisations.ts";
import { demoDomain, demoEditor, demoPeople } from "#seeds/people.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { userId } from "./people.ts";
import { indicatorId, nodeId, organisationId } from "./placed-indicators.ts";

const inJapan = (moment: string) => new Date(`${moment}:00+09:00`);

/**
 * Loads the made-up comments, notices and contacts of a plan. What is there already, loaded before or
 * written by a person, stays untouched.
 */
export async function loadDemoDiscussion(tx: Transaction, plan: PlanData): Promise<void> {
  const names = await namesOf(tx, plan);
  for (const thread of demoThreads) await loadThread(tx, plan, thread, names);
  await loadNotices(tx, plan, names);
  await tx
    .insert(ptContacts)
    .values(
      demoContacts.map(({ organisation, department, person, note = "" }) => ({
        id: seedId("contact", plan.code, "SHG", organisation),
        nodeId: nodeId(plan.code, "SHG"),
        organisationId: organisationId(organisation),
        version: 1,
        department,
        person,
        phone: "000-000-0000",
        email: `pt@${organisation}.${demoDomain}`,
        note,
        isDemo: true,
        authorId: userId(demoEditor(organisation)),
        createdAt: inJapan("2026-04-06T09:00"),
      })),
    )
    .onConflictDoNothing();
}

/** The names of everything that is spoken of, by code. */
async function namesOf(tx: Transaction, plan: PlanData): Promise<Map<string, string>> {
  const codes = [
    ...demoThreads.map(({ subject }) => subject.code),
    ...demoNotices.map(({ indicator }) => indicator),
  ];
  const nodes = codes.map((code) => nodeId(plan.code, code));
  const kpis = codes.map((code) => indicatorId(plan.code, code));
  const rows = [
    ...(await tx.select().from(planNodes).where(inArray(planNodes.id, nodes))),
    ...(await tx.select().from(indicators).where(inArray(indicators.id, kpis))),
  ];
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function loadThread(
  tx: Transaction,
  plan: PlanData,
  { key, subject, said, resolved }: DemoThread,
  names: Map<string, string>,
): Promise<void> {
  const on = {
    nodeId: subject.kind === "project" ? nodeId(plan.code, subject.code) : null,
    indicatorId: subject.kind === "project" ? null : indicatorId(plan.code, subject.code),
    fy: subject.kind === "figure" ? subject.fy : null,
    reporterId: subject.kind === "figure" ? organisationId(subject.organisation) : null,
  };
  const threadId = seedId("comment", plan.code, key, 1);
  for (const [index, { by, at, body, tells = [] }] of said.entries()) {
    const author = {
      authorId: userId(demoEditor(by)),
      authorOrganisationId: organisationId(by),
      createdAt: inJapan(at),
    };
    const added = await tx
      .insert(comments)
      .values({
        ...on,
        ...author,
        id: seedId("comment", plan.code, key, index + 1),
        parentId: index === 0 ? null : threadId,
        body,
        isDemo: true,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    const [comment] = added;
    // The whole thread came at once: where its first comment is, all of it is.
    if (!comment) return;
    const told = tells.flatMap((slug) => peopleOf(slug));
    if (told.length === 0) continue;
    await tx
      .insert(commentMentions)
      .values(told.map((id) => ({ commentId: comment.id, userId: id })));
    await tx.insert(notifications).values(
      told.map((id) => ({
        id: seedId("notice", comment.id, id),
        userId: id,
        kind: "mention" as const,
        path: `${paths.discussion(plan.code, subject)}#comment-${comment.id}`,
        detail: {
          name: names.get(subject.code) ?? subject.code,
          ...(subject.kind === "figure"
            ? { organisation: shortName(subject.organisation), fy: String(subject.fy) }
            : {}),
        },
        isDemo: true,
        actorId: author.authorId,
        actorOrganisationId: author.authorOrganisationId,
        // Of what is resolved, people have read.
        readAt: resolved ? inJapan(resolved.at) : null,
        createdAt: author.createdAt,
      })),
    );
  }
  if (!resolved) return;
  await tx.insert(commentHistory).values({
    id: seedId("comment step", threadId, 1),
    commentId: threadId,
    version: 1,
    step: "resolve",
    authorId: userId(demoEditor(resolved.by)),
    authorOrganisationId: organisationId(resolved.by),
    createdAt: inJapan(resolved.at),
  });
}

async function loadNotices(
  tx: Transaction,
  plan: PlanData,
  names: Map<string, string>,
): Promise<void> {
  await tx
    .insert(notifications)
    .values(
      demoNotices.flatMap(({ kind, to, by, at, indicator, reporter, fy }) =>
        peopleOf(to, kind === "submitted" ? ["approver"] : ["editor", "approver"]).map((id) => ({
          id: seedId("notice", plan.code, kind, indicator, reporter, fy, id),
          userId: id,
          kind,
          path:
            kind === "submitted"
              ? paths.review(to)
              : paths.report(reporter, plan.code, indicator, fy),
          detail: {
            name: names.get(indicator) ?? indicator,
            organisation: shortName(reporter),
            fy: String(fy),
          },
          isDemo: true,
          actorId: userId(demoEditor(by)),
          actorOrganisationId: organisationId(by),
          createdAt: inJapan(at),
        })),
      ),
    )
    .onConflictDoNothing();
}

/** The demo people of an organisation, all or those with one of the roles. */
function peopleOf(slug: OrganisationSlug, roles?: readonly Role[]): string[] {
  return demoPeople
    .filter(({ memberships }) =>
      memberships.some(
        ({ organisation, role }) => organisation === slug && (roles?.includes(role) ?? true),
      ),
    )
    .map(({ email }) => userId(email));
}

function shortName(slug: string): string {
  return organisations.find((organisation) => organisation.slug === slug)?.shortName ?? slug;
}
