import type { Expectation } from "#app/domain/evaluation/expectation.ts";
import { type Exact, exact, toDecimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import {
  type Aggregation,
  type Derivation,
  type Direction,
  falls,
  type Series,
  type TimeAggregation,
} from "#app/domain/indicator/definition.ts";
import type { Computed } from "#app/domain/rollup/compute.ts";
import type { YearlyAnswer } from "#app/domain/rollup/over-time.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatFigure, formatRate } from "./figure.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { unjudgedSentences } from "./labels.ts";
import { listText, sentencesText } from "./list.ts";
import { ruleSentence } from "./rubric-rules.ts";
import { t, translated } from "./t.ts";

/** One step of an explanation: what is done, in words, and the same with the numbers put in. */
export type ExplanationStep = {
  step: "actual" | "expectation" | "rate" | "mark" | "rounding";
  title: string;
  words: string;
  numbers: string | null;
};

export type Explained = {
  indicator: {
    unit: string;
    series: Series;
    direction: Direction;
    aggregation: Aggregation;
    timeAggregation: TimeAggregation;
    frequency: string;
    derivation: Derivation | null;
    baselineValue: string | null;
    places: number | null;
  };
  rubric: Rubric;
  fy: FiscalYear;
  computed: Computed;
  /** Short names by slug, in the order in which tables list the organisations. */
  names: Record<string, string>;
  parts: readonly { name: string; fy: FiscalYear; computed: Computed }[];
};

/** How a regional figure and its mark came about, step by step. */
export function explanationSteps(explained: Explained): ExplanationStep[] {
  const rounding = roundingStep(explained);
  return [
    { step: "actual", title: t`実績値`, ...actualStep(explained) },
    { step: "expectation", title: t`年度目標`, ...expectationStep(explained) },
    { step: "rate", title: t`達成率`, ...rateStep(explained) },
    { step: "mark", title: t`評価`, ...markStep(explained) },
    ...(rounding ? [{ step: "rounding" as const, title: t`端数の扱い`, ...rounding }] : []),
  ];
}

type Step = Pick<ExplanationStep, "words" | "numbers">;

function actualStep(explained: Explained): Step {
  const { indicator, computed } = explained;
  const { regional } = computed;
  if (indicator.direction === "milestone" && regional.words !== null) {
    const { words: text, reached } = regional;
    return {
      words: t`到達状況を文章で報告します。`,
      numbers: reached === null ? text : reached ? t`${text}（達成）` : t`${text}（未達）`,
    };
  }
  if (indicator.derivation !== null) return derivedStep(explained, indicator.derivation);
  if (regional.figure === null)
    return {
      words: unjudgedSentences[regional.noFigure ?? "not_reported"],
      numbers: null,
    };
  const wholeYear = indicator.frequency === "yearly" || indicator.frequency === "every_n_years";
  const { expected, reported } = regional;
  const sentences = [
    aggregationWords[indicator.aggregation],
    wholeYear ? null : periodWords[indicator.timeAggregation],
    reported < expected
      ? t`${expected}団体のうち${reported}団体分の部分集計で、全体の値ではありません。`
      : null,
  ];
  const result = shown(regional.figure, indicator);
  const alone = computed.answers.length === 1 && computed.answers[0]?.value !== null;
  return {
    words: sentencesText(sentences),
    numbers: alone
      ? `${explained.names[computed.answers[0]?.organisation ?? ""] ?? ""} ${result}`
      : t`${contributions(explained)} ＝ ${result}`,
  };
}

const aggregationWords: Record<Aggregation, string> = translated({
  sum: "各団体の報告値を合計します。",
  ratio: "率は合算できないため、分子の合計を分母の合計で割ります。",
  mean: "各団体の報告値を平均します。",
  weighted_mean: "各団体の報告値を、報告された重みで加重平均します。",
  min: "各団体の報告値のうち最も小さい値をとります。",
  max: "各団体の報告値のうち最も大きい値をとります。",
  count_reached: "達成したと報告した団体を数えます。",
  single: "域内の値として1団体が報告した値です。",
});

const periodWords: Record<TimeAggregation, string> = translated({
  sum: "各団体の値は年度内の合計です。",
  last: "各団体の値は年度内の最後の値です。",
  mean: "各団体の値は年度内の平均です。",
});

function contributions({ indicator, computed, names }: Explained): string {
  const order = Object.keys(names);
  const answers = computed.answers.toSorted(
    (a, b) => order.indexOf(a.organisation) - order.indexOf(b.organisation),
  );
  const name = (answer: YearlyAnswer) => names[answer.organisation] ?? answer.organisation;
  const given = (pick: (answer: YearlyAnswer) => Exact | null) =>
    answers.flatMap((answer) => {
      const value = pick(answer);
      return value === null ? [] : [{ answer, value }];
    });
  const values = given((answer) => answer.value);
  const named = values.map(({ answer, value }) => `${name(answer)} ${number(value)}`);
  switch (indicator.aggregation) {
    case "sum":
      return added(named);
    case "mean":
      return t`（${added(named)}）÷ ${values.length}`;
    case "min":
    case "max":
    case "single":
      return listText(named);
    case "weighted_mean": {
      const weighted = values.map(
        ({ answer, value }) => `${name(answer)} ${number(value)} × ${number(answer.denominator)}`,
      );
      const weights = given((answer) => answer.denominator).map(({ value }) => number(value));
      return t`（${added(weighted)}）÷（${added(weights)}）`;
    }
    case "count_reached":
      return listText(answers.filter((answer) => answer.reached).map(name));
    case "ratio": {
      const joined = (pick: (answer: YearlyAnswer) => Exact | null) =>
        added(given(pick).map(({ answer, value }) => `${name(answer)} ${number(value)}`));
      return t`（${joined((a) => a.numerator)}）÷（${joined((a) => a.denominator)}）× 100`;
    }
  }
}

function added(terms: readonly string[]): string {
  return terms.join(t` ＋ `);
}

function derivedStep({ indicator, computed, parts, fy }: Explained, derivation: Derivation): Step {
  const running = derivation === "running_total_of" || derivation === "running_mean_of";
  const counted = parts.filter((part) => part.computed.regional.figure !== null);
  const named = counted.map(
    (part) =>
      `${running ? fiscalYearShort(part.fy) : part.name} ${number(part.computed.regional.figure)}`,
  );
  const { figure } = computed.regional;
  const result = figure === null ? null : shown(figure, indicator);
  switch (derivation) {
    case "sum_of":
      return {
        words: t`次の指標の値を合計します。`,
        numbers: result && t`${added(named)} ＝ ${result}`,
      };
    case "same_as":
      return { words: t`次の指標と同じ値です。`, numbers: result && named.join("") };
    case "running_total_of":
      return {
        words: t`初年度から${fiscalYearShort(fy)}までの各年度の値を累計します。`,
        numbers: result && t`${added(named)} ＝ ${result}`,
      };
    case "running_mean_of":
      return {
        words: t`初年度から${fiscalYearShort(fy)}までの各年度の値を平均します。`,
        numbers: result && t`（${added(named)}）÷ ${counted.length} ＝ ${result}`,
      };
    case "each_of":
      return {
        words: t`次の指標のすべてで判定し、最も低い評価をとります。`,
        numbers: named.length > 0 ? listText(named) : null,
      };
  }
}

function expectationStep({ indicator, computed, fy }: Explained): Step {
  const { expectation } = computed.evaluation;
  if (expectation.kind === "none")
    return { words: unjudgedSentences[expectation.reason], numbers: null };
  if (expectation.kind === "words")
    return { words: t`文章で定めた目標に到達したかどうかを見ます。`, numbers: expectation.text };
  const value = `${number(expectation.value)}${indicator.unit}`;
  if (expectation.line) return lineStep(expectation.line, indicator.series, value);
  const numbers = expectation.from === "roadmap" ? t`${fiscalYearShort(fy)}の欄　${value}` : value;
  return { words: expectationWords[expectation.from], numbers };
}

const expectationWords: Record<Exclude<Expectation, { kind: "none" }>["from"], string> = translated(
  {
    roadmap: "ロードマップのその年度の欄の値を、達成率100％とみなします。",
    linear: "目標年度に達しているため、最終目標値そのものを達成率100％とみなします。",
    elapsed_share: "目標年度に達しているため、最終目標値そのものを達成率100％とみなします。",
    final: "最終目標値を達成率100％とみなします。",
  },
);

function lineStep(
  {
    start,
    target,
    elapsed,
    duration,
  }: NonNullable<Extract<Expectation, { kind: "value" }>["line"]>,
  series: Series,
  value: string,
): Step {
  if (start.equals(0))
    return {
      words:
        series === "cumulative"
          ? t`ロードマップに年度の値がないため、最終目標値を経過年数で按分し、達成率100％とみなします。`
          : t`最終目標値を経過年数で按分し、達成率100％とみなします。`,
      numbers: t`最終目標 ${number(target)} × ${elapsed}年 ÷ ${duration}年 ＝ ${value}`,
    };
  return {
    words: t`年度の値がないため、基準値と最終目標値の間を経過年数で按分し、達成率100％とみなします。`,
    numbers: t`基準値 ${number(start)} ＋（最終目標 ${number(target)} － ${number(start)}）× ${elapsed}年 ÷ ${duration}年 ＝ ${value}`,
  };
}

function rateStep({ indicator, computed, rubric }: Explained): Step {
  const { evaluation, regional } = computed;
  const { expectation, rate, method } = evaluation;
  if (rate === null || regional.figure === null || expectation.kind !== "value") {
    const words =
      evaluation.unjudged === null
        ? t`この評価に達成率は使いません。`
        : t`評価していないため、達成率は算出していません。`;
    return { words, numbers: null };
  }
  const actual = number(regional.figure);
  const expected = number(expectation.value);
  const result = formatRate(toDecimal(rate), rubric.rateDisplay);
  if (method === "improvement" && indicator.baselineValue !== null) {
    const baseline = number(exact(indicator.baselineValue));
    return {
      words: t`基準値からの改善幅を、期待される改善幅で割ります。`,
      numbers: t`（実績 ${actual} － 基準値 ${baseline}）÷（年度目標 ${expected} － 基準値 ${baseline}）＝ ${result}`,
    };
  }
  if (falls(indicator.direction)) {
    return regional.figure.compare(0) > 0
      ? {
          words: t`少ないほどよい指標のため、年度目標を実績値で割ります。`,
          numbers: t`年度目標 ${expected} ÷ 実績 ${actual} ＝ ${result}`,
        }
      : {
          words: t`少ないほどよい指標で実績値が0以下のため、達成率を100％とします。`,
          numbers: result,
        };
  }
  return {
    words: t`実績値を年度目標で割ります。`,
    numbers: t`実績 ${actual} ÷ 年度目標 ${expected} ＝ ${result}`,
  };
}

function markStep({ computed, rubric }: Explained): Step {
  const { rule, mark, unjudged } = computed.evaluation;
  const found = rubric.marks.find((candidate) => candidate.symbol === mark);
  const numbers = found ? t`${found.symbol}　${found.label}` : null;
  if (rule) {
    return {
      words: t`評価基準「${rubric.name}」のうち、最初に当てはまる条件：${ruleSentence(rule)}`,
      numbers,
    };
  }
  return { words: unjudged ? unjudgedSentences[unjudged] : "", numbers };
}

/** Nothing where no digit was dropped: a rate that is not there, a figure printed as it is. */
function roundingStep({ rubric, computed, indicator }: Explained): Step | null {
  const { places, rounding } = rubric.rateDisplay;
  const { figure } = computed.regional;
  const cut =
    figure !== null && indicator.places !== null
      ? toDecimal(figure) !== toDecimal(figure, indicator.places)
      : false;
  if (computed.evaluation.rate === null && !cut) return null;
  return {
    words: roundingWords(places, rounding),
    numbers:
      figure !== null && cut
        ? t`${number(figure)} → 表示 ${formatFigure(toDecimal(figure, indicator.places ?? 0))}${indicator.unit}`
        : null,
  };
}

function roundingWords(places: number, rounding: "half_up" | "down"): string {
  if (places === 0)
    return rounding === "down"
      ? t`達成率は整数に切り捨てて表示します。評価は端数を処理する前の値で判定しています。`
      : t`達成率は整数に四捨五入して表示します。評価は端数を処理する前の値で判定しています。`;
  return rounding === "down"
    ? t`達成率は小数第${places}位に切り捨てて表示します。評価は端数を処理する前の値で判定しています。`
    : t`達成率は小数第${places}位に四捨五入して表示します。評価は端数を処理する前の値で判定しています。`;
}

function shown(figure: Exact, { unit, places }: { unit: string; places: number | null }): string {
  const exactly = `${number(figure)}${unit}`;
  if (places === null || toDecimal(figure) === toDecimal(figure, places)) return exactly;
  return t`${exactly}（表示 ${formatFigure(toDecimal(figure, places))}${unit}）`;
}

/** A number as a reader wants it: at most four places, and said to be rounded where it is. */
function number(value: Exact | null): string {
  if (value === null) return formatFigure(null);
  const short = toDecimal(value, 4);
  return toDecimal(value) === short ? formatFigure(short) : t`約${formatFigure(short)}`;
}
