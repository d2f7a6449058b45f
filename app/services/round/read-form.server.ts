import { fiscalYearOf, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { isSurveyed } from "#app/domain/indicator/period.ts";
import { outlineOf } from "#app/domain/practice/outline.ts";
import {
  askableIn,
  partCode,
  partsAskable,
  type Question,
  type RoundChoice,
} from "#app/domain/round/questions.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { type Definition, readDefinition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { findRound, listRecords } from "./find.server.ts";
import { listQuestions } from "./questions.server.ts";

/**
 * What the form of a round shows: what may be asked of whom in a year, and what is kept, or else
 * everything chosen. Without `fy` it is the round's year; for a new one the last that has ended by
 * `now`. Throws `forbidden`, `not_found`, and `locked` once the round was opened.
 */
export function readRoundForm(
  context: ServiceContext,
  codes: { plan: string; round: number | null },
  fy: number | null,
  now: Date,
) {
  return transaction(context, async (tx) => {
    const { round: number } = codes;
    const found = number === null ? null : await findRound(tx, { ...codes, round: number });
    const definition = found?.definition ?? (await readDefinition(tx, codes.plan));
    const { plan, nodes, indicators, organisationNames } = definition;
    authorize(context, "round.prepare", { ownerOrganisationId: plan.ownerId });
    const round = found?.round ?? null;
    if (round && !roundCapabilities[round.state].changeable) throw new ServiceError("locked");
    const ended = Math.max(plan.firstFy, Math.min(plan.lastFy, fiscalYearOf(now) - 1));
    const year = fy ?? round?.fy ?? ended;
    if (!yearRange(plan.firstFy, plan.lastFy).includes(year)) throw new ServiceError("not_found");
    const askable = askableIn(indicators, year);
    const reporters = new Set(askable.flatMap((each) => each.reporters));
    const organisations = Object.entries(organisationNames)
      .filter(([slug]) => reporters.has(slug))
      .map(([slug, shortName]) => ({ slug, shortName }));
    const parts = partsAskable(askable, year);
    const everything: RoundChoice = {
      indicators: askable.map(({ code }) => code),
      organisations: organisations.map(({ slug }) => slug),
      parts: parts.map(({ frequency, period }) => partCode(frequency, period)),
    };
    const newest = round && (await listRecords(tx, round.id)).at(-1);
    const filesOf = await listAttachments(tx, context, round ? [round.id] : []);
    return {
      plan: {
        code: plan.code,
        name: plan.name,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
        levelNames: plan.levelNames,
      },
      fy: year,
      round: round && {
        number: round.number,
        fy: round.fy,
        title: round.title,
        dueOn: round.dueOn,
        instructions: round.instructions,
        version: round.version,
        author: newest?.author ?? newest?.organisation ?? "",
        createdAt: newest?.createdAt ?? round.createdAt,
        choice: choiceOf(await listQuestions(tx, round.id), indicators),
      },
      attachments: round ? filesOf(round.id) : [],
      outline: outlineOf(nodes, askable),
      organisations,
      parts,
      everything,
      /** What is not asked for in the year, since there is no survey. */
      unsurveyed: indicators
        .filter((each) => year >= each.firstFy && year <= each.lastFy && !isSurveyed(each, year))
        .map(({ name }) => name),
    };
  });
}

/** What was chosen, as far as something is asked of it. */
function choiceOf(
  questions: readonly Question[],
  indicators: Definition["indicators"],
): RoundChoice {
  const asked = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const unique = (values: readonly string[]) => [...new Set(values)];
  const named = questions.flatMap(({ indicatorId, period }) => {
    const indicator = asked.get(indicatorId);
    return indicator ? [{ ...indicator, period }] : [];
  });
  return {
    indicators: unique(named.map(({ code }) => code)),
    organisations: unique(questions.map(({ organisation }) => organisation)),
    parts: unique(
      named.flatMap(({ frequency, period }) => (period > 0 ? partCode(frequency, period) : [])),
    ),
  };
}
