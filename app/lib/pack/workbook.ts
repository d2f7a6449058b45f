import {
  dateInJapan,
  fiscalYearLabel,
  fiscalYearShort,
} from "#app/domain/fiscal-year/fiscal-year.ts";
import { narrativeParts } from "#app/domain/indicator/definition.ts";
import {
  listedKpis,
  type PackContent,
  type PackGoal,
  type PackKpi,
} from "#app/domain/pack/content.ts";
import { packCounts } from "#app/domain/pack/counts.ts";
import { missingBy } from "#app/domain/pack/missing.ts";
import type { PackPart } from "#app/domain/pack/pack.ts";
import { dayText } from "#app/i18n/labels.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { packPartLabel } from "#app/i18n/pack.ts";
import { kpiNote } from "#app/i18n/pack-note.ts";
import { demoWords, noMarkWords, openLabels } from "#app/i18n/sheet.ts";
import { actualCell, count, figure, mark, text } from "../evaluation-sheet/cells.ts";
import type { Cell, Cells, Column, Row, Sheet, Workbook } from "../export/table-model.ts";
import { changesSheet, revisionsSheet } from "./change-sheets.ts";
import { packFileName, packTitle } from "./file-name.ts";

/** A pack as a workbook: the same figures as in the PDF, as numbers to work with. */
export function packWorkbook(content: PackContent): Workbook {
  const named = { ...content, ...content.choice, edition: content.edition.edition };
  return {
    title: packTitle(named),
    fileName: packFileName(named),
    sheets: content.choice.parts.flatMap((part) => sheetsOf[part](content)),
  };
}

const sheetsOf: Record<PackPart, (content: PackContent) => Sheet[]> = {
  cover: (content) => [coverSheet(content)],
  summary: (content) => [summarySheet(content)],
  pts: (content) => content.goals.map((goal) => goalSheet(content, goal)),
  // The years of every KPI are in the evaluation sheets' workbooks.
  roadmap: () => [],
  table: (content) => [tableSheet(content)],
  changes: (content) => [changesSheet(content, headingOf(content, "changes"))],
  missing: (content) => [missingSheet(content)],
  revisions: (content) => [revisionsSheet(content, headingOf(content, "revisions"))],
};

function headingOf({ plan, fy, edition }: PackContent, part: PackPart): string[] {
  return [
    packPartLabel(part, plan.levelNames),
    `${plan.name}　${fiscalYearLabel(fy)}　第${edition.edition}版`,
  ];
}

function coverSheet(content: PackContent): Sheet {
  const { choice, plan, fy, edition, maker, goals, isDemo } = content;
  const facts: [string, string][] = [
    ["会議", choice.meeting],
    ["開催日", dayText(choice.meetingOn)],
    ["計画", plan.name],
    ["年度", fiscalYearLabel(fy)],
    [
      "もとにした版",
      `${edition.title}　第${edition.edition}版（${dayText(dateInJapan(edition.publishedAt))}公表）`,
    ],
    ["訂正の理由", edition.note],
    [plan.levelNames.goal, goals.map(({ sheet }) => sheet.node.name).join("、")],
    ["作成", maker],
  ];
  return {
    name: "表紙",
    heading: ["会議資料", plan.name],
    blocks: [
      { columns: [text("", 18), text("", 72)], rows: facts.filter(([, said]) => said !== "") },
    ],
    notes: isDemo ? [demoWords()] : [],
  };
}

function summarySheet(content: PackContent): Sheet {
  const { plan, rubric } = content;
  const { marks, open, rows } = packCounts(content);
  return {
    name: "概要",
    heading: headingOf(content, "summary"),
    blocks: [
      {
        columns: [
          text(plan.levelNames.goal, 34),
          text(plan.ownerKind === "council" ? "幹事" : "所管", 14),
          ...marks.map(({ symbol }) => figure(symbol, 8)),
          ...open.map((kind) => figure(openLabels[kind], 11)),
          figure("計", 8),
          figure("報告済み", 10),
          figure("報告予定", 10),
        ],
        rows: rows.filter(({ isTotal }) => !isTotal).map(countCells),
        totals: rows.filter(({ isTotal }) => isTotal).map(countCells),
      },
    ],
    notes: [rubric.marks.map(({ symbol, label }) => `${symbol}：${label}`).join("　")],
  };
}

function countCells(row: ReturnType<typeof packCounts>["rows"][number]): Cells {
  const { name, lead, marks, open, total, reported, expectedReporters, isTotal } = row;
  return [
    isTotal ? "合計" : name,
    lead.join("、"),
    ...[...marks, ...open, total, reported, expectedReporters].map(count),
  ];
}

/** The columns of a KPI, and its cells: the very figures of its page. */
function kpiColumns(fy: number): Column[] {
  const year = fiscalYearShort(fy);
  return [
    text("番号", 12),
    text("KPI", 40),
    text("単位", 9),
    figure("基準値"),
    text("目標（最終）", 24),
    figure(`${year}目標`),
    figure(`${year}実績`),
    { header: "達成率（％）", width: 11, kind: "figure" },
    mark("評価", 10),
    figure("報告済み", 9),
    figure("報告予定", 9),
    text("備考", 30),
  ];
}

function kpiCells(kpi: PackKpi): Cell[] {
  const { code, indicator, result, expected, expectedText, percent } = kpi;
  const { value, text: words } = indicator.baseline;
  const none = { words: "" };
  return [
    code,
    indicator.name,
    indicator.unit,
    value ?? (words ? { words } : null),
    indicator.target.text,
    result ? (expected ?? (expectedText ? { words: expectedText } : null)) : none,
    actualCell(result),
    result ? percent : none,
    result ? (result.mark ?? noMarkWords(result) ?? "") : "対象期間外",
    result ? count(result.reported) : none,
    result ? count(result.expectedReporters) : none,
    kpiNote(kpi),
  ];
}

function goalSheet(content: PackContent, { sheet, groups }: PackGoal): Sheet {
  const written = narrativeParts.flatMap((part): [string, string][] => {
    const said = sheet.narratives[part];
    return said === null ? [] : [[narrativeLabels[part], said]];
  });
  const columns = kpiColumns(content.fy);
  return {
    name: sheet.node.name,
    landscape: true,
    heading: [sheet.node.name, ...headingOf(content, "pts").slice(1)],
    blocks: [
      ...(written.length > 0 ? [{ columns: [text("", 18), text("", 72)], rows: written }] : []),
      {
        columns,
        rows: groups.flatMap(({ project, kpis }): Row[] => [
          {
            heading: project ?? (content.plan.ownerKind === "council" ? "目指す成果" : "数値目標"),
          },
          ...kpis.map(kpiCells),
        ]),
      },
    ],
  };
}

function tableSheet(content: PackContent): Sheet {
  const level = content.plan.levelNames;
  return {
    name: "KPI一覧",
    landscape: true,
    heading: headingOf(content, "table"),
    blocks: [
      {
        columns: [text(level.goal, 20), text(level.project, 28), ...kpiColumns(content.fy)],
        rows: listedKpis(content.goals).map((kpi) => [
          kpi.goal.name,
          kpi.project ?? "",
          ...kpiCells(kpi),
        ]),
      },
    ],
    notes: content.isDemo ? [demoWords()] : [],
  };
}

function missingSheet(content: PackContent): Sheet {
  const names = Object.values(content.organisationNames);
  const rows = (["missing", "provisional"] as const).flatMap((kind) =>
    missingBy(kind, content.goals, names).flatMap(({ organisation, goals }) =>
      goals.flatMap(({ name, kpis }) =>
        kpis.map((kpi) => [
          organisation,
          name,
          kpi,
          kind === "missing" ? "未報告" : "集計中・調査中",
        ]),
      ),
    ),
  );
  return {
    name: "未報告",
    heading: headingOf(content, "missing"),
    blocks: [
      {
        columns: [
          text("団体", 16),
          text(content.plan.levelNames.goal, 26),
          text("KPI", 44),
          text("状況", 16),
        ],
        rows,
      },
    ],
    notes: rows.length === 0 ? ["未報告の実績はありません。"] : [],
  };
}
