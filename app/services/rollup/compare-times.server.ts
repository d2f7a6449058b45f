import {
  editionsWithin,
  resolveTimes,
  type Time,
  timeText,
} from "#app/domain/rollup/changes-times.ts";
import { can } from "#app/policy/can.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { readDifferences } from "./compare-times-differences.server.ts";
import { listEditions } from "./list-editions.server.ts";
import { defaultYear } from "./read.server.ts";

/** The times to compare; what is left out is completed as `resolveTimes` says. */
export type AskedTimes = { from?: Time; to?: Time };

/**
 * How a plan's year was seen at two times: the counts at both, every KPI and project that was seen
 * otherwise, in the order of the plan, and why. Each time is read by the roll-up itself, in a
 * transaction of its own. Where the two cannot be compared, `comparison` is null and `problem` says
 * why; for people who are not members there are editions only. Throws `not_found`.
 */
export async function compareTimes(
  context: ServiceContext,
  planCode: string,
  fy: number | null,
  asked: AskedTimes,
) {
  const known = await transaction(context, async (tx) => {
    const { plan } = await readPlanState(tx, planCode);
    const year = fy ?? defaultYear(plan, new Date());
    if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");
    return { plan, fy: year, editions: await listEditions(tx, plan.id, year) };
  });
  const member = can(context.actor, "rollup.read");
  const times = resolveTimes(asked, known.editions, member);
  if (times === "unknown") throw new ServiceError("not_found");
  const described = (time: Time | undefined) =>
    time === undefined
      ? null
      : {
          text: timeText(time),
          edition:
            known.editions.find((e) => time?.kind === "edition" && e.edition === time.edition) ??
            null,
        };
  const { code, name, levelNames, firstFy, lastFy, ownerKind, rubric } = known.plan;
  return {
    plan: { code, name, levelNames, firstFy, lastFy, ownerKind, rubric },
    fy: known.fy,
    /** Of the year, the newest first. */
    editions: known.editions,
    member,
    from: described(times.from),
    to: described(times.to),
    problem: times.problem,
    /** What was published in between. */
    published: times.problem === null ? editionsWithin(times, known.editions) : [],
    comparison:
      times.problem === null ? await readDifferences(context, code, known.fy, times) : null,
  };
}

export type TimesReading = Awaited<ReturnType<typeof compareTimes>>;
export type TimesComparison = NonNullable<TimesReading["comparison"]>;
export type ChangedGroup = TimesComparison["groups"][number];
export type ChangedIndicator = ChangedGroup["indicators"][number];
export type ChangedProject = ChangedGroup["projects"][number];
/** A time as it was asked for, with the edition where it is one. */
export type ComparedTime = NonNullable<TimesReading["from"]>;
