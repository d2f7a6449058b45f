import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import type { ExpectationSource } from "#app/domain/evaluation/expectation.ts";
import type {
  Aggregation,
  Derivation,
  Direction,
  Frequency,
  Series,
  Theme,
  TimeAggregation,
} from "#app/domain/indicator/definition.ts";
import type { Role } from "#app/policy/roles.ts";
import { locale } from "./locale.ts";
import { t, translated } from "./t.ts";

/** Words for the closed vocabularies, as pages and tables write them. */
export const unjudgedLabels: Record<UnjudgedReason, string> = translated({
  not_reported: "未報告",
  incomplete: "判定保留",
  not_due: "期限前",
  undecided: "目標検討中",
  no_target: "目標値なし",
  no_baseline: "基準値なし",
  no_ratio: "達成率算定不可",
  no_rule: "該当基準なし",
  not_stated: "到達状況の記載なし",
  provisional: "集計中",
  under_survey: "調査中",
  no_data: "実績なし",
  not_applicable: "対象外",
  no_survey: "調査年以外",
});

/** One sentence each, for those who ask why there is no mark. */
export const unjudgedSentences: Record<UnjudgedReason, string> = translated({
  not_reported: "この年度の報告がまだ受理されていないため、評価していません。",
  incomplete:
    "報告がそろっていないため、合計は部分集計です。評価は全団体の報告がそろうまで保留します。",
  not_due: "目標が複数年度にまたがるため、期間の最終年度に評価します。",
  undecided: "計画でこの年度の目標が検討中とされているため、判定できません。",
  no_target: "計画に目標値が定められていないため、判定できません。",
  no_baseline: "基準値がなく年度目標を補間できないため、判定できません。",
  no_ratio: "年度目標が0以下で達成率を算定できないため、判定できません。",
  no_rule: "評価基準のどの条件にも当てはまらないため、判定できません。",
  not_stated: "到達状況の記載がないため、判定できません。",
  provisional: "実績値が集計中のため、まだ判定できません。",
  under_survey: "実績値が調査中のため、まだ判定できません。",
  no_data: "この年度の実績値がないため、判定できません。",
  not_applicable: "この年度は対象外と報告されています。",
  no_survey: "調査が行われない年度のため、実績値はありません。",
});

export const expectationSourceLabels: Record<ExpectationSource, string> = translated({
  roadmap: "ロードマップの年度目標",
  linear: "基準値と目標値からの按分",
  final: "最終目標値",
  elapsed_share: "経過年数に応じた最終目標値の按分",
});

export const seriesLabels: Record<Series, string> = translated({
  annual: "単年度",
  cumulative: "累計",
  stock: "年度末時点",
});

export const directionLabels: Record<Direction, string> = translated({
  increase: "増加を目指す",
  decrease: "減少を目指す",
  at_least: "以上・維持",
  at_most: "以内",
  milestone: "到達状況（文章）",
});

export const aggregationLabels: Record<Aggregation, string> = translated({
  sum: "各団体の値の合計",
  ratio: "分子の合計 ÷ 分母の合計",
  mean: "各団体の値の平均",
  weighted_mean: "各団体の値の加重平均",
  min: "各団体の値の最小",
  max: "各団体の値の最大",
  count_reached: "達成した団体の数",
  single: "域内の値として1団体が報告",
});

export const derivationLabels: Record<Derivation, string> = translated({
  sum_of: "次の指標の合計",
  same_as: "次の指標と同じ値",
  running_total_of: "次の指標の初年度からの累計",
  running_mean_of: "次の指標の初年度からの平均",
  each_of: "次の指標をすべて満たすこと（評価は低い方）",
});

/** 「上半期」, 「第2四半期」, 「10月」; nothing for a whole year. */
export function periodLabel(frequency: Frequency, period: number): string {
  if (period === 0) return "";
  switch (frequency) {
    case "half_yearly":
      return period === 1 ? t`上半期` : t`下半期`;
    case "quarterly":
      return t`第${period}四半期`;
    case "monthly":
      return months[locale()].format(new Date(Date.UTC(2024, period + 2)));
    default:
      return "";
  }
}

export const frequencyLabels: Record<Frequency, string> = translated({
  yearly: "毎年度",
  half_yearly: "半期ごと",
  quarterly: "四半期ごと",
  monthly: "毎月",
  every_n_years: "数年ごと",
});

export const timeAggregationLabels: Record<TimeAggregation, string> = translated({
  sum: "年度内の合計",
  last: "年度内の最後の値",
  mean: "年度内の平均",
});

export const themeLabels: Record<Theme, string> = translated({
  women: "女性",
  gx: "GX",
  digital: "デジタル",
});

export const roleLabels: Record<Role, string> = translated({
  viewer: "閲覧",
  editor: "起案",
  approver: "決裁",
  admin: "管理",
});

/** A way of writing dates, in each language of the interface. */
function dates(options: Intl.DateTimeFormatOptions, english = options) {
  const timeZone = "Asia/Tokyo";
  return {
    ja: new Intl.DateTimeFormat("ja-JP", { timeZone, ...options }),
    en: new Intl.DateTimeFormat("en-GB", { timeZone, ...english }),
  };
}

const fullDay = { year: "numeric", month: "long", day: "numeric" } as const;
const moments = dates({ ...fullDay, hour: "2-digit", minute: "2-digit" });
const days = dates(fullDay);
const weekdays = dates({ weekday: "short" });
const shortDays = dates({ month: "numeric", day: "numeric" }, { month: "short", day: "numeric" });
const months = dates({ month: "long" });

/** 「2026年11月20日 14:05」, "20 November 2026 at 14:05", in Japan. */
export function momentText(at: Date): string {
  return moments[locale()].format(at);
}

/** 「2026年11月30日（月）」, "30 November 2026 (Mon)" of a calendar date. */
export function dayText(date: string): string {
  const at = midnight(date);
  return t`${days[locale()].format(at)}（${weekdays[locale()].format(at)}）`;
}

/** 「11/30」, "30 Nov" of a calendar date, for the subject of a mail. */
export function shortDay(date: string): string {
  return shortDays[locale()].format(midnight(date));
}

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00+09:00`);
}
