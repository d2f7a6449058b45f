import type { BoardCounts } from "#app/domain/completeness/board.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { answerStateLabels, notAcceptedLabel } from "#app/i18n/completeness.ts";
import { dayText } from "#app/i18n/labels.ts";
import { roundStateLabels, timelinessLabels } from "#app/i18n/round.ts";
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
  { header: notAcceptedLabel(), width: 8, kind: "figure" },
  { header: "うち集計中・調査中", width: 18, kind: "figure" },
];

/** Of a round: until when each was to answer, and what came in time. */
const timeColumns: readonly Column[] = [
  { header: "回答期限", width: 22, kind: "text" },
  { header: timelinessLabels.in_time, width: 8, kind: "figure" },
  { header: timelinessLabels.late, width: 8, kind: "figure" },
  { header: timelinessLabels.missing, width: 8, kind: "figure" },
];

/** The completeness board as a workbook: a row for each organisation and PT. */
export function completenessWorkbook(reading: CompletenessReading): Workbook {
  const { plan, fy, round, goals, board, organisationNames } = reading;
  const subject = round?.title ?? fiscalYearLabel(fy);
  const title = `回答状況（${subject}）`;
  const seesAll = goals.every(({ seesSubmitted }) => seesSubmitted);
  const cells = (counts: BoardCounts, seesSubmitted: boolean, dueOn: string | null): Cells => [
    ...figures(counts, seesSubmitted),
    ...(round ? [dueOn && dayText(dueOn), ...times(counts, seesSubmitted)] : []),
  ];
  const rows = board.rows.flatMap(({ organisation, byGoal, dueOn }) =>
    goals.flatMap(({ code, name, seesSubmitted }): Cells[] => {
      const counts = byGoal.get(code);
      const who = organisationNames[organisation] ?? organisation;
      return counts ? [[who, name, ...cells(counts, seesSubmitted, dueOn)]] : [];
    }),
  );
  return {
    title,
    fileName: `${plan.name}_回答状況_${subject}`,
    sheets: [
      {
        name: "回答状況",
        landscape: true,
        heading: [
          `${plan.name}　${title}`,
          ...(round ? [`${roundStateLabels[round.state]}　回答期限：${dayText(round.dueOn)}`] : []),
        ],
        blocks: [
          {
            columns: round ? [...columns, ...timeColumns] : columns,
            rows,
            totals: [["全団体", null, ...cells(board.total.total, seesAll, null)]],
          },
        ],
        notes: [
          ...(seesAll
            ? []
            : ["幹事を務めていないPTは、受理されたかどうかだけを数え、内訳は－としている。"]),
          ...(round
            ? [
                "期限内・期限後は、受理された報告と受理待ちの報告を、提出した日で分けている。差し戻された報告は、提出し直した日で判定している。",
              ]
            : []),
        ],
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

function times({ asked, inTime, late }: BoardCounts, seesSubmitted: boolean): Cells {
  return seesSubmitted ? [inTime, late, asked - inTime - late].map(String) : [null, null, null];
}
