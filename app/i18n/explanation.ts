import type { Expectation } from "#app/domain/evaluation/expectation.ts";
import { type Exact, exact, toDecimal } from "#app/domain/figure/exact.ts";
import { formatFigure, formatRate } from "#app/domain/figure/format.ts";
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
import { fiscalYearShort } from "./fiscal-year.ts";
import { timeAggregationLabels, unjudgedSentences } from "./labels.ts";
import { ruleSentence } from "./rubric.ts";

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
    { step: "actual", title: "実績値", ...actualStep(explained) },
    { step: "expectation", title: "年度目標", ...expectationStep(explained) },
    { step: "rate", title: "達成率", ...rateStep(explained) },
    { step: "mark", title: "評価", ...markStep(explained) },
    ...(rounding ? [{ step: "rounding" as const, title: "端数の扱い", ...rounding }] : []),
  ];
}

type Step = Pick<ExplanationStep, "words" | "numbers">;

function actualStep(explained: Explained): Step {
  const { indicator, computed } = explained;
  const { regional } = computed;
  if (indicator.direction === "milestone" && regional.words !== null) {
    const reached = regional.reached === null ? "" : regional.reached ? "（達成）" : "（未達）";
    return { words: "到達状況を文章で報告します。", numbers: `${regional.words}${reached}` };
  }
  if (indicator.derivation !== null) return derivedStep(explained, indicator.derivation);
  if (regional.figure === null)
    return {
      words: unjudgedSentences[regional.noFigure ?? "not_reported"],
      numbers: null,
    };
  const periods =
    indicator.frequency === "yearly" || indicator.frequency === "every_n_years"
      ? ""
      : `各団体の値は${timeAggregationLabels[indicator.timeAggregation]}です。`;
  const partial =
    regional.reported < regional.expected
      ? `${regional.expected}団体のうち${regional.reported}団体分の部分集計で、全体の値ではありません。`
      : "";
  const result = shown(regional.figure, indicator);
  const alone = computed.answers.length === 1 && computed.answers[0]?.value !== null;
  return {
    words: `${aggregationWords[indicator.aggregation]}${periods}${partial}`,
    numbers: alone
      ? `${explained.names[computed.answers[0]?.organisation ?? ""] ?? ""} ${result}`
      : `${contributions(explained)} ＝ ${result}`,
  };
}

const aggregationWords: Record<Aggregation, string> = {
  sum: "各団体の報告値を合計します。",
  ratio: "率は合算できないため、分子の合計を分母の合計で割ります。",
  mean: "各団体の報告値を平均します。",
  weighted_mean: "各団体の報告値を、報告された重みで加重平均します。",
  min: "各団体の報告値のうち最も小さい値をとります。",
  max: "各団体の報告値のうち最も大きい値をとります。",
  count_reached: "達成したと報告した団体を数えます。",
  single: "域内の値として1団体が報告した値です。",
};

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
      return named.join(" ＋ ");
    case "mean":
      return `（${named.join(" ＋ ")}）÷ ${values.length}`;
    case "min":
    case "max":
      return named.join("、");
    case "single":
      return named.join("、");
    case "weighted_mean":
      return `（${values
        .map(
          ({ answer, value }) => `${name(answer)} ${number(value)} × ${number(answer.denominator)}`,
        )
        .join(" ＋ ")}）÷（${given((a) => a.denominator)
        .map(({ value }) => number(value))
        .join(" ＋ ")}）`;
    case "count_reached":
      return answers
        .filter((answer) => answer.reached)
        .map(name)
        .join("、");
    case "ratio": {
      const joined = (pick: (answer: YearlyAnswer) => Exact | null) =>
        given(pick)
          .map(({ answer, value }) => `${name(answer)} ${number(value)}`)
          .join(" ＋ ");
      return `（${joined((a) => a.numerator)}）÷（${joined((a) => a.denominator)}）× 100`;
    }
  }
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
        words: "次の指標の値を合計します。",
        numbers: result && `${named.join(" ＋ ")} ＝ ${result}`,
      };
    case "same_as":
      return { words: "次の指標と同じ値です。", numbers: result && `${named.join("")}` };
    case "running_total_of":
      return {
        words: `初年度から${fiscalYearShort(fy)}までの各年度の値を累計します。`,
        numbers: result && `${named.join(" ＋ ")} ＝ ${result}`,
      };
    case "running_mean_of":
      return {
        words: `初年度から${fiscalYearShort(fy)}までの各年度の値を平均します。`,
        numbers: result && `（${named.join(" ＋ ")}）÷ ${counted.length} ＝ ${result}`,
      };
    case "each_of":
      return {
        words: "次の指標のすべてで判定し、最も低い評価をとります。",
        numbers: named.length > 0 ? named.join("、") : null,
      };
  }
}

function expectationStep({ indicator, computed, fy }: Explained): Step {
  const { expectation } = computed.evaluation;
  if (expectation.kind === "none")
    return { words: unjudgedSentences[expectation.reason], numbers: null };
  if (expectation.kind === "words")
    return { words: "文章で定めた目標に到達したかどうかを見ます。", numbers: expectation.text };
  const value = `${number(expectation.value)}${indicator.unit}`;
  if (expectation.line) return lineStep(expectation.line, indicator.series, value);
  const numbers = expectation.from === "roadmap" ? `${fiscalYearShort(fy)}の欄　${value}` : value;
  return { words: expectationWords[expectation.from], numbers };
}

const expectationWords = {
  roadmap: "ロードマップのその年度の欄の値を、達成率100％とみなします。",
  linear: "目標年度に達しているため、最終目標値そのものを達成率100％とみなします。",
  elapsed_share: "目標年度に達しているため、最終目標値そのものを達成率100％とみなします。",
  final: "最終目標値を達成率100％とみなします。",
} satisfies Record<Exclude<Expectation, { kind: "none" }>["from"], string>;

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
  const share = `${elapsed}年 ÷ ${duration}年`;
  if (start.equals(0))
    return {
      words:
        series === "cumulative"
          ? "ロードマップに年度の値がないため、最終目標値を経過年数で按分し、達成率100％とみなします。"
          : "最終目標値を経過年数で按分し、達成率100％とみなします。",
      numbers: `最終目標 ${number(target)} × ${share} ＝ ${value}`,
    };
  return {
    words:
      "年度の値がないため、基準値と最終目標値の間を経過年数で按分し、達成率100％とみなします。",
    numbers: `基準値 ${number(start)} ＋（最終目標 ${number(target)} － ${number(start)}）× ${share} ＝ ${value}`,
  };
}

function rateStep({ indicator, computed, rubric }: Explained): Step {
  const { evaluation, regional } = computed;
  const { expectation, rate, method } = evaluation;
  if (rate === null || regional.figure === null || expectation.kind !== "value") {
    const words =
      evaluation.unjudged === null
        ? "この評価に達成率は使いません。"
        : "評価していないため、達成率は算出していません。";
    return { words, numbers: null };
  }
  const actual = number(regional.figure);
  const expected = number(expectation.value);
  const result = formatRate(toDecimal(rate), rubric.rateDisplay);
  if (method === "improvement" && indicator.baselineValue !== null) {
    const baseline = number(exact(indicator.baselineValue));
    return {
      words: "基準値からの改善幅を、期待される改善幅で割ります。",
      numbers: `（実績 ${actual} － 基準値 ${baseline}）÷（年度目標 ${expected} － 基準値 ${baseline}）＝ ${result}`,
    };
  }
  if (falls(indicator.direction)) {
    return regional.figure.compare(0) > 0
      ? {
          words: "少ないほどよい指標のため、年度目標を実績値で割ります。",
          numbers: `年度目標 ${expected} ÷ 実績 ${actual} ＝ ${result}`,
        }
      : {
          words: "少ないほどよい指標で実績値が0以下のため、達成率を100％とします。",
          numbers: result,
        };
  }
  return {
    words: "実績値を年度目標で割ります。",
    numbers: `実績 ${actual} ÷ 年度目標 ${expected} ＝ ${result}`,
  };
}

function markStep({ computed, rubric }: Explained): Step {
  const { rule, mark, unjudged } = computed.evaluation;
  const found = rubric.marks.find((candidate) => candidate.symbol === mark);
  const numbers = found ? `${found.symbol}　${found.label}` : null;
  if (rule) {
    return {
      words: `評価基準「${rubric.name}」のうち、最初に当てはまる条件：${ruleSentence(rule)}`,
      numbers,
    };
  }
  return { words: unjudged ? unjudgedSentences[unjudged] : "", numbers };
}

/** Nothing where no digit was dropped: a rate that is not there, a figure printed as it is. */
function roundingStep({ rubric, computed, indicator }: Explained): Step | null {
  const { places, rounding } = rubric.rateDisplay;
  const how = rounding === "down" ? "切り捨てて" : "四捨五入して";
  const digit = places === 0 ? "整数に" : `小数第${places}位に`;
  const { figure } = computed.regional;
  const cut =
    figure !== null && indicator.places !== null
      ? toDecimal(figure) !== toDecimal(figure, indicator.places)
      : false;
  if (computed.evaluation.rate === null && !cut) return null;
  return {
    words: `達成率は${digit}${how}表示します。評価は端数を処理する前の値で判定しています。`,
    numbers:
      figure !== null && cut
        ? `${number(figure)} → 表示 ${formatFigure(toDecimal(figure, indicator.places ?? 0))}${indicator.unit}`
        : null,
  };
}

function shown(figure: Exact, { unit, places }: { unit: string; places: number | null }): string {
  const exactly = `${number(figure)}${unit}`;
  if (places === null || toDecimal(figure) === toDecimal(figure, places)) return exactly;
  return `${exactly}（表示 ${formatFigure(toDecimal(figure, places))}${unit}）`;
}

/** A number as a reader wants it: at most four places, and said to be rounded where it is. */
function number(value: Exact | null): string {
  if (value === null) return "－";
  const short = toDecimal(value, 4);
  return `${toDecimal(value) === short ? "" : "約"}${formatFigure(short)}`;
}
