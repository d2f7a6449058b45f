import type { EvidenceKind, HealthCase, HealthRule, Severity } from "#app/domain/health/finding.ts";

/** The words of the plan health check (計画点検), as an official would write them to a colleague. */
export const severityLabels: Record<Severity, string> = {
  error: "要修正",
  warning: "要確認",
  notice: "参考",
};

export const severitySentences: Record<Severity, string> = {
  error: "計画の記載どうしが食い違っています。どちらが正しいかを決めて修正してください。",
  warning:
    "誤りか、意図した記載かを確かめてください。意図したものは理由を付けて対応不要にできます。",
  notice: "評価や集計のときに知っておくとよいことです。",
};

export const ruleLabels: Record<HealthRule, string> = {
  "target-roadmap": "目標値とロードマップ",
  "target-overview": "目標値と概要",
  "roadmap-sum": "内訳と合計",
  "same-indicator": "同じ名称の指標",
  "printed-differently": "場所による記載の違い",
  "target-reached": "到達済みの目標",
  "target-pace": "目標の年間ペース",
  "roadmap-backwards": "ロードマップと現状",
  "cumulative-annual": "累計と単年度",
  duplicate: "再掲の表示",
  "unit-variant": "単位の不統一",
  "unit-name": "名称と単位",
  "mixed-measure": "混在した指標",
  "rate-parts": "率の分子・分母",
  "target-year": "目標年度",
  incomplete: "定義の不足",
  survey: "出典の統計",
  "name-differs": "名称の違い",
  "repost-mark": "再掲の取組",
};

type Words = {
  /** What was found, as a heading. */
  title: string;
  /** Why it matters. */
  why: string;
  /** What to do about it. */
  suggestion: string;
};

export const caseWords: Record<HealthCase, Words> = {
  "target-roadmap.differs": {
    title: "目標値がロードマップの目標年度の値と異なります",
    why: "年度評価はロードマップの値で行うため、目標値を達成しても評価が食い違います。",
    suggestion: "個票の目標値とロードマップのどちらが正しいかを確かめ、一方に合わせてください。",
  },
  "target-roadmap.no_cell": {
    title: "ロードマップに目標年度の値がありません",
    why: "目標年度の評価を、ロードマップではなく按分した値で行うことになります。",
    suggestion: "ロードマップの目標年度の欄に目標値を記入してください。",
  },
  "target-roadmap.late_milestone": {
    title: "目標の期限より後の年度に到達する予定になっています",
    why: "ロードマップどおりに進めても、個票の期限には間に合いません。",
    suggestion: "個票の期限とロードマップの到達年度をそろえてください。",
  },
  "target-overview.differs": {
    title: "概要の目標値が個票の目標値と異なります",
    why: "概要だけを見る人には、別の目標が伝わります。",
    suggestion:
      "概要の数値を個票の目標値に合わせるか、個票の見直し漏れがないかを確かめてください。",
  },
  "roadmap-sum.parts": {
    title: "内訳を足しても合計の値になりません",
    why: "成果指標は内訳の指標から算定するため、記載された年度目標とは異なる値になります。",
    suggestion: "内訳と合計のどちらの年度目標が正しいかを確かめてください。",
  },
  "roadmap-sum.overview": {
    title: "概要の内訳を足しても成果指標の目標値になりません",
    why: "概要の内訳か合計のどちらかに、見直し前の値が残っているおそれがあります。",
    suggestion: "概要の内訳を個票の目標値に合わせてください。",
  },
  "roadmap-sum.steps": {
    title: "累計の差が、かっこ書きの年間の増加数と合いません",
    why: "単年度の評価には増加数を使うため、累計と評価が食い違います。",
    suggestion: "累計か増加数のどちらかを修正してください。",
  },
  "same-indicator.differs": {
    title: "同じ指標に、異なる基準値・目標・単位があります",
    why: "同じ実績でも、場所によって評価が分かれます。",
    suggestion: "基準値と目標年度をそろえるか、分ける理由を個票に書き添えてください。",
  },
  "same-indicator.homonyms": {
    title: "内容の異なる指標が同じ名称です",
    why: "一覧や検索で見分けが付かず、実績を取り違えるおそれがあります。",
    suggestion:
      "何を数えるのかが分かるように、名称に対象を加えてください（例：新規雇用者数（風力発電））。",
  },
  "printed-differently.place": {
    title: "場所によって記載が異なります",
    why: "同じ指標なのに、見る場所によって異なる内容が伝わります。",
    suggestion: "正しい記載を確かめ、すべての場所でそろえてください。",
  },
  "printed-differently.texts": {
    title: "概要と個票、または本文と表で記載が異なります",
    why: "どちらを基準に評価したかによって、達成率が変わります。",
    suggestion: "正しい値と年度を確かめ、両方の記載をそろえてください。",
  },
  "printed-differently.actuals": {
    title: "同じと思われる指標の実績が、場所によって異なります",
    why: "一方の実績が更新されていないか、別のものを数えているおそれがあります。",
    suggestion:
      "実績を確かめて訂正してください。別のものを数えている場合は、名称で区別してください。",
  },
  "target-reached.surpassed": {
    title: "基準値がすでに目標値を上回っています",
    why: "何もしなくても達成となり、取組の成果を測れません。",
    suggestion:
      "基準値と目標値が同じ調査・同じ定義によるものかを確かめ、目標値を見直してください。",
  },
  "target-reached.equal": {
    title: "目標値が基準値と同じです",
    why: "現状の維持を目指すのか、向上を目指すのかが読み取れません。",
    suggestion: "維持が目標であれば「維持」と明記し、そうでなければ目標値を見直してください。",
  },
  "target-reached.by_actual": {
    title: "期間の途中の実績が、最終目標をすでに上回っています",
    why: "残りの期間の目標としての意味が薄れています。",
    suggestion: "計画の見直しの際に、目標値の引上げを検討してください。",
  },
  "target-pace.one_year": {
    title: "期間全体の目標が、基準の1年分の実績以下です",
    why: "これまでの1年分を数年かけて行う目標になっています。",
    suggestion: "目標値が累計か単年度かを確かめ、累計であれば引き上げてください。",
  },
  "target-pace.slower": {
    title: "目標の年間ペースが現状を下回ります",
    why: "現状のまま続けるだけで達成できる目標になっています。",
    suggestion:
      "現状を下回る理由（事業の縮小、特殊な年の実績など）を書き添えるか、目標値を見直してください。",
  },
  "target-pace.same": {
    title: "目標の年間ペースが現状と同じです",
    why: "現状の継続を目標にしています。",
    suggestion: "意図したものかを確かめてください。",
  },
  "roadmap-backwards.cells": {
    title: "ロードマップの値が途中で目標から遠ざかります",
    why: "前の年度に達成した水準を下回っても、達成と評価されます。",
    suggestion: "年度の並びと値を確かめてください。",
  },
  "roadmap-backwards.below_baseline": {
    title: "ロードマップが基準値より低い（目標から遠い）値で始まります",
    why: "計画の時点で達成済みの年度目標があり、その年度は評価の意味がありません。",
    suggestion: "基準値を更新したときにロードマップも見直したかを確かめてください。",
  },
  "roadmap-backwards.missed": {
    title: "基準値が、同じ年度のロードマップの値に届いていません",
    why: "計画の時点の実績を踏まえて、ロードマップが見直されていないおそれがあります。",
    suggestion: "残りの年度で目標に届くかを確かめ、必要であればロードマップを見直してください。",
  },
  "cumulative-annual.roadmap": {
    title: "目標は単年度、ロードマップは累計です",
    why: "ロードマップの値をそのまま年度目標にすると、単年度の実績と比べられません（評価には年度ごとの増加数を使います）。",
    suggestion: "目標とロードマップを単年度か累計のどちらかにそろえるか、両方を併記してください。",
  },
  "cumulative-annual.span": {
    title: "目標は1年度の値、ロードマップは数年間の合計です",
    why: "目標年度に何件あれば達成となるのかが定まりません。",
    suggestion: "目標に「～年度累計」と書き添えるか、ロードマップを年度ごとの値に改めてください。",
  },
  "cumulative-annual.unsaid": {
    title: "累計の目標であることが書かれていません",
    why: "単年度の目標と読まれ、実績を取り違えるおそれがあります（このポータルでは累計として扱っています）。",
    suggestion: "累計であれば「累計」と期間を、単年度であれば「単年度」と書き添えてください。",
  },
  "duplicate.shared": {
    title: "再掲の表示なく、複数の取組に同じ指標があります",
    why: "取組ごとに数えると、同じ実績を重ねて数えてしまいます（このポータルでは1回だけ数えます）。",
    suggestion: "主となる取組を決め、ほかの取組では「再掲」と表示してください。",
  },
  "duplicate.identical": {
    title: "名称も目標も同じ指標が、別々に記載されています",
    why: "同じ実績を二重に報告し、二重に数えるおそれがあります。",
    suggestion: "同じ指標であれば一方を「再掲」とし、異なるものであれば名称で区別してください。",
  },
  "duplicate.same_actuals": {
    title: "名称の異なる2つの指標の実績がほぼ同じです",
    why: "同じものを別の名称で数えているおそれがあります。",
    suggestion: "同じものであれば名称をそろえ、一方を「再掲」としてください。",
  },
  "unit-variant.text": {
    title: "指標の単位と異なる単位で記載された値があります",
    why: "何を数えるのかが定まらず、報告の誤りのもとになります。",
    suggestion: "単位をそろえてください。",
  },
  "unit-variant.spelling": {
    title: "同じものを数える単位の書き方がそろっていません",
    why: "一覧や集計で、別の単位のように見えます。",
    suggestion: "計画の中で書き方を一つに決めてください。",
  },
  "unit-name.kind": {
    title: "名称と単位が合いません",
    why: "人数か件数か割合かが名称から読み取れず、報告の誤りのもとになります。",
    suggestion: "数えるものを確かめ、名称か単位を改めてください。",
  },
  "mixed-measure.unit": {
    title: "異なるものを足した値を1つの指標にしています",
    why: "値が増えても、何が増えたのかが分かりません。",
    suggestion: "指標を分け、それぞれに基準値と目標値を定めてください。",
  },
  "mixed-measure.parts": {
    title: "1つの指標に複数の値が記載されています",
    why: "どの値で達成を判断するのかが定まりません。",
    suggestion:
      "指標を分けるか、すべてを満たしたときに達成とするなど、判断の方法を書き添えてください。",
  },
  "mixed-measure.periods": {
    title: "基準値と目標値で、平均を取る期間が異なります",
    why: "平均の年数が異なると、年ごとの増減の影響も異なり、厳密には比べられません。",
    suggestion: "実績も目標と同じ年数の平均で示し、途中の年度は単年の値を併記してください。",
  },
  "rate-parts.missing": {
    title: "分子と分母のない率です",
    why: "率だけでは、合算することも、変化の理由を確かめることもできません。",
    suggestion: "統計から直接得る率を除き、分子と分母を併せて報告するように定めてください。",
  },
  "target-year.outside": {
    title: "目標年度が計画期間の外にあります",
    why: "計画の最終評価までに達成を確かめられません。",
    suggestion: "計画期間の最終年度の目標値を併せて定めてください。",
  },
  "target-year.undecided": {
    title: "年度目標が検討中のままです",
    why: "目標が決まるまで、その年度は評価できません。",
    suggestion: "関係する計画が定まったら、年度目標を記入してください。",
  },
  "incomplete.reporters": {
    title: "報告する団体が定められていません",
    why: "実績を尋ねる相手がなく、集計されません。",
    suggestion: "報告する団体を定めてください。",
  },
  "incomplete.target": {
    title: "数値の指標に目標値がありません",
    why: "達成率を算定できず、「判定不能」となります。",
    suggestion:
      "目標値を定めるか、方向（改善・維持など）だけで評価する指標であることを明記してください。",
  },
  "incomplete.target_unclear": {
    title: "記載された値が目標値かどうか分かりません",
    why: "現状値であれば、目標のない指標になります。",
    suggestion: "現状値か目標値かを確かめ、もう一方を補ってください。",
  },
  "incomplete.baseline": {
    title: "基準値がありません",
    why: "改善の幅を測れず、途中の年度の目標を按分できません。",
    suggestion: "直近の実績を基準値として記入してください。",
  },
  "incomplete.baseline_undated": {
    title: "基準値の時点が書かれていません",
    why: "いつから改善したのかを示せません。",
    suggestion: "基準値の年度（年・月末など）を書き添えてください。",
  },
  "incomplete.baseline_old": {
    title: "基準値が計画の始まりより4年以上前のものです",
    why: "計画が始まる前の変化まで、計画の成果として数えることになります。",
    suggestion: "計画の始まりに近い値があれば、基準値を改めてください。",
  },
  "incomplete.source": {
    title: "出典が書かれていません",
    why: "担当者が替わると、同じ方法で実績を把握できなくなります。",
    suggestion: "統計の名称、または把握の方法（業務統計、独自調査など）を書き添えてください。",
  },
  "survey.once": {
    title: "計画期間に2回測れない調査を出典としています",
    why: "期間中の変化を測れず、途中の年度は評価できません。",
    suggestion: "毎年把握できる補助の指標を加えるか、調査のある年度に合わせて評価してください。",
  },
  "survey.unsuitable": {
    title: "出典の統計では測れない指標です",
    why: "別の指標の出典が写されたおそれがあります。",
    suggestion: "出典を確かめ、実績を把握する方法に改めてください。",
  },
  "survey.two_sources": {
    title: "基準値と目標値の出典が異なります",
    why: "調査の方法が異なる値は比べられず、達成率に意味がありません。",
    suggestion: "同じ調査による基準値を求めるか、目標値を同じ調査に基づいて定め直してください。",
  },
  "name-differs.place": {
    title: "指標の名称が場所によって異なります",
    why: "別の指標に見え、実績を取り違えるおそれがあります。",
    suggestion: "名称をそろえてください。略す場合も、数えるものが変わらないようにしてください。",
  },
  "name-differs.repost": {
    title: "再掲の取組の名称が元の取組と異なります",
    why: "再掲であることが読み取れません。",
    suggestion: "元の取組の名称に合わせてください。",
  },
  "name-differs.overview": {
    title: "概要での呼び方が、個票の指標の名称と異なります",
    why: "別の指標の目標に見えるおそれがあります。",
    suggestion: "概要では、個票の名称か、その一部を省いた名称を用いてください。",
  },
  "repost-mark.missing": {
    title: "再掲の指標だけの取組に、再掲の表示がありません",
    why: "独自の取組のように数えられます。",
    suggestion: "取組の名称に「再掲」と表示するか、取組に独自の指標を定めてください。",
  },
};

export const evidenceLabels: Record<EvidenceKind, string> = {
  target: "目標",
  due: "目標年度",
  roadmap: "ロードマップ",
  overview: "概要",
  baseline: "基準値",
  actual: "実績",
  pace: "年間ペース",
  sum: "計算",
  unit: "単位",
  name: "名称",
  source: "出典",
  survey: "調査の間隔",
  years: "計画期間",
  place: "記載の場所",
  printed: "異なる記載",
};
