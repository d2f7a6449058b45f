import { type ValueKind, valueKinds } from "#app/domain/indicator/definition.ts";
import type { Comparison, MarkTone, RateMethod, Rubric, Rule } from "#app/domain/rubric/rubric.ts";
import { combinationLabels, ruleSentence } from "./rubric-rules.ts";

export const expectationLabels: Record<Rubric["expectation"], string> = {
  roadmap: "その年度のロードマップの目標。年度の目標がない場合は、基準値から目標値までの按分",
  linear: "基準値から目標値までを経過年数で按分した値（累計の指標は0から）",
  final: "どの年度も最終目標値",
  elapsed_share: "最終目標値を経過年数で按分した値（どの指標も0から）",
};

export const withoutLineLabels: Record<Rubric["withoutLine"], string> = {
  none: "100％を定めない（達成率は計算しない）",
  final: "最終目標値を100％とする",
};

export const rateMethodLabels: Record<RateMethod, string> = {
  ratio: "目標に対する割合：実績値 ÷ 目標（減らす指標は 目標 ÷ 実績値）",
  improvement: "改善の割合：（実績値 − 基準値）÷（目標 − 基準値）",
};

export const valueKindLabels: Record<ValueKind, string> = {
  count: "件数・金額などの実数",
  rate: "割合（％）",
  index: "指数など",
  rank: "順位",
  text: "文章",
};

export const toneLabels: Record<MarkTone, string> = {
  excellent: "青",
  good: "緑",
  fair: "黄",
  poor: "赤",
  none: "灰",
};

export const testLabels: Record<Rule["test"], string> = {
  achievement_rate: "達成率",
  target: "目標との比較",
  baseline_change: "基準値からの変化",
  milestone: "文章の目標への到達",
  no_figure: "実績値がない場合",
};

export const targetLabels: Record<"above" | "equal" | "below", string> = {
  above: "目標を上回る",
  equal: "目標と等しい",
  below: "目標を下回る",
};

export const comparisonLabels: Record<Comparison | "within", string> = {
  ">=": "以上",
  ">": "を超える",
  "<=": "以下",
  "<": "未満",
  "=": "ちょうど",
  within: "以内（増減とも）",
};

export const incompleteLabels: Record<Rubric["incomplete"], string> = {
  withhold: "報告がそろうまで評価を保留する",
  flag: "届いた報告だけの値で評価し、一部の報告であることを示す",
};

export const countByLabels = (project: string): Record<Rubric["countBy"], string> => ({
  indicator: "指標を1つずつ数える",
  project: `${project}を1つずつ数える`,
});

export const roundingLabels: Record<Rubric["rateDisplay"]["rounding"], string> = {
  half_up: "四捨五入",
  down: "切捨て",
};

/** A sentence of a rubric; where it decides on a mark, with the mark's symbol. */
export type RubricLine = { text: string; mark?: string };
export type RubricPart = { key: string; title: string; lines: RubricLine[] };

/** A whole rubric in sentences. `project` is what the plan calls its projects. */
export function rubricParts(rubric: Rubric, project: string): RubricPart[] {
  return [
    { key: "name", title: "名称", lines: [{ text: rubric.name }] },
    { key: "expectation", title: "何を100％とするか", lines: expectationLines(rubric) },
    { key: "rate", title: "達成率の計算", lines: rateLines(rubric) },
    {
      key: "rules",
      title: "評価の決め方",
      lines: [
        ...rubric.rules.map((rule) => ({ text: ruleSentence(rule), mark: rule.mark })),
        { text: "どれにも当てはまらないとき、または判定できないとき", mark: rubric.notJudgeable },
      ],
    },
    { key: "marks", title: "評価の種類", lines: rubric.marks.map(markLine) },
    {
      key: "incomplete",
      title: "報告がそろわないとき",
      lines: [{ text: `${incompleteLabels[rubric.incomplete]}。` }],
    },
    {
      key: "combination",
      title: `${project}の評価`,
      lines: [
        {
          text:
            rubric.combination === "manual"
              ? `${combinationLabels.manual}。`
              : `${combinationLabels[rubric.combination]}とする。`,
        },
      ],
    },
    { key: "count", title: "数え方", lines: countLines(rubric, project) },
    {
      key: "outlook",
      title: "達成見込み",
      lines:
        rubric.outlook.length === 0
          ? [{ text: "達成見込みの段階は使わない。" }]
          : rubric.outlook.map(({ symbol, label, tone }) => ({
              text: `${symbol}：${label}（${toneLabels[tone]}）`,
            })),
    },
  ];
}

function expectationLines({ expectation, withoutLine }: Rubric): RubricLine[] {
  const main = { text: `${expectationLabels[expectation]}を100％とする。` };
  if (expectation === "final") return [main];
  return [
    main,
    { text: `按分できない指標（基準値がないなど）は、${withoutLineLabels[withoutLine]}。` },
  ];
}

function rateLines({ rate, rateDisplay }: Rubric): RubricLine[] {
  const own = valueKinds.flatMap((kind) => {
    const method = rate.byValueKind[kind];
    return method ? [{ text: `${valueKindLabels[kind]}の指標　${rateMethodLabels[method]}` }] : [];
  });
  const others = own.length > 0 ? "そのほかの指標" : "すべての指標";
  const { places, rounding } = rateDisplay;
  const digits = places === 0 ? "整数" : `小数第${places}位まで`;
  return [
    ...own,
    { text: `${others}　${rateMethodLabels[rate.default]}` },
    {
      text: `達成率の表示は${digits}（${roundingLabels[rounding]}）。評価は丸める前の値で決める。`,
    },
  ];
}

function markLine({ symbol, label, tone, byHand, counted }: Rubric["marks"][number]): RubricLine {
  const notes = [
    toneLabels[tone],
    ...(byHand ? ["担当者だけが付ける"] : []),
    ...(counted ? [] : ["件数に含めない"]),
  ];
  return { text: `${symbol}：${label}（${notes.join("、")}）` };
}

function countLines({ countBy, marks }: Rubric, project: string): RubricLine[] {
  const aside = marks.filter((mark) => !mark.counted).map((mark) => `「${mark.symbol}」`);
  return [
    { text: `${countByLabels(project)[countBy]}。再掲は数えない。` },
    ...(aside.length > 0 ? [{ text: `${aside.join("")}は件数に含めない。` }] : []),
  ];
}

/** A part that reads differently in two rubrics; `kept` sentences stand in both. */
export type PartDifference = {
  key: string;
  title: string;
  before: DifferenceLine[];
  after: DifferenceLine[];
  /** The same sentences, but in another order. */
  onlyOrder: boolean;
};
export type DifferenceLine = { text: string; kept: boolean };

/** What reads differently in two rubrics, part by part. */
export function rubricDifferences(
  before: Rubric,
  after: Rubric,
  project: string,
): PartDifference[] {
  const texts = (part: RubricPart | undefined) => (part?.lines ?? []).map(lineText);
  const old = rubricParts(before, project);
  return rubricParts(after, project).flatMap((part) => {
    const was = texts(old.find(({ key }) => key === part.key));
    const is = texts(part);
    if (was.join("\n") === is.join("\n")) return [];
    const lines = (own: string[], other: string[]) =>
      own.map((text) => ({ text, kept: other.includes(text) }));
    const [removed, added] = [lines(was, is), lines(is, was)];
    const onlyOrder = [...removed, ...added].every((line) => line.kept);
    return [{ key: part.key, title: part.title, before: removed, after: added, onlyOrder }];
  });
}

/** A sentence with its mark in words: 「達成率が100％以上のとき　→　○」. */
export function lineText({ text, mark }: RubricLine): string {
  return mark === undefined ? text : `${text}　→　${mark}`;
}

const rowNames: Record<string, string> = { marks: "評価", rules: "条件", outlook: "見込み" };

/** Where in the form an error stands: 「条件2：」; nothing where the words say it themselves. */
export function errorPlace(field: string): string {
  const [list = "", row = ""] = field.split(".");
  if (field === "notJudgeable") return "判定できないとき：";
  const name = rowNames[list];
  return name && /^\d+$/.test(row) ? `${name}${Number(row) + 1}：` : "";
}
