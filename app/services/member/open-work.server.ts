import { type SQL, sql } from "drizzle-orm";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { HandedOver } from "#app/domain/identity/handover.ts";
import { openWorkLabels } from "#app/i18n/open-work.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { commentSubject } from "../workspace/addressed-threads.server.ts";

/** Whose open work: of a person in an organisation, on a day. */
export type WorkOf = {
  organisation: string;
  organisationId: string;
  userId: string;
  name: string;
  today: string;
};

/**
 * What somebody has begun in an organisation and not ended: answers that they drafted or proposed last,
 * files that wait to be taken over, revisions, threads that they opened or that address them, days on
 * which they are to stand in for others, and PTs whose contact they are. Drafts are the organisation's:
 * nothing of it has to change hands. One statement for each kind.
 */
export async function openWorkOf(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const lists = [
    await answers(tx, of),
    await importsOf(tx, of),
    await revisions(tx, of),
    await threads(tx, of),
    await deputyDays(tx, of),
    await contacts(tx, of),
  ];
  return lists.flat();
}

type Numbered = { plan: string; code: string; name: string; fy: number };

async function answers(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const rows = await tx.execute<Numbered & { period: number; state: "draft" | "proposed" }>(sql`
    select p.code as plan, i.code, i.name, h.fy, h.period, h.state
    from observations h
    join observation_versions v on v.observation_id = h.id and v.version = h.version
    join indicators i on i.id = h.indicator_id
    join plans p on p.id = i.plan_id
    where h.organisation_id = ${of.organisationId} and h.state in ('draft', 'proposed')
      and v.author_id = ${of.userId}
    order by h.state, p.position, i.position, h.fy, h.period`);
  return rows.map(({ plan, code, name, fy, period, state }) => ({
    kind: state === "draft" ? "draft" : "proposal",
    label: openWorkLabels.answer(name, fy),
    path: paths.report(of.organisation, plan, code, fy, period),
  }));
}

async function importsOf(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const rows = await tx.execute<{
    id: string;
    fileName: string;
    plan: string | null;
    round: number | null;
  }>(sql`
    select f.id, f.file_name as "fileName", p.code as plan, r.number as round
    from imports f
    left join reporting_rounds r on r.id = f.round_id
    left join plans p on p.id = r.plan_id
    where f.organisation_id = ${of.organisationId} and f.author_id = ${of.userId}
      and f.state in ('reading', 'ready', 'applying')
    order by f.created_at`);
  return rows.map(({ id, fileName, plan, round }) => ({
    kind: "import",
    label: openWorkLabels.import(fileName),
    path:
      plan === null || round === null
        ? paths.planImport(of.organisation, id)
        : paths.import(of.organisation, plan, round, id),
  }));
}

async function revisions(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const rows = await tx.execute<{ plan: string; number: number; title: string }>(sql`
    select p.code as plan, r.number, r.title
    from plan_revisions r join plans p on p.id = r.plan_id
    where r.author_organisation_id = ${of.organisationId} and r.author_id = ${of.userId}
      and r.state in ('collecting', 'assembled')
    order by p.position, r.number`);
  return rows.map(({ plan, number, title }) => ({
    kind: "revision",
    label: openWorkLabels.revision(title),
    path: paths.revision(plan, number),
  }));
}

async function threads(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const begun = sql`c.author_id = ${of.userId} and c.author_organisation_id = ${of.organisationId}`;
  const addressed: SQL = sql`exists (select from comments m
    join comment_mentions a on a.comment_id = m.id and a.user_id = ${of.userId}
    where m.id = c.id or m.parent_id = c.id)`;
  const rows = await tx.execute<{ plan: string; subject: DiscussionSubject; name: string }>(sql`
    select p.code as plan, ${commentSubject} as subject, coalesce(n.name, i.name) as name
    from comments c
    left join plan_nodes n on n.id = c.node_id
    left join indicators i on i.id = c.indicator_id
    left join organisations r on r.id = c.reporter_id
    join plans p on p.id = coalesce(n.plan_id, i.plan_id)
    where c.parent_id is null and portal.comment_state(c.id) = 'open' and (${begun} or ${addressed})
    order by c.created_at`);
  // Two threads on the same thing stand on one page.
  const subjects = new Map(rows.map((row) => [paths.discussion(row.plan, row.subject), row]));
  return [...subjects.values()].map(({ plan, subject, name }) => ({
    kind: "thread",
    label: openWorkLabels.thread(name),
    path: paths.discussion(plan, subject),
  }));
}

async function deputyDays(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const rows = await tx.execute<{ fromOn: string; untilOn: string }>(sql`
    select d.from_on::text as "fromOn", d.until_on::text as "untilOn" from approval_deputies d
    where d.organisation_id = ${of.organisationId} and d.user_id = ${of.userId}
      and d.ended_at is null and d.until_on >= ${of.today}
    order by d.from_on`);
  return rows.map(({ fromOn, untilOn }) => ({
    kind: "deputy",
    label: openWorkLabels.deputy(fromOn, untilOn),
    path: paths.approvalSettings(of.organisation),
  }));
}

/** Contacts are typed as text: one names somebody when either of the two names holds the other. */
async function contacts(tx: Transaction, of: WorkOf): Promise<HandedOver[]> {
  const person = sql`regexp_replace(c.person, '\\s', '', 'g')`;
  const name = sql`regexp_replace(${of.name}, '\\s', '', 'g')`;
  const rows = await tx.execute<{ plan: string; code: string; name: string }>(sql`
    select p.code as plan, n.code, n.name
    from pt_contacts c join plan_nodes n on n.id = c.node_id join plans p on p.id = n.plan_id
    where c.organisation_id = ${of.organisationId} and length(${person}) >= 2
      and (position(${person} in ${name}) > 0 or position(${name} in ${person}) > 0)
      and c.version = (select max(l.version) from pt_contacts l
        where l.node_id = c.node_id and l.organisation_id = c.organisation_id)
    order by p.position, n.position`);
  return rows.map(({ plan, code, name: pt }) => ({
    kind: "contact",
    label: openWorkLabels.contact(pt),
    path: paths.contact(of.organisation, plan, code),
  }));
}
