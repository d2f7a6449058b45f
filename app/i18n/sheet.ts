import type { NarrativePart, NodeKind, TargetBound } from "#app/domain/indicator/definition.ts";
import type { OpenKind } from "#app/domain/sheet/counts.ts";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetResult,
  TargetCell,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { formatFigure } from "./figure.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { unjudgedLabels } from "./labels.ts";
import { listText } from "./list.ts";
import { t, translated } from "./t.ts";

// The words of evaluation sheets, for the screen and for files alike.

/** What a writer is asked for. */
export const narrativeSupport: Record<NarrativePart, string> = translated({
  overview: "目標の考え方と、この年度の全体の状況を書きます。",
  efforts: "この年度に実施した主な取組を書きます。重点プロジェクトの一覧は自動で並びます。",
  evaluation: "数値目標の進捗の理由など、評価で見てほしい点を書きます。",
  issues: "残っている課題を書きます。",
  next_steps: "次の年度以降に何をするかを書きます。",
});

const bounds: Record<TargetBound, string> = translated({ at_least: "以上", at_most: "以内" });

/** 「以上」, 「以内」, or nothing, for a figure as for a column of figures. */
export function boundWords(bound: TargetBound | null): string {
  return bound === null ? "" : bounds[bound];
}

type Levels = Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };

/** What a plan calls the level of a node. */
export function levelName(levels: Levels, kind: NodeKind): string {
  return kind === "strategy" ? (levels.strategy ?? t`戦略`) : levels[kind];
}

/** 「基本目標1　安定した雇用を創出する」; a name that says its level stands alone. */
export function nodeTitle(
  levels: Levels,
  { kind, number, name }: { kind: NodeKind; number: string; name: string },
): string {
  const level = levelName(levels, kind);
  return name.includes(level) ? name : t`${level}${number}　${name}`;
}

/** Which figures a sheet is made of. */
export function basisWords({ figures, edition, fy }: EvaluationSheet): string {
  const year = fiscalYearShort(fy);
  if (!figures) return t`${year}の実績は公表されていません`;
  if (edition) return t`公表された実績（${year}　第${edition.edition}版）`;
  return t`受理済みの実績（最新の値）`;
}

/** In the place of a figure, why there is none; null where one is there. */
export function absenceWords(result: SheetResult): string | null {
  if (result.value !== null || result.text !== null) return null;
  return result.unjudged === null ? formatFigure(null) : unjudgedLabels[result.unjudged];
}

/** In the place of a mark, why there is none. */
export function noMarkWords(result: SheetResult): string | null {
  if (result.mark !== null) return null;
  return result.unjudged === null ? formatFigure(null) : unjudgedLabels[result.unjudged];
}

/** Where a target comes from, if not from the roadmap. */
export function targetSource({ from }: TargetCell): string | null {
  if (from === "linear" || from === "elapsed_share") return t`按分`;
  return from === "final" ? t`最終目標` : null;
}

/** 「7／9団体」, and who is missing. */
export function completenessWords({ reported, expectedReporters, missing }: SheetResult): string {
  if (missing.length === 0) return t`${reported}／${expectedReporters}団体`;
  const who = missing.length > 4 ? t`${missing.length}団体` : listText(missing);
  return t`${reported}／${expectedReporters}団体（未報告：${who}）`;
}

/** What has to be said under a table about an indicator of it. */
export function indicatorNotes(indicator: SheetIndicator): string[] {
  const { name, notes, parts, unplaced, printedDifferently } = indicator;
  const seen = new Set<string>();
  const written = [...notes, ...parts.flatMap((part) => part.notes)]
    .sort((a, b) => a.fy - b.fy)
    .map((note) => t`${name}（${fiscalYearShort(note.fy)}）　${note.text}`)
    .filter((line) => !seen.has(line) && seen.add(line));
  return [
    ...(printedDifferently ? [t`${name}　この箇所の記載：${printedDifferently}`] : []),
    ...unplaced.map((text) => t`${name}　年度の欄が読み取れない目標：${text}`),
    ...parts.flatMap((part) => {
      const years = part.years.flatMap(({ fy, result }) =>
        result?.value ? [`${fiscalYearShort(fy)} ${formatFigure(result.value)}${part.unit}`] : [],
      );
      return years.length > 0 ? [t`${part.name}　${listText(years)}`] : [];
    }),
    ...written,
  ];
}

/** The columns of a table of counts for what has no mark. */
export const openLabels: Record<OpenKind, string> = translated({
  incomplete: "判定保留",
  noFigure: "値なし",
  notReported: "未報告",
  outOfTerm: "対象期間外",
});

/** Under a table of counts, where they are not the portal's own. */
export const fromPublishedWords = () =>
  t`公表資料に記載された件数を含みます（個々のKPIは資料に示されていません）。`;

export const computedWords = () =>
  t`「算出」は評価基準から計算した評価で、付された評価と異なる場合に並べて示します。`;

export const demoWords = () => t`「デモ」の印がある実績値は説明用の架空の値です。`;
