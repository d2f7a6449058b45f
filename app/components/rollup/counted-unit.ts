import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";

/** What a plan counts by mark: 指標, or its projects by the name that it gives them. */
export function countedUnit({
  rubric,
  levelNames,
}: {
  rubric: Pick<Rubric, "countBy">;
  levelNames: { project: string };
}): string {
  return rubric.countBy === "project" ? levelNames.project : t`指標`;
}
