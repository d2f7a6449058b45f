import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { PlanContent, PlanContentIndicator } from "#app/domain/plan/content.ts";

/** Changes what the newest version of a plan says, as a newer release of its data would. */
export async function redefine(
  owner: Sql,
  plan: string,
  change: (content: PlanContent) => void,
): Promise<void> {
  const [newest] = await owner<{ planId: string; version: number; text: string }[]>`
    select v.plan_id as "planId", v.version, v.content::text as text
    from plan_versions v join plans p on p.id = v.plan_id
    where p.code = ${plan} order by v.version desc limit 1`;
  if (!newest) throw new RangeError(`No version of ${plan}`);
  const { planId, version } = newest;
  const content: PlanContent = JSON.parse(newest.text);
  change(content);
  await owner`
    update plan_versions set content = ${JSON.stringify(content)}::text::jsonb
    where plan_id = ${planId} and version = ${version}`;
  await owner`update plans set definition_version = ${randomUUID()} where id = ${planId}`;
}

/** What the newest version of a plan says. */
export async function contentOf(owner: Sql, plan: string): Promise<PlanContent> {
  const [newest] = await owner<{ text: string }[]>`
    select v.content::text as text from plan_versions v join plans p on p.id = v.plan_id
    where p.code = ${plan} order by v.version desc limit 1`;
  if (!newest) throw new RangeError(`No version of ${plan}`);
  return JSON.parse(newest.text);
}

/** The indicator of a code, to be changed. */
export function indicatorIn(content: PlanContent, code: string): PlanContentIndicator {
  const found = content.indicators.find((indicator) => indicator.code === code);
  if (!found) throw new RangeError(`No indicator ${code}`);
  return found;
}
