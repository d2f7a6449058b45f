import { displayFigure } from "#app/domain/figure/display.ts";
import { answerFigure } from "#app/domain/observation/answer.ts";
import type { FieldChange } from "#app/domain/plan/diff.ts";
import type { ChangeKind } from "#app/domain/rollup/changes.ts";
import type {
  AcceptedAnswer,
  AnswerContent,
  JudgementChange,
} from "#app/domain/rollup/changes-reasons.ts";
import type { TimesProblem } from "#app/domain/rollup/changes-times.ts";
import { qualityWords, reachedWords } from "./answer.ts";
import { formatFigure } from "./figure.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { dayText, momentText, periodLabel } from "./labels.ts";
import { t, translated } from "./t.ts";

// The words for what changed between two times, for the page and for files alike.

export const changeKindWords: Record<ChangeKind, string> = translated({
  better: "改善",
  worse: "後退",
  first: "新規",
  withdrawn: "取下げ",
  corrected: "訂正",
  added: "追加",
  removed: "廃止",
});

/** One sentence each, for those who ask what the words mean. */
export const changeKindSentences: Record<ChangeKind, string> = translated({
  better: "評価が上がった指標",
  worse: "評価が下がった指標",
  first: "実績又は評価が新たに加わった指標",
  withdrawn: "実績又は評価がなくなった指標",
  corrected: "評価は同じで、実績や報告の状況が変わった指標",
  added: "計画に加わった指標",
  removed: "計画から外れた指標",
});

/** Why nothing is compared, as a title and a sentence. */
export function problemWords(problem: TimesProblem | "unreadable"): [string, string] {
  switch (problem) {
    case "nothing_before":
      return [
        t`比べる前の版がありません`,
        t`この年度では、まだ比べられる版が公表されていません。比べる時点を選んでください。`,
      ];
    case "wrong_order":
      return [
        t`比べる時点の順序を確認してください`,
        t`「変更前」には「変更後」より前の時点を選んでください。`,
      ];
    case "published_only":
      return [
        t`公表された版だけを比べられます`,
        t`日付や現在との比較は、ログインするとご覧になれます。`,
      ];
    case "unreadable":
      return [t`日付を確認してください`, t`今日までの日付を選んでください。`];
  }
}

/** A time as it stands in an address, in words: 「第2版」, 「2026年6月30日（火）」, 「現在」. */
export function timeWords(text: string): string {
  if (text === "now") return t`現在`;
  const edition = /^edition-(\d+)$/.exec(text)?.[1];
  if (edition !== undefined) return editionWords(Number(edition));
  return text.includes("T") ? momentText(new Date(text)) : dayText(text);
}

export function editionWords(edition: number): string {
  return t`第${edition}版`;
}

/** What an organisation answered, on one line: 「1,600人（集計中）」, 「調査中」. */
export function answerText(
  answer: AnswerContent,
  written: Pick<AcceptedAnswer, "unit" | "valueKind" | "places">,
): string {
  const figure = displayFigure(answerFigure(answer), written);
  const reached = answer.reached === null ? null : reachedWords[answer.reached ? "yes" : "no"];
  const said =
    figure === null
      ? [answer.words, reached].filter(Boolean).join(" ")
      : `${formatFigure(figure)}${written.unit}`;
  if (said === "") return qualityWords[answer.quality];
  return answer.quality === "final" ? said : t`${said}（${qualityWords[answer.quality]}）`;
}

/** Why something was seen otherwise: what happened, and what was said of it. */
export type ReasonLine = { text: string; note: string; by: string };

export type Why = {
  answers: readonly AcceptedAnswer[];
  judgements: readonly JudgementChange[];
  definition: readonly FieldChange[];
};

/** The reasons of one KPI: answers, judgements, then what the plan says otherwise. */
export function reasonLines(why: Why, unit: string): ReasonLine[] {
  return [
    ...why.answers.map(answerLine),
    ...why.judgements.map(judgementLine),
    ...definitionLines(why.definition, unit),
  ];
}

function answerLine(answer: AcceptedAnswer): ReasonLine {
  const period = periodLabel(answer.frequency, answer.period);
  const whose = [answer.part?.name, answer.shortName, period].filter(Boolean).join(t`　`);
  const now = answerText(answer, answer);
  const { before } = answer;
  const { acceptedIn, acceptedBy } = answer;
  const at = momentText(answer.acceptedAt);
  return {
    text: before
      ? t`${whose}：${answerText(before, answer)} → ${now}`
      : t`${whose}：${now}（新たな報告）`,
    note: answer.note,
    by:
      acceptedBy === null
        ? t`受理：${acceptedIn}　${at}`
        : t`受理：${acceptedIn}（${acceptedBy}）　${at}`,
  };
}

/** A mark that somebody set in the place of the computed one. */
export function judgementLine({ before, after, reason }: JudgementChange): ReasonLine {
  const said = () => {
    if (after === null) return t`設定された評価「${before ?? ""}」を取消し`;
    if (before === null) return t`評価を「${after}」に設定`;
    return before === after
      ? t`設定された評価「${after}」の理由を変更`
      : t`設定された評価を「${before}」から「${after}」に変更`;
  };
  return { text: said(), note: reason, by: "" };
}

/** How the outlook that somebody gave went from one to another. */
export function outlookLine({ before, after }: Pick<JudgementChange, "before" | "after">): string {
  return `${before ?? formatFigure(null)} → ${after ?? formatFigure(null)}`;
}

/** Figures and the cells of the roadmap in words; whatever else changed in the definition is counted. */
function definitionLines(fields: readonly FieldChange[], unit: string): ReasonLine[] {
  const written = (figure: string | null) =>
    figure === null ? formatFigure(null) : `${formatFigure(figure)}${unit}`;
  const told = fields.flatMap((field) => {
    if (field.kind === "cell" && field.fy !== null) {
      const [was, is] = [
        field.before?.text ?? formatFigure(null),
        field.after?.text ?? formatFigure(null),
      ];
      return t`計画の${fiscalYearShort(field.fy)}目標：${was} → ${is}`;
    }
    if (field.kind !== "figure") return [];
    const [was, is] = [written(field.before), written(field.after)];
    return field.field === "targetValue"
      ? t`計画の目標値：${was} → ${is}`
      : t`計画の基準値：${was} → ${is}`;
  });
  const others = fields.length - told.length;
  const lines =
    others === 0
      ? told
      : [...told, told.length === 0 ? t`計画の定義の変更` : t`計画の定義の変更　ほか${others}項目`];
  return lines.map((text) => ({ text, note: "", by: "" }));
}
