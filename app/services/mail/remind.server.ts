import { and, asc, eq, exists, inArray, isNull, not, or } from "drizzle-orm";
import { remindedDueDays, reminderOn } from "#app/domain/mail/reminder.ts";
import { type OwedState, owedText, reminderMail } from "#app/i18n/reminder.ts";
import { writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import { asActor, type Database, type Transaction } from "#db/client.server.ts";
import {
  indicators,
  mails,
  members,
  observations,
  observationVersions,
  organisations,
  plans,
  reportingRounds,
  roundQuestions,
  users,
} from "#db/schema/index.ts";
import { dueOn } from "../round/due-on.server.ts";

/**
 * Reminds those who write for an organisation of the figures it owes in the rounds whose reminder
 * falls on the day of `now` in Japan: one mail for each person, organisation and round, however often
 * and by how many processes it is called on that day.
 */
export async function remindOfRounds(database: Database, now: Date): Promise<void> {
  await asActor(database, null, async (tx) => {
    const owed = await owedFigures(tx, now);
    const duties = new Map<string, typeof owed>();
    for (const row of owed) {
      const duty = `${row.roundId}/${row.organisationId}`;
      duties.set(duty, [...(duties.get(duty) ?? []), row]);
    }
    for (const [duty, figures] of duties) await remind(tx, duty, figures, now);
  });
}

type Owed = Awaited<ReturnType<typeof owedFigures>>[number];

async function remind(tx: Transaction, duty: string, figures: readonly Owed[], now: Date) {
  const [first] = figures;
  const day = first && reminderOn(first.dueOn, now);
  if (!first || !day) return;
  const items = figures.map((figure) => ({
    text: owedText({ ...figure, state: (figure.state ?? "none") as OwedState }),
    path: paths.report(figure.slug, figure.planCode, figure.code, figure.fy, figure.period),
  }));
  const mail = reminderMail(first, first.organisation, day, items);
  const people = await tx
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(users, and(eq(users.id, members.userId), eq(users.kind, "person")))
    .where(and(eq(members.organisationId, first.organisationId), inArray(members.role, writers)));
  if (people.length === 0) return;
  await tx
    .insert(mails)
    .values(
      people.map(({ userId }) => ({
        userId,
        kind: "reminder" as const,
        ...mail,
        items,
        state: "ready" as const,
        dedupeKey: `reminder/${duty}/${first.dueOn}/${day}/${userId}`,
      })),
    )
    .onConflictDoNothing({ target: mails.dedupeKey });
}

/**
 * What organisations have not submitted in the rounds that are reminded of today: nothing yet, a
 * draft, or returned. Who drafts a correction of an accepted figure owes nothing.
 */
function owedFigures(tx: Transaction, now: Date) {
  const version = observationVersions;
  const accepted = tx
    .select({ state: version.state })
    .from(version)
    .where(
      and(
        eq(version.indicatorId, observations.indicatorId),
        eq(version.organisationId, observations.organisationId),
        eq(version.fy, observations.fy),
        eq(version.period, observations.period),
        eq(version.state, "accepted"),
      ),
    );
  return tx
    .select({
      roundId: reportingRounds.id,
      dueOn: dueOn(organisations.id),
      fy: reportingRounds.fy,
      plan: plans.name,
      planCode: plans.code,
      organisationId: organisations.id,
      slug: organisations.slug,
      organisation: organisations.shortName,
      code: indicators.code,
      name: indicators.name,
      frequency: indicators.frequency,
      period: roundQuestions.period,
      state: observations.state,
    })
    .from(reportingRounds)
    .innerJoin(plans, eq(plans.id, reportingRounds.planId))
    .innerJoin(roundQuestions, eq(roundQuestions.roundId, reportingRounds.id))
    .innerJoin(indicators, eq(indicators.id, roundQuestions.indicatorId))
    .innerJoin(organisations, eq(organisations.id, roundQuestions.organisationId))
    .leftJoin(
      observations,
      and(
        eq(observations.indicatorId, indicators.id),
        eq(observations.organisationId, organisations.id),
        eq(observations.fy, reportingRounds.fy),
        eq(observations.period, roundQuestions.period),
      ),
    )
    .where(
      and(
        eq(reportingRounds.state, "open"),
        inArray(dueOn(organisations.id), remindedDueDays(now)),
        or(
          isNull(observations.state),
          eq(observations.state, "returned"),
          and(inArray(observations.state, ["draft", "proposed"]), not(exists(accepted))),
        ),
      ),
    )
    .orderBy(asc(organisations.position), asc(indicators.position), asc(roundQuestions.period));
}
