import type { PackContent } from "#app/domain/pack/content.ts";
import { dayText } from "#app/i18n/labels.ts";
import { editionText } from "#app/i18n/pack.ts";
import { changeListColumns, changeListRows } from "../change-list/workbook.ts";
import { changeColumns, changeRows } from "../changes/tables.ts";
import type { Sheet } from "../export/table-model.ts";

/** What was seen otherwise than in the edition before, a block of rows for each PT. */
export function changesSheet({ changes, edition }: PackContent, heading: string[]): Sheet {
  const { against, groups } = changes;
  return {
    name: "変更",
    landscape: true,
    heading: [
      ...heading,
      ...(against ? [`${editionText(against)}との違い`, edition.note].filter(Boolean) : []),
    ],
    blocks: groups.map((group) => ({
      caption: group.goal,
      columns: changeColumns,
      rows: changeRows(group),
    })),
    notes: groups.length === 0 ? ["変更はありません。"] : [],
  };
}

/** What revisions that are proposed or adopted change in the plan, a block of rows for each. */
export function revisionsSheet(
  { revisions, organisationNames }: PackContent,
  heading: string[],
): Sheet {
  return {
    name: "見直し案",
    landscape: true,
    heading,
    blocks: revisions.map(({ groups, title, adoptedOn, ...changes }) => ({
      caption: `${title}（${adoptedOn === null ? "提案中" : `${dayText(adoptedOn)}決定`}）`,
      columns: changeListColumns,
      rows: groups.flatMap(({ goal, entries }) => [
        { heading: goal?.name ?? "計画全体" },
        ...entries.flatMap((entry) => changeListRows({ ...changes, organisationNames }, entry)),
      ]),
    })),
    notes: revisions.length === 0 ? ["提案中又は決定した見直しはありません。"] : [],
  };
}
