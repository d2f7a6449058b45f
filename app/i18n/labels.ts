import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import type { ExpectationSource } from "#app/domain/evaluation/expectation.ts";
import type {
  Aggregation,
  Derivation,
  Direction,
  Series,
  Theme,
} from "#app/domain/indicator/definition.ts";
import type { Role } from "#app/policy/roles.ts";

/** Words for the closed vocabularies, as pages and tables write them. */
export const unjudgedLabels: Record<UnjudgedReason, string> = {
  not_reported: "未報告",
  incomplete: "判定保留",
  not_due: "期限前",
  undecided: "目標検討中",
  no_target: "目標値なし",
  no_baseline: "基準値なし",
  no_ratio: "達成率算定不可",
  not_stated: "到達状況の記載なし",
};

/** One sentence each, for those who ask why there is no mark. */
export const unjudgedSentences: Record<UnjudgedReason, string> = {
  not_reported: "この年度の報告がまだ受理されていないため、評価していません。",
  incomplete:
    "報告がそろっていないため、合計は部分集計です。評価は全団体の報告がそろうまで保留します。",
  not_due: "目標が複数年度にまたがるため、期間の最終年度に評価します。",
  undecided: "計画でこの年度の目標が検討中とされているため、判定できません。",
  no_target: "計画に目標値が定められていないため、判定できません。",
  no_baseline: "基準値がなく年度目標を補間できないため、判定できません。",
  no_ratio: "年度目標が0以下で達成率を算定できないため、判定できません。",
  not_stated: "到達状況の記載がないため、判定できません。",
};

export const expectationSourceLabels: Record<ExpectationSource, string> = {
  roadmap: "ロードマップの年度目標",
  linear: "基準値と目標値からの按分",
  final: "最終目標値",
};

export const seriesLabels: Record<Series, string> = {
  annual: "単年度",
  cumulative: "累計",
  stock: "年度末時点",
};

export const directionLabels: Record<Direction, string> = {
  increase: "増加を目指す",
  decrease: "減少を目指す",
  at_least: "以上・維持",
  at_most: "以内",
  milestone: "到達状況（文章）",
};

export const aggregationLabels: Record<Aggregation, string> = {
  sum: "各団体の値の合計",
  ratio: "分子の合計 ÷ 分母の合計",
  single: "域内の値として1団体が報告",
};

export const derivationLabels: Record<Derivation, string> = {
  sum_of: "次の指標の合計",
  same_as: "次の指標と同じ値",
  running_total_of: "次の指標の初年度からの累計",
};

export const themeLabels: Record<Theme, string> = {
  women: "女性",
  gx: "GX",
  digital: "デジタル",
};

export const roleLabels: Record<Role, string> = {
  viewer: "閲覧",
  editor: "起案",
  approver: "決裁",
  admin: "管理",
};

const moment = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const day = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "short",
});

/** 「2026年11月20日 14:05」, in Japan. */
export function momentText(at: Date): string {
  return moment.format(at);
}

/** 「2026年11月30日（月）」 of a calendar date. */
export function dayText(date: string): string {
  return day
    .format(new Date(`${date}T00:00:00+09:00`))
    .replace("(", "（")
    .replace(")", "）");
}
