/** Words that stand on many pages, closed vocabularies, explanations and the glossary. */
export const words: Readonly<Record<string, string>> = {
  // How texts are joined.
  "、": ", ",
  "。": ". ",
  "｜": " | ",
  "／": "/",
  "{0}｜{1}": "{0} | {1}",
  "　": " ",
  " ＋ ": " + ",
  "」「": "” or “",
  "（{0}）": " ({0})",
  "{0}（{1}）": "{0} ({1})",
  "：{0}": ": {0}",
  "{0}：{1}": "{0}: {1}",
  "{0}：": "{0}: ",
  "＊{0}": "* {0}",
  "{0}{1}": "{0} {1}",
  "{0}{1}　{2}": "{0} {1} {2}",
  "{0}　{1}": "{0} {1}",
  "{0}　{1}　{2}": "{0} · {1} · {2}",
  "{0}　{1}　{2}　{3}": "{0} · {1} · {2} · {3}",
  "{0}／{1}": "{0} / {1}",
  "{0}・{1}": "{0}, {1}",
  "{0}～{1}": "{0}–{1}",
  "{0}～{1}{2}": "{0}–{1} {2}",
  "{0}％": "{0}%",
  "▲": "−",

  // What is counted.
  "{0}件": "{0} in total",
  "{0}団体": "{0} organisations",
  "／{0}{1}": " / {0} {1}",
  "{0} {1}／{2}{3}": "{0}: {1} of {2} {3}",
  計: "Total",

  // The words of plans and reports.
  指標: "KPIs",
  団体: "Organisations",
  全団体: "All",
  年度: "Fiscal year",
  今年度: "This year",
  目標: "Target",
  実績: "Actual",
  実績値: "Actual",
  評価: "Mark",
  達成率: "Attainment rate",
  基準値: "Baseline",
  目標値: "Target value",
  年度目標: "Target for the year",
  最終目標: "Final target",
  最終目標値: "Final target",
  按分: "Pro rata",
  備考: "Notes",
  理由: "Reason",
  状態: "Status",
  区分: "Type",
  履歴: "History",
  なし: "None",
  マイナス: "minus ",
  値なし: "No figure",
  再掲: "Repeated",
  共有指標: "Shared",
  主な取組: "Main actions",
  報告値: "Reported figure",
  戦略: "Strategy",
  "単位：{0}": "Unit: {0}",
  "目標：{0}": "Target: {0}",
  "理由：{0}": "Reason: {0}",
  "{0}の主な取組": "Main actions: {0}",
  "{0}のKPI": "KPIs: {0}",
  "{0} KPIの評価": "{0}: KPIs by mark",
  "{0}の団体別の報告値": "{0}: figures by organisation",
  改定履歴: "Revision history",

  // Why there is no mark, in a word and in a sentence.
  未報告: "Not reported",
  判定保留: "Withheld",
  期限前: "Not yet due",
  目標検討中: "Target undecided",
  目標値なし: "No target",
  基準値なし: "No baseline",
  達成率算定不可: "No rate",
  該当基準なし: "No rule applies",
  到達状況の記載なし: "Not stated",
  集計中: "Provisional",
  調査中: "Under survey",
  実績なし: "No data",
  対象外: "Not applicable",
  調査年以外: "No survey this year",
  対象期間外: "Outside its term",
  "この年度の報告がまだ受理されていないため、評価していません。":
    "Not marked: no report for this year has been accepted yet.",
  "報告がそろっていないため、合計は部分集計です。評価は全団体の報告がそろうまで保留します。":
    "Not all reports are in, so the total is partial. The mark is withheld until every organisation has reported.",
  "目標が複数年度にまたがるため、期間の最終年度に評価します。":
    "The target spans several years; it is marked in the last of them.",
  "計画でこの年度の目標が検討中とされているため、判定できません。":
    "Cannot be judged: the plan leaves the target for this year undecided.",
  "計画に目標値が定められていないため、判定できません。":
    "Cannot be judged: the plan sets no target value.",
  "基準値がなく年度目標を補間できないため、判定できません。":
    "Cannot be judged: without a baseline no target for the year can be derived.",
  "年度目標が0以下で達成率を算定できないため、判定できません。":
    "Cannot be judged: the target for the year is zero or less, so there is no attainment rate.",
  "評価基準のどの条件にも当てはまらないため、判定できません。":
    "Cannot be judged: no condition of the rubric applies.",
  "到達状況の記載がないため、判定できません。":
    "Cannot be judged: the report does not state whether the goal was reached.",
  "実績値が集計中のため、まだ判定できません。": "Cannot be judged yet: the actual is provisional.",
  "実績値が調査中のため、まだ判定できません。": "Cannot be judged yet: the actual is under survey.",
  "この年度の実績値がないため、判定できません。":
    "Cannot be judged: there is no actual for this year.",
  "この年度は対象外と報告されています。": "Reported as not applicable this year.",
  "調査が行われない年度のため、実績値はありません。":
    "There is no actual, as no survey is held this year.",

  // Definitions of indicators.
  ロードマップの年度目標: "Target for the year in the roadmap",
  基準値と目標値からの按分: "Pro rata between baseline and target",
  経過年数に応じた最終目標値の按分: "Share of the final target by years elapsed",
  単年度: "Single year",
  累計: "Cumulative",
  年度末時点: "At the end of the year",
  増加を目指す: "To be increased",
  減少を目指す: "To be reduced",
  "以上・維持": "At least, or maintained",
  以内: "At most",
  以上: "or more",
  "到達状況（文章）": "Progress in words",
  各団体の値の合計: "Sum of the organisations’ figures",
  "分子の合計 ÷ 分母の合計": "Sum of numerators ÷ sum of denominators",
  各団体の値の平均: "Mean of the organisations’ figures",
  各団体の値の加重平均: "Weighted mean of the organisations’ figures",
  各団体の値の最小: "Smallest of the organisations’ figures",
  各団体の値の最大: "Largest of the organisations’ figures",
  達成した団体の数: "Number of organisations that achieved it",
  域内の値として1団体が報告: "One organisation reports for the region",
  次の指標の合計: "Sum of these KPIs",
  次の指標と同じ値: "The same as this KPI",
  次の指標の初年度からの累計: "Running total of this KPI since its first year",
  次の指標の初年度からの平均: "Running mean of this KPI since its first year",
  "次の指標をすべて満たすこと（評価は低い方）":
    "All of these KPIs must be met (the lowest mark counts)",
  上半期: "First half",
  下半期: "Second half",
  "第{0}四半期": "Q{0}",
  毎年度: "Every year",
  半期ごと: "Half-yearly",
  四半期ごと: "Quarterly",
  毎月: "Monthly",
  数年ごと: "Every few years",
  年度内の合計: "Sum within the year",
  年度内の最後の値: "Last figure of the year",
  年度内の平均: "Mean within the year",
  女性: "Women",
  デジタル: "Digital",

  // People, answers and rounds.
  閲覧: "Viewing",
  起案: "Proposing",
  決裁: "Approval",
  管理: "Administration",
  確定: "Final",
  達成: "Achieved",
  未達: "Not achieved",
  未入力: "Not entered",
  下書き: "Draft",
  提出済: "Submitted",
  差戻し: "Returned",
  受理: "Accepted",
  団体内の決裁待ち: "Awaiting approval within the organisation",
  "提出済（受理待ち）": "Submitted (awaiting acceptance)",
  差戻し理由: "Reason for return",
  代決の理由: "Reason for deciding as deputy",
  団体内の差戻し理由: "Reason for return within the organisation",
  準備中: "In preparation",
  受付中: "Open",
  締切: "Closed",
  公表: "Published",
  準備: "Prepared",
  開始: "Opened",
  再開: "Reopened",
  照会の名称: "Title of the round",
  回答期限: "Due date",
  照会文: "Instructions",
  照会する指標: "KPIs asked for",
  照会する期間: "Periods asked for",
  照会先の団体: "Organisations asked",
  期限内: "In time",
  期限後: "Late",
  未提出: "Missing",
  未受理: "Pending",
  "うち集計中・調査中": "Not final",
  "照会が締め切られています。訂正が必要な場合は、事務局に照会の再開を依頼してください。":
    "The round is closed. To correct a figure, ask the secretariat to reopen it.",
  当初計画: "Original plan",
  見直し: "Revision",
  軽微な変更: "Minor edit",
  概要: "Overview",
  今年度の取組: "Actions this year",
  評価のポイント: "Points of the evaluation",
  課題: "Issues",
  今後の展開: "Next steps",

  // As of when a page is read.
  "公表された第{0}版を表示しています": "You are reading published edition {0}",
  "{0}時点の集計を表示しています": "You are reading the roll-up as of {0}",

  // Whose figures are left out.
  "未報告（受理された報告値がありません）": "not reported (no figure has been accepted)",
  "調査中（まだ値がありません）": "under survey (no figure yet)",
  実績なしと報告されています: "reported as having no data",
  "対象外と報告されています（報告すべき団体数に数えません）":
    "reported as not applicable (not counted among those expected to report)",
  "集計中の値です（確定後に変わることがあります）":
    "provisional (may change when it becomes final)",

  // How a figure and its mark came about.
  端数の扱い: "Rounding",
  "到達状況を文章で報告します。": "Progress is reported in words.",
  "{0}（達成）": "{0} (achieved)",
  "{0}（未達）": "{0} (not achieved)",
  "{0}団体のうち{1}団体分の部分集計で、全体の値ではありません。":
    "This is partial, {1} of {0} organisations, and not the figure for the whole.",
  "{0} ＝ {1}": "{0} = {1}",
  "各団体の報告値を合計します。": "The organisations’ figures are added up.",
  "率は合算できないため、分子の合計を分母の合計で割ります。":
    "Rates cannot be added, so the sum of the numerators is divided by the sum of the denominators.",
  "各団体の報告値を平均します。": "The organisations’ figures are averaged.",
  "各団体の報告値を、報告された重みで加重平均します。":
    "The organisations’ figures are averaged with the weights they reported.",
  "各団体の報告値のうち最も小さい値をとります。":
    "The smallest of the organisations’ figures is taken.",
  "各団体の報告値のうち最も大きい値をとります。":
    "The largest of the organisations’ figures is taken.",
  "達成したと報告した団体を数えます。": "The organisations that reported achievement are counted.",
  "域内の値として1団体が報告した値です。": "One organisation reported this figure for the region.",
  "各団体の値は年度内の合計です。": "Each organisation’s figure is its sum within the year.",
  "各団体の値は年度内の最後の値です。": "Each organisation’s figure is its last of the year.",
  "各団体の値は年度内の平均です。": "Each organisation’s figure is its mean within the year.",
  "（{0}）÷ {1}": "({0}) ÷ {1}",
  "（{0}）÷（{1}）": "({0}) ÷ ({1})",
  "（{0}）÷（{1}）× 100": "({0}) ÷ ({1}) × 100",
  "（{0}）÷ {1} ＝ {2}": "({0}) ÷ {1} = {2}",
  "次の指標の値を合計します。": "The figures of these KPIs are added up.",
  "次の指標と同じ値です。": "The figure is that of this KPI.",
  "初年度から{0}までの各年度の値を累計します。":
    "The figures of every year up to {0} are added up.",
  "初年度から{0}までの各年度の値を平均します。":
    "The figures of every year up to {0} are averaged.",
  "次の指標のすべてで判定し、最も低い評価をとります。":
    "Each of these KPIs is judged, and the lowest mark is taken.",
  "文章で定めた目標に到達したかどうかを見ます。":
    "What counts is whether the goal, set in words, was reached.",
  "{0}の欄　{1}": "{0} in the roadmap: {1}",
  "ロードマップのその年度の欄の値を、達成率100％とみなします。":
    "The figure that the roadmap sets for the year counts as 100%.",
  "目標年度に達しているため、最終目標値そのものを達成率100％とみなします。":
    "The target year has come, so the final target itself counts as 100%.",
  "最終目標値を達成率100％とみなします。": "The final target counts as 100%.",
  "ロードマップに年度の値がないため、最終目標値を経過年数で按分し、達成率100％とみなします。":
    "The roadmap sets no figure for the year, so the share of the final target for the years elapsed counts as 100%.",
  "最終目標値を経過年数で按分し、達成率100％とみなします。":
    "The share of the final target for the years elapsed counts as 100%.",
  "最終目標 {0} × {1}年 ÷ {2}年 ＝ {3}": "Final target {0} × {1} years ÷ {2} years = {3}",
  "年度の値がないため、基準値と最終目標値の間を経過年数で按分し、達成率100％とみなします。":
    "There is no figure for the year, so the point between baseline and final target that the years elapsed have reached counts as 100%.",
  "基準値 {0} ＋（最終目標 {1} － {2}）× {3}年 ÷ {4}年 ＝ {5}":
    "Baseline {0} + (final target {1} − {2}) × {3} years ÷ {4} years = {5}",
  "この評価に達成率は使いません。": "This mark does not depend on the attainment rate.",
  "評価していないため、達成率は算出していません。":
    "Nothing is marked, so no attainment rate is computed.",
  "基準値からの改善幅を、期待される改善幅で割ります。":
    "The improvement since the baseline is divided by the improvement expected.",
  "（実績 {0} － 基準値 {1}）÷（年度目標 {2} － 基準値 {3}）＝ {4}":
    "(actual {0} − baseline {1}) ÷ (target for the year {2} − baseline {3}) = {4}",
  "少ないほどよい指標のため、年度目標を実績値で割ります。":
    "Less is better here, so the target for the year is divided by the actual.",
  "年度目標 {0} ÷ 実績 {1} ＝ {2}": "Target for the year {0} ÷ actual {1} = {2}",
  "少ないほどよい指標で実績値が0以下のため、達成率を100％とします。":
    "Less is better here and the actual is zero or less, so the attainment rate is 100%.",
  "実績値を年度目標で割ります。": "The actual is divided by the target for the year.",
  "実績 {0} ÷ 年度目標 {1} ＝ {2}": "Actual {0} ÷ target for the year {1} = {2}",
  "評価基準「{0}」のうち、最初に当てはまる条件：{1}":
    "The first condition of the rubric “{0}” that applies: {1}",
  "達成率は整数に切り捨てて表示します。評価は端数を処理する前の値で判定しています。":
    "The attainment rate is shown rounded down to a whole number. The mark depends on the figure before rounding.",
  "達成率は整数に四捨五入して表示します。評価は端数を処理する前の値で判定しています。":
    "The attainment rate is shown rounded to a whole number. The mark depends on the figure before rounding.",
  "達成率は小数第{0}位に切り捨てて表示します。評価は端数を処理する前の値で判定しています。":
    "The attainment rate is shown rounded down (decimal places: {0}). The mark depends on the figure before rounding.",
  "達成率は小数第{0}位に四捨五入して表示します。評価は端数を処理する前の値で判定しています。":
    "The attainment rate is shown rounded (decimal places: {0}). The mark depends on the figure before rounding.",
  "{0} → 表示 {1}{2}": "{0} → shown as {1}{2}",
  "{0}（表示 {1}{2}）": "{0} (shown as {1}{2})",
  "約{0}": "about {0}",

  // The rules of a rubric.
  指標の評価のうち最も良いもの: "the best of the marks of its KPIs",
  指標の評価のうち最も悪いもの: "the worst of the marks of its KPIs",
  "指標の達成率の平均を、評価の条件に当てはめたもの":
    "the mean attainment rate of its KPIs, put to the conditions for marks",
  "計算せず、担当者が付ける": "set by the people in charge, not computed",
  "達成率が{0}以上のとき": "Attainment rate of {0} or more",
  "達成率が{0}を超えるとき": "Attainment rate above {0}",
  "達成率が{0}以下のとき": "Attainment rate of {0} or less",
  "達成率が{0}未満のとき": "Attainment rate below {0}",
  "達成率がちょうど{0}のとき": "Attainment rate of exactly {0}",
  実績値が年度の目標より良いとき: "Actual better than the target for the year",
  実績値が年度の目標と等しいとき: "Actual equal to the target for the year",
  実績値が年度の目標より悪いとき: "Actual worse than the target for the year",
  実績値が基準値より良いとき: "Actual better than the baseline",
  "実績値が基準値と同じか、それより良いとき": "Actual equal to the baseline or better",
  実績値が基準値より悪いとき: "Actual worse than the baseline",
  "実績値が基準値と同じか、それより悪いとき": "Actual equal to the baseline or worse",
  実績値が基準値と等しいとき: "Actual equal to the baseline",
  "基準値からの改善が{0}以上のとき": "Improvement on the baseline by {0} or more",
  "基準値からの改善が{0}を超えるとき": "Improvement on the baseline by more than {0}",
  "基準値からの改善が{0}以下のとき": "Improvement on the baseline by {0} or less",
  "基準値からの改善が{0}未満のとき": "Improvement on the baseline by less than {0}",
  "基準値からの改善がちょうど{0}のとき": "Improvement on the baseline by exactly {0}",
  "基準値からの悪化が{0}以内のとき（改善した場合を含む）":
    "Decline from the baseline by {0} at most, or an improvement",
  "基準値からの悪化が{0}未満のとき（改善した場合を含む）":
    "Decline from the baseline by less than {0}, or an improvement",
  "基準値からの悪化が{0}以上のとき": "Decline from the baseline by {0} or more",
  "基準値からの悪化が{0}を超えるとき": "Decline from the baseline by more than {0}",
  "基準値からの悪化がちょうど{0}のとき": "Decline from the baseline by exactly {0}",
  "基準値からの増減が{0}以内のとき": "Change from the baseline by {0} at most, up or down",
  "{0}（指標の単位）": "{0} (in the unit of the KPI)",
  文章の目標に到達したとき: "Goal set in words reached",
  文章の目標に到達していないとき: "Goal set in words not reached",
  "実績値がなく、その理由が「{0}」のとき": "No actual, the reason being “{0}”",

  // Evaluation sheets.
  "目標の考え方と、この年度の全体の状況を書きます。":
    "The thinking behind the goal, and how it stood overall this year.",
  "この年度に実施した主な取組を書きます。重点プロジェクトの一覧は自動で並びます。":
    "The main actions of this year. Priority projects are listed by themselves.",
  "数値目標の進捗の理由など、評価で見てほしい点を書きます。":
    "What to look at in the evaluation, such as the reasons for progress on the targets.",
  "残っている課題を書きます。": "The issues that remain.",
  "次の年度以降に何をするかを書きます。": "What will be done from next year on.",
  "{0}の実績は公表されていません": "The actuals of {0} have not been published",
  "公表された実績（{0}　第{1}版）": "Published actuals ({0}, edition {1})",
  "受理済みの実績（最新の値）": "Accepted actuals (as they stand)",
  "{0}／{1}団体": "{0} of {1} organisations",
  "{0}／{1}団体（未報告：{2}）": "{0} of {1} organisations (not reported: {2})",
  "{0}（{1}）　{2}": "{0} ({1}): {2}",
  "{0}　この箇所の記載：{1}": "{0}: printed here as {1}",
  "{0}　年度の欄が読み取れない目標：{1}": "{0}: target without a legible year: {1}",
  "公表資料に記載された件数を含みます（個々のKPIは資料に示されていません）。":
    "Includes counts printed in published papers, which do not name the KPIs.",
  "「算出」は評価基準から計算した評価で、付された評価と異なる場合に並べて示します。":
    "“Computed” is the mark by the rubric, shown beside the mark given where the two differ.",
  "「デモ」の印がある実績値は説明用の架空の値です。":
    "Actuals tagged “Demo” are made up for illustration.",
  "※　{0}": "Note: {0}",

  // The glossary.
  計画の構成: "How a plan is built",
  指標と評価: "KPIs and marks",
  報告の手続: "How figures are reported",
  会議と公表: "Meetings and publication",
  "団体が定め、毎年度の実績で進み具合を確かめるもの。目標、取組、指標からなります。":
    "What an organisation sets out to do, checked each year against actuals. It consists of goals, actions and KPIs.",
  "基本目標・PT": "Basic goals and PTs",
  "計画のいちばん上のまとまり。九州創生アクションプランでは、プロジェクトチーム（PT）が受け持ちます。":
    "The top level of a plan. In the Kyushu regional action plan, each is in the hands of a project team (PT).",
  基本施策: "Policies",
  "基本目標を実現するための施策のまとまり。その下にプロジェクトがあります。":
    "Groups of measures that serve a basic goal. Projects stand below them.",
  プロジェクト: "Projects",
  "目的、主な取組、担当する団体と、成果を測るKPIを定めた事業の単位です。":
    "Units of work, each with a purpose, main actions, the organisations in charge and the KPIs that measure its results.",
  取組: "Actions",
  "プロジェクトで実際に行うこと。年度ごとの予定をもちます。":
    "What a project actually does, with a schedule by year.",
  横断テーマ: "Cross-cutting themes",
  "女性、GX、デジタルのように、PTの区分をこえて見る切り口です。":
    "Views across the PTs, such as women, GX (green transformation) and digital.",
  "同じプロジェクトや指標を、別の施策にも載せること。どちらにも表示しますが、件数は1回だけ数えます。":
    "The same project or KPI listed under another policy as well. It shows in both places and is counted once.",
  マイルストーン: "Milestones",
  "プロジェクトの途中で到達すべき節目。期限と担当する団体を定めます。":
    "Points that a project must reach on its way, each with a due date and an organisation in charge.",
  "計画の期間中に内容を改めること。改める前の目標で評価した年度は、その評価のまま残ります。":
    "Changing a plan within its term. Years marked by the earlier targets keep their marks.",
  "進み具合を数値や文章で測る物差し。単位、対象の年度、報告する団体を定めています。":
    "Yardsticks of progress, in figures or in words, with a unit, the years covered and the organisations that report.",
  KPI: "KPI",
  "重要業績評価指標。プロジェクトの成果を測る指標です。":
    "Key performance indicator: measures the results of a project.",
  目指す成果: "Outcomes",
  "基本目標の達成を測る指標。取組の量ではなく、地域の変化を表します。":
    "Measures of whether a basic goal is reached: the change in the region, not the amount of work done.",
  "計画を始めるときの値。「－」は基準値がないことを示し、0とは異なります。":
    "The figure at the start of the plan. “–” means that there is none, which is not the same as 0.",
  "目標とする年度までに達する値。以上、以内などの条件が付くことがあります。":
    "The figure to be reached by the target year, sometimes as a minimum or a maximum.",
  ロードマップ: "Roadmap",
  "年度ごとの目標と取組の予定を並べた表です。": "The targets and planned actions, year by year.",
  "各団体の報告値を、指標の定義に従って域内でまとめた値です。":
    "The organisations’ figures, combined for the region as the KPI defines it.",
  "期待値（年度目標）": "Expected value (target for the year)",
  "その年度に達しているべき値。ロードマップの年度目標を使い、ない場合は基準値と目標値から按分します。":
    "The figure that should have been reached by the year: that of the roadmap or, without one, pro rata between baseline and target.",
  "実績値が期待値にどれだけ達したかの割合。計算の方法は、評価基準で定めています。":
    "How far the actual reaches the expected value, in per cent. The rubric sets how it is computed.",
  "評価（進捗度）": "Mark (progress)",
  "達成率などを評価基準に当てはめた記号。理由を付けて、人が改めることもできます。":
    "The sign that the rubric gives for an attainment rate. People may set another, with a reason.",
  評価基準: "Rubric",
  "どのような場合にどの評価とするかの決まり。計画ごとに定めています。":
    "The rules for which mark is given when. Each plan has its own.",
  上書き評価: "Mark set by hand",
  "計算による評価を、理由を付けて人が改めたもの。両方を表示します。":
    "A mark that people have set in place of the computed one, with a reason. Both are shown.",
  達成見込み: "Outlook",
  "最終年度に目標を達成できるかの見立て。推移を参考に、担当者が判断します。":
    "Whether the target is likely to be reached in the final year, as judged by those in charge from the trend.",
  "開始の年度からの合計。単年度の値とは、年度をまたぐまとめ方が異なります。":
    "The total since the first year. It is combined over years differently from single-year figures.",
  域内: "Region",
  "計画の対象となる地域の全体。域内の値は、団体の報告値を合計や平均などでまとめたものです。":
    "The whole area that a plan covers. Its figures combine those of the organisations by sum, mean or otherwise.",
  "団体の報告値を域内の値に、指標の評価をPTや計画の件数にまとめること。報告がそろわないうちは、部分集計と示します。":
    "Combining the organisations’ figures for the region, and the marks of KPIs into counts by PT and plan. It is shown as partial until all reports are in.",
  "事務局が、期限を定めて各団体に実績の報告を求めること。":
    "The secretariat asks the organisations for their actuals by a due date.",
  "報告を提出する最終日。事情がある団体には、事務局が延長できます。":
    "The last day for submitting. The secretariat may extend it for an organisation that needs it.",
  報告団体: "Reporting organisations",
  "その指標の実績を報告する団体です。": "The organisations that report the actuals of a KPI.",
  幹事団体: "Lead organisation",
  "PTを取りまとめる県。各団体の報告を確認し、受理するか差し戻します。":
    "The prefecture that leads a PT. It checks the reports and accepts or returns them.",
  事務局: "Secretariat",
  "九州地域戦略会議の事務局。照会を運営し、結果を公表します。":
    "The secretariat of the Kyushu Regional Strategy Council. It runs the reporting rounds and publishes the results.",
  "団体ごとの作業の画面。報告する指標や、対応が必要なものを表示します。":
    "Where an organisation works: the KPIs it reports and what awaits it.",
  "1つの団体が、1つの指標と年度について答えた値。変更のたびに履歴が残ります。":
    "What one organisation answers for one KPI and year. Every change is kept in its history.",
  "報告値の確かさ。確定、集計中、調査中、対象外、実績なしのいずれかです。空欄や0とは区別します。":
    "How certain a reported figure is: final, provisional, under survey, not applicable or no data. None of these is the same as a blank or 0.",
  "値はあるが、まだ確定していないもの。確定したら、もう一度報告します。":
    "There is a figure, but it is not final. It is reported again once it is.",
  "統計や調査の結果がまだ出ておらず、値がないもの。":
    "There is no figure yet, as the statistics or survey are not out.",
  "団体内の決裁を受けるため、入力した報告を決裁者に回すこと。":
    "Handing a report to those who approve it within the organisation.",
  "団体が、報告を提出する前に内容を認めること。起案した本人は決裁できません。求めるかどうかは、団体ごとに定めます。":
    "An organisation’s consent to a report before it is submitted. Nobody approves what they proposed. Each organisation decides whether to require it.",
  代決: "Decided by a deputy",
  "決裁者の不在の間、あらかじめ定めた人が代わって決裁すること。理由とともに履歴に残ります。":
    "While those who approve are away, a person named beforehand decides for them. The reason is kept in the history.",
  提出: "Submission",
  "報告を幹事団体に送ること。受理されるまでは、引き戻して直せます。":
    "Sending a report to the lead. Until it is accepted it can be taken back and changed.",
  引戻し: "Taking back",
  "決裁又は受理の前の報告を、担当者が下書きに戻すこと。":
    "Turning a report back into a draft before it is approved or accepted.",
  "幹事団体が報告を認めること。受理した報告値が、域内の集計に使われます。":
    "The lead has agreed to the report. Its figures now count in the regional roll-up.",
  "報告を、理由を付けて担当者に戻すこと。修正して、もう一度提出します。":
    "The report was sent back with a reason, to be corrected and submitted again.",
  手元: "With whom",
  "その報告を、いま処理する人。自団体の担当者、自団体の決裁者、幹事団体のいずれかです。":
    "Who deals with a report now: its authors, those who approve it, or the lead.",
  根拠資料: "Supporting documents",
  "報告値の裏付けとして添付するファイル。利用する団体だけが閲覧できます。":
    "Files attached to support a figure. Only member organisations can read them.",
  報告率: "Completeness",
  "報告を求めた件数のうち、受理された件数の割合。分母は、報告する団体と指標の組の数です。":
    "How many of the reports asked for have been accepted. What is counted is one organisation and one KPI.",
  評価調書: "Evaluation sheet",
  "PTごとに、評価、課題、今後の展開をまとめた様式。画面、Excel、PDFで利用できます。":
    "The marks, issues and next steps of a PT in a set form, on screen, in Excel and as PDF.",
  会議資料: "Council pack",
  "会議に出す集計や評価調書を、印刷できる形にまとめたもの。":
    "The roll-up and evaluation sheets for a meeting, ready to print.",
  "会議で確認した実績と評価を固定し、だれでも見られるようにすること。あとから直した値は、訂正として示します。":
    "Actuals and marks as the meeting confirmed them, fixed and open to everybody. Later changes show as corrections.",
  訂正: "Correction",
  "公表した値を、理由を付けて直すこと。公表したときの値も残ります。":
    "A published figure put right, with a reason. The figure as first published is kept.",
  好事例: "Good practice",
  "ほかの団体の参考になる取組の記録です。": "A record of work that others can learn from.",
  横展開: "Roll-out",
  "ほかの団体の好事例を、自団体でも取り入れること。":
    "Taking up another organisation’s good practice.",
  転出超過: "Net out-migration",
  "転出した人が転入した人より多いこと、又はその差。値が小さいほどよい指標です。":
    "More people moving out than in, or the difference. Less is better.",
};
