import type { ChangeEntry } from "#app/domain/plan/change-list.ts";
import type { SubjectChange } from "#app/domain/plan/diff.ts";
import { type ChangeNames, changeText } from "#app/i18n/change-text.ts";
import { changeKindLabels, planFieldLabels } from "#app/i18n/revision.ts";
import type { Column, Row, Workbook } from "#app/lib/export/table-model.ts";
import type { ComparisonReading } from "#app/services/plan/compare-versions.server.ts";

/** The columns of a list of what a plan says otherwise. */
export const changeListColumns: readonly Column[] = [
  { header: "コード", width: 14, kind: "text" },
  { header: "名称", width: 40, kind: "text" },
  { header: "区分", width: 8, kind: "text" },
  { header: "項目", width: 18, kind: "text" },
  { header: "変更前", width: 44, kind: "text" },
  { header: "変更後", width: 44, kind: "text" },
  { header: "要旨・理由", width: 40, kind: "text" },
];

/** The list of what a version changed as a workbook: a row for each difference. */
export function changeWorkbook(reading: ComparisonReading): Workbook {
  const { plan, version, against } = reading;
  const title = `見直し一覧（第${version.version}版）`;
  return {
    title,
    fileName: `${plan.name}_見直し一覧_第${version.version}版`,
    sheets: [
      {
        name: "見直し一覧",
        landscape: true,
        heading: [
          `${plan.name}　${title}`,
          `${version.title}　第${against?.version ?? 0}版との比較`,
        ],
        blocks: reading.groups.map(({ goal, entries }) => ({
          caption: goal?.name ?? "計画全体",
          columns: changeListColumns,
          rows: entries.flatMap((entry) => changeListRows(reading, entry)),
        })),
      },
    ],
  };
}

type Listed = ChangeNames &
  Pick<ComparisonReading, "notes" | "units" | "newNodes" | "newIndicators">;

/** The rows of a node and its KPIs: one for each difference. */
export function changeListRows(
  reading: Listed,
  { node, change, own, indicators }: ChangeEntry,
): Row[] {
  const self: SubjectChange = own ?? {
    kind: "node",
    code: node.code,
    name: node.name,
    change,
    fields: [],
  };
  const { [node.code]: added } = reading.newNodes;
  const rows = subjectRows(reading, self, added?.project?.purpose ?? null, planFieldLabels.purpose);
  return [
    ...rows,
    ...indicators.flatMap((indicator) => {
      const { [indicator.code]: fresh } = reading.newIndicators;
      const target = fresh?.targetText ?? null;
      return subjectRows(reading, indicator, target, planFieldLabels.targetText);
    }),
  ];
}

/** One row for each difference; what is new has one, with what is said of it first. */
function subjectRows(
  { notes, units, ...names }: Listed,
  { code, name, change, fields }: SubjectChange,
  fresh: string | null,
  freshTerm: string,
): Row[] {
  const head = [code, name, changeKindLabels[change]];
  const note = notes[code] || null;
  if (fields.length === 0) return [[...head, fresh === null ? null : freshTerm, null, fresh, note]];
  return fields.map((field) => {
    const { term, before, after } = changeText(field, units[code] ?? "", names);
    return [...head, term, before.join("\n") || null, after.join("\n") || null, note];
  });
}
