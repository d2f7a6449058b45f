import {
  cell,
  type GoalData,
  onceByLead,
  ratioOverPrefectures,
  reposted,
  summedOverPrefectures,
} from "#seeds/plans/plan-data.ts";

/** 次世代育成PT, as printed; see plan.ts. */
export const jsd: GoalData = {
  code: "JSD",
  number: "4",
  name: "次世代育成PT",
  lead: "saga",
  economicPartners: ["kyudoyu"],
  leaders: [
    { office: "佐賀県知事", organisation: "saga" },
    { office: "九同友代表委員", organisation: "kyudoyu", inferred: true },
  ],
  outcomes: [
    {
      code: "JSD-o1",
      name: "九州・山口の合計特殊出生率の更なる増加",
      unit: "",
      // The rate of one calendar year.
      series: "annual",
      direction: "increase",
      valueKind: "index",
      baseline: { value: "1.57", text: "直近：１．５７ ［R１人口動態調査確定］", asOf: "R1" },
      target: { value: null, text: "更なる増加（数値目標なし）", due: null, year: "R6" },
      roadmap: [],
      reporting: onceByLead(
        "合計特殊出生率は県ごとの値を合算できないため、幹事県が圏域の値を算定して報告する。",
      ),
    },
    {
      code: "JSD-o2",
      name: "九州・山口圏域内女性人口（１５～４９歳）の社会増減率の改善",
      unit: "％",
      // The balance of moves of one year over the population of that year.
      series: "annual",
      direction: "increase",
      valueKind: "rate",
      baseline: { value: "-0.49", text: "直近：Ｒ１ －０．４９％", asOf: "R1" },
      target: { value: null, text: "改善（数値目標なし）", due: null, year: "R6" },
      roadmap: [],
      reporting: onceByLead(
        "増減率は県ごとの値を合算できないため、幹事県が圏域全体の人口から算定して報告する。",
      ),
    },
  ],
  policies: [
    {
      code: "JSD-1",
      number: "(1)",
      name: "広域婚活支援",
      projects: [
        {
          code: "JSD-1-1",
          number: "①",
          name: "出会い結婚応援プロジェクト",
          purpose:
            "出会いや結婚を応援する企業・団体を大幅に増やし、社会全体で結婚を応援する気運を高める。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "応援企業数：8,500企業",
          indicators: [
            {
              code: "JSD-1-1-a",
              name: "出会い結婚応援企業数",
              unit: "企業",
              // A state: the supporters registered at the end of the year.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "4507", text: "現状：4,507 企業 R2", asOf: "R2" },
              target: { value: "8500", text: "目標：8,500 企業", due: "R6", year: "R6" },
              roadmap: [cell("R6", "8500", "8,500企業")],
              reporting: summedOverPrefectures(
                "各県に登録された年度末の応援企業・団体数を合算する。",
              ),
            },
          ],
        },
        {
          code: "JSD-1-2",
          number: "②",
          name: "デジタルを活用した出会い結婚応援プロジェクト",
          purpose:
            "マッチングアプリやＡＩマッチング等の活用事例を各県で共有し、出会いの機会を拡大する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "マッチング(成立)件数：3,100組",
          theme: "digital",
          indicators: [
            {
              code: "JSD-1-2-a",
              name: "出会い結婚応援事業によるマッチング成立件数",
              unit: "組",
              // The couples of one year （年間の合計）.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "2568", text: "現状：2,568組", asOf: null },
              target: { value: "3100", text: "Ｒ９年の目標：3,100組", due: "R9", year: "R9" },
              roadmap: [cell("R9", "3100", "3,100組")],
              reporting: summedOverPrefectures("各県の取組による当年度の成立件数を合算する。"),
            },
          ],
        },
      ],
    },
    {
      code: "JSD-2",
      number: "(2)",
      name: "家庭の歩みを応援 ～妊娠・出産・子育て応援～",
      projects: [
        {
          code: "JSD-2-1",
          number: "①",
          name: "妊娠・出産・子育て応援プロジェクト",
          purpose: "妊娠・出産・子育てをしやすい環境を整え、社会全体で子育て家庭を応援する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "男性の家事・育児時間：21時間/週 等",
          indicators: [
            {
              code: "JSD-2-1-a",
              name: "６歳未満の子がいる男性の家事・育児時間",
              unit: "時間／週",
              // A state: what a survey of the year finds.
              series: "stock",
              direction: "increase",
              valueKind: "index",
              baseline: { value: "21.25", text: "現状：21.25時間／週 ※１", asOf: null },
              target: { value: "21", text: "目標：21時間／週 ※２", due: "R6", year: "R6" },
              roadmap: [cell("R6", "21", "21時間／週")],
              reporting: onceByLead(
                "統計調査の圏域の平均値であり合算できないため、調査を取りまとめる幹事県が報告する。",
              ),
              source:
                "※１ 九州・地域戦略会議次世代育成PT独自調査（現状） ※２ 社会生活基本調査（目標）",
            },
            {
              code: "JSD-2-1-b-1",
              name: "女性のがん検診受診率：子宮頸がん",
              unit: "％",
              // The screenings of one year.
              series: "annual",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "18", text: "子宮頸がん 18.0％ R1", asOf: "R1" },
              target: { value: "24", text: "子宮頸がん 24％", due: "R6", year: "R6" },
              roadmap: [cell("R6", "24", "子宮頸がん 24％")],
              reporting: ratioOverPrefectures(
                "各県が対象者数（分母）と受診者数（分子）を報告し、合計から受診率を求める。",
              ),
              source: "地域保健・健康増進事業報告",
            },
            {
              code: "JSD-2-1-b-2",
              name: "女性のがん検診受診率：乳がん",
              unit: "％",
              // The screenings of one year.
              series: "annual",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "16.7", text: "乳がん 16.7％ R1", asOf: "R1" },
              target: { value: "25", text: "乳がん 25％", due: "R6", year: "R6" },
              roadmap: [cell("R6", "25", "乳がん 25％")],
              reporting: ratioOverPrefectures(
                "各県が対象者数（分母）と受診者数（分子）を報告し、合計から受診率を求める。",
              ),
              source: "地域保健・健康増進事業報告",
            },
          ],
        },
      ],
    },
    {
      code: "JSD-3",
      number: "(3)",
      name: "未来に繋がる子どもの育成",
      projects: [
        {
          code: "JSD-3-1",
          number: "①",
          name: "子どもの本物体験促進プロジェクト",
          purpose: "地域での本物体験を通じて、ふるさとに誇りと愛着を持つ子どもを育てる。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "地域・社会をよくしたいと考えている子ども率：73％",
          indicators: [
            {
              code: "JSD-3-1-a",
              name: "地域や社会をもっとよくしたいと考えている子どもの割合",
              unit: "％",
              // A state: what the yearly survey finds.
              series: "stock",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "54.5", text: "現状：54.5％ R1", asOf: "R1" },
              target: { value: "73", text: "目標：73％", due: "R6", year: "R6" },
              roadmap: [cell("R6", "73", "73％")],
              // The project ends with R6, but (3)② goes on to read the figure until R9.
              lastFy: "R9",
              reporting: onceByLead(
                "全国学力・学習状況調査の県別の割合は合算できないため、幹事県が圏域の値をまとめて報告する。",
              ),
              source: "全国学力・学習状況調査",
            },
          ],
        },
        {
          code: "JSD-3-2",
          number: "②",
          name: "子どものデジタル技術体験促進プロジェクト",
          purpose:
            "デジタル技術に触れる体験を通じて、自らの将来を思い描くことのできる子どもを育てる。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "地域・社会をよくしたい子ども割合：73％",
          theme: "digital",
          indicators: [
            {
              code: "JSD-3-2-a",
              name: "地域や社会をもっとよくしたいと考えている子どもの割合",
              unit: "％",
              // A state: what the yearly survey finds.
              series: "stock",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "47", text: "現状：47％ Ｒ３", asOf: "R3" },
              target: { value: "73", text: "R9年の目標：73％", due: "R9", year: "R9" },
              roadmap: [cell("R9", "73", "73％")],
              reporting: {
                derivation: "same_as",
                parts: ["JSD-3-1-a"],
                note: "（3）①と共通の調査結果を用いるため、別途の報告は要しない。基準値と目標年度が異なるため、評価は別に行う。",
              },
              source: "全国学力・学習状況調査",
            },
          ],
        },
      ],
    },
    {
      code: "JSD-4",
      number: "(4)",
      name: "女性の活躍・応援",
      theme: "women",
      projects: [
        {
          code: "JSD-4-1",
          number: "①",
          name: "女性の活躍・応援プロジェクト",
          purpose: "健康面から女性を支援し、妊娠・出産期を通じて活躍し続けられる環境を整える。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "女性のがん検診受診率 子宮頸がん24％ 等",
          indicators: [
            reposted("JSD-2-1-b-1", "JSD-4-1-a-1", "女性のがん検診受診率（再掲）：子宮頸がん"),
            reposted("JSD-2-1-b-2", "JSD-4-1-a-2", "女性のがん検診受診率（再掲）：乳がん"),
          ],
        },
      ],
    },
    {
      code: "JSD-5",
      number: "(5)",
      name: "グリーン社会を担う人材育成",
      theme: "gx",
      projects: [
        {
          code: "JSD-5-1",
          number: "①",
          name: "子どもの環境活動促進プロジェクト",
          purpose: "地域の自然を大切にし、環境問題の解決に向けて行動できる子どもを育てる。",
          firstFy: "R4",
          lastFy: "R6",
          overviewText: "環境活動コーディネーターの数：2,150人",
          indicators: [
            {
              code: "JSD-5-1-a",
              name: "環境活動コーディネーターの数",
              unit: "人",
              // A state: the coordinators at the end of the year.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "1949", text: "現状：1,949人 R4", asOf: "R4" },
              target: { value: "2150", text: "目標：2,150人 R6", due: "R6", year: "R6" },
              roadmap: [cell("R6", "2150", "2,150人")],
              reporting: summedOverPrefectures(
                "各県が委嘱・登録している年度末のコーディネーター数を合算する。",
              ),
              source: "九州地域戦略会議次世代育成PT独自調査",
            },
          ],
        },
      ],
    },
  ],
};
