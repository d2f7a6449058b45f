import type { BoardCounts } from "#app/domain/completeness/board.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { answerStateLabels, notAcceptedLabel } from "#app/i18n/completeness.ts";
import { dayText } from "#app/i18n/labels.ts";
import type { Cells, Column, Workbook } from "#app/lib/export/table-model.ts";
import type { CompletenessReading } from "#app/services/completeness/read.server.ts";

const columns: readonly Column[] = [
  { header: "団体", width: 14, kind: "text" },
  { header: "PT", width: 22, kind: "text" },
  { header: "照会", width: 8, kind: "figure" },
  { header: answerStateLabels.accepted, width: 8, kind: "figure" },
  { header: answerStateLabels.submitted, width: 10, kind: "figure" },
  { header: answerStateLabels.returned, width: 8, kind: "figure" },
  { header: answerStateLabels.none, width: 8, kind: "figure" },
  { header: notAcceptedLabel, width: 8, kind: "figure" },
  { header: "うち集計中・調査中", width: 18, kind: "figure" },
];

/** The completeness board as a workbook: a row for each organisation and PT. */
export function completenessWorkbook(reading: CompletenessReading): Workbook {
  const { plan, fy, dueOn, goals, board, organisationNames } = reading;
  const title = `回答状況（${fiscalYearLabel(fy)}）`;
  const seesAll = goals.every(({ seesSubmitted }) => seesSubmitted);
  const rows = board.rows.flatMap(({ organisation, byGoal }) =>
    goals.flatMap(({ code, name, seesSubmitted }): Cells[] => {
      const counts = byGoal.get(code);
      const who = organisationNames[organisation] ?? organisation;
      return counts ? [[who, name, ...figures(counts, seesSubmitted)]] : [];
    }),
  );
  return {
    title,
    fileName: `${plan.name}_回答状況_${fiscalYearLabel(fy)}`,
    sheets: [
      {
        name: "回答状況",
        landscape: true,
        heading: [`${plan.name}　${title}`, ...(dueOn ? [`回答期限：${dayText(dueOn)}`] : [])],
        blocks: [
          { columns, rows, totals: [["全団体", null, ...figures(board.total.total, seesAll)]] },
        ],
        notes: seesAll
          ? []
          : ["幹事を務めていないPTは、受理されたかどうかだけを数え、内訳は－としている。"],
      },
    ],
  };
}

/** Where the reader does not see what was submitted, only that something is not accepted. */
function figures(counts: BoardCounts, seesSubmitted: boolean): Cells {
  const { asked, accepted, submitted, returned, none, provisional } = counts;
  const parts = seesSubmitted ? [submitted, returned, none].map(String) : [null, null, null];
  return [String(asked), String(accepted), ...parts, String(asked - accepted), String(provisional)];
}
