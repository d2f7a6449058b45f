import {
  cell,
  type GoalData,
  onceByLead,
  shared,
  summedOverPrefectures,
  unplaced,
} from "#seeds/plans/plan-data.ts";

/** 新技術挑戦PT, as printed; see plan.ts. */
export const sgt: GoalData = {
  code: "SGT",
  number: "2",
  name: "新技術挑戦PT",
  lead: "kagoshima",
  economicPartners: ["kyukeiren"],
  leaders: [
    { office: "鹿児島県知事", organisation: "kagoshima", inferred: true },
    { office: "福岡県知事", organisation: "fukuoka" },
    { office: "九経連副会長", organisation: "kyukeiren", inferred: true },
  ],
  outcomes: [
    shared("SGT-1-1-a", "SGT-o1", "新分野参入・先端技術活用をした事業所数"),
    {
      code: "SGT-o2",
      name: "スマート農林水産業技術の導入件数",
      unit: "件",
      // The sum of three running totals.
      series: "cumulative",
      direction: "increase",
      valueKind: "count",
      baseline: { value: null, text: null, asOf: null },
      target: { value: "5639", text: "５，６３９件", due: null, year: "R6" },
      roadmap: [
        cell("R2", "2415", "2,415 件"),
        cell("R3", "4238", "4,238 件"),
        cell("R4", "4745", "4,745 件"),
        cell("R5", "5180", "5,180 件"),
        cell("R6", "5639", "5,639 件"),
      ],
      reporting: {
        derivation: "sum_of",
        parts: ["SGT-2-1-a", "SGT-2-1-b", "SGT-2-1-c"],
        note: "スマート農業・林業・水産業技術の導入件数（（2）①のKPI）を合計して求めるため、別途の報告は要しない。",
      },
    },
  ],
  policies: [
    {
      code: "SGT-1",
      number: "(1)",
      name: "先端技術の活用/企業の呼び込み",
      projects: [
        {
          code: "SGT-1-1",
          number: "①",
          name: "新分野参入による活発なビジネス展開プロジェクト",
          purpose:
            "中小企業の新分野参入と、先端技術や独自技術を生かした新産業の創出を支援し、産業の活力を維持・強化する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "研究開発・実証等の事業数：675件",
          indicators: [
            {
              code: "SGT-1-1-a",
              name: "新分野参入・技術活用を目指す研究開発・実証等の事業数",
              unit: "件",
              // Printed as 累計; the baseline is the flow of one year and not part of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "131",
                text: "現状：１３１ 件（現状値はH30年度実績）",
                asOf: "H30年度",
              },
              target: { value: "675", text: "目標：６７５ 件（累計）", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "135", "135 件"),
                cell("R3", "270", "270 件"),
                cell("R4", "405", "405 件"),
                cell("R5", "540", "540 件"),
                cell("R6", "675", "675 件"),
              ],
              reporting: summedOverPrefectures(
                "各県が支援した研究開発・実証等の事業数（累計）を合算する。",
              ),
            },
          ],
        },
        {
          code: "SGT-1-2",
          number: "②",
          name: "地域企業のＤＸ関連デジタル技術導入支援プロジェクト",
          purpose:
            "生産性の向上や人手不足等の課題をデジタル技術の導入やＤＸにより解決しようとする地域企業を直接支援する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "デジタル技術導入やＤＸ実現に向けた取組支援数：１,450件",
          theme: "digital",
          indicators: [
            {
              code: "SGT-1-2-a",
              name: "デジタル技術導入やＤＸ実現に向けた取組支援数",
              unit: "件",
              // Printed as 累計 over R5–R9; the baseline is the flow of one year and not part of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "320",
                text: "現状：３２０件 ※現状値はR４年度の実績数",
                asOf: "R4年度",
              },
              target: {
                value: "1450",
                text: "R９年の目標：１,４５０件（累計）",
                due: "R9",
                year: "R9",
              },
              roadmap: [
                cell("R5", "290", "２９０件"),
                cell("R6", "580", "５８０ 件"),
                cell("R7", "870", "８７０ 件"),
                cell("R8", "1160", "１，１６０件"),
                cell("R9", "1450", "１，４５０件"),
              ],
              reporting: summedOverPrefectures("各県が支援した取組数（累計）を合算する。"),
            },
          ],
        },
        {
          code: "SGT-1-3",
          number: "③",
          name: "高度技術人材の確保・育成プロジェクト",
          purpose: "高度な技術を持つ人材を確保・育成し、圏域の産業の成長を支える。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "人材数：5,400人",
          indicators: [
            {
              code: "SGT-1-3-a",
              name: "確保・育成した高度技術人材数",
              unit: "人",
              // Printed as 累計; the baseline is the flow of one year and not part of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "1080",
                text: "現状：１，０８０ 人（現状値はH30年度実績）",
                asOf: "H30年度",
              },
              target: { value: "5400", text: "目標：５，４００ 人（累計）", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "1080", "1,080 人"),
                cell("R3", "2160", "2,160 人"),
                cell("R4", "3240", "3,240 人"),
                cell("R5", "4320", "4,320 人"),
                cell("R6", "5400", "5,400 人"),
              ],
              reporting: summedOverPrefectures("各県の講座等の受講者数（累計）を合算する。"),
            },
          ],
        },
        {
          code: "SGT-1-4",
          number: "④",
          name: "デジタル技術を活用した地域課題解決プロジェクト",
          purpose:
            "産学官のプラットフォームを構築し、地域に共通する課題をデジタル技術により共有・解決する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "実証実験への支援や解決事例の横展開：10件",
          theme: "digital",
          indicators: [
            {
              code: "SGT-1-4-a",
              name: "課題解決事例数",
              unit: "件",
              // Printed as 累計.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：-（概要）／－ 件（個票）", asOf: null },
              target: {
                value: "10",
                text: "R９年度の目標：１0（概要）／１０ 件（累計）（個票）",
                due: "R9",
                year: "R9",
              },
              roadmap: [cell("R8", "5", "５件"), cell("R9", "10", "１０件")],
              // Until R7 the platform is being built; cases are counted from R8.
              firstFy: "R8",
              reporting: onceByLead(
                "解決事例は産学官のプラットフォームで一括して把握するため、幹事県が報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "SGT-2",
      number: "(2)",
      name: "生産性を飛躍的に向上させるスマート農林水産業の推進",
      projects: [
        {
          code: "SGT-2-1",
          number: "①",
          name: "スマート農林水産業普及拡大プロジェクト",
          purpose:
            "デジタル実装の支援を通じてスマート農林水産業の普及を拡大し、収益性の高い農林水産業を実現する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "導入件数 農：5,300件 林：135件 水：178件",
          indicators: [
            {
              code: "SGT-2-1-a",
              name: "スマート農業技術の導入件数",
              unit: "件",
              // これまでの累積: a running total that began before the plan, so the baseline is part of it. Every
              // year has its own cell, so that it is never held against a share of the target counted from zero.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "2005",
                text: "現状：２，００５ 件（これまでの累積）",
                asOf: null,
              },
              target: { value: "5300", text: "目標：５，３００ 件", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "2300", "2,300 件"),
                cell("R3", "4045", "4,045 件"),
                cell("R4", "4500", "4,500 件"),
                cell("R5", "4900", "4,900 件"),
                cell("R6", "5300", "5,300 件"),
              ],
              reporting: summedOverPrefectures(
                "各県が把握した導入件数（計画開始前からの累積）を合算する。",
              ),
            },
            {
              code: "SGT-2-1-b",
              name: "スマート林業技術の導入件数",
              unit: "件",
              // A running total that includes the baseline, as for farming.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "12", text: "現状：１２ 件（これまでの累積）", asOf: null },
              target: { value: "161", text: "目標：１６１ 件", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "22", "22 件"),
                cell("R3", "72", "72 件"),
                cell("R4", "96", "96 件"),
                cell("R5", "115", "115 件"),
                cell("R6", "161", "161 件"),
              ],
              reporting: summedOverPrefectures(
                "各県が把握した導入件数（計画開始前からの累積）を合算する。",
              ),
            },
            {
              code: "SGT-2-1-c",
              name: "スマート水産業技術の導入件数",
              unit: "件",
              // A running total that includes the baseline, as for farming.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "45", text: "現状：４５ 件（これまでの累積）", asOf: null },
              target: { value: "178", text: "目標：１７８ 件", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "93", "93 件"),
                cell("R3", "121", "121 件"),
                cell("R4", "149", "149 件"),
                cell("R5", "165", "165 件"),
                cell("R6", "178", "178 件"),
              ],
              reporting: summedOverPrefectures(
                "各県が把握した導入件数（計画開始前からの累積）を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "SGT-3",
      number: "(3)",
      name: "女性が能力を発揮できる環境づくり",
      theme: "women",
      projects: [
        {
          code: "SGT-3-1",
          number: "①",
          name: "企業トップ等の意識改革プロジェクト",
          purpose: "先端技術分野を含め女性が能力を発揮できるよう、企業トップ等の意識改革を進める。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "管理職に占める女性割合：30％",
          indicators: [
            {
              code: "SGT-3-1-a",
              name: "管理的職業従事者に占める女性の割合",
              unit: "％",
              // A state: what the five-yearly survey finds.
              series: "stock",
              direction: "increase",
              valueKind: "rate",
              baseline: {
                value: "16.3",
                text: "現状：１６．３％ ※H29年 就業構造基本調査",
                asOf: "H29",
              },
              target: { value: "30", text: "目標：３０％", due: "R6", year: "R6" },
              roadmap: [cell("R6", "30", "30 ％")],
              reporting: onceByLead(
                "就業構造基本調査（5年ごと）の圏域の値を用いるため、新技術挑戦PTの幹事県が一括して報告し、人材活躍PTと共用する。",
              ),
              source: "就業構造基本調査（H29年）",
            },
          ],
        },
      ],
    },
    {
      code: "SGT-4",
      number: "(4)",
      name: "グリーン社会の実現に向けた新技術の創出",
      theme: "gx",
      projects: [
        {
          code: "SGT-4-1",
          number: "①",
          name: "グリーン社会の実現（脱炭素化）に向けた新技術の研究開発の推進",
          purpose:
            "各県の公設試験研究機関を中心に「グリーン」技術の研究開発を推進し、脱炭素社会の実現を目指す。",
          firstFy: "R4",
          lastFy: "R6",
          overviewText: "各県の研究開発件数：160件",
          indicators: [
            {
              code: "SGT-4-1-a",
              name: "①研究開発件数",
              unit: "件",
              // The plan does not say. Research themes run for years, so that adding the years up would count
              // them twice: the themes under way in one year.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "122", text: "現状：１２２件", asOf: null },
              target: { value: "160", text: "Ｒ６年の目標：１６０件", due: "R6", year: "R6" },
              roadmap: [unplaced("122", "１２２件"), cell("R6", "160", "１６０件")],
              reporting: summedOverPrefectures(
                "各県の公設試験研究機関等が当年度に実施した研究開発の件数を合算する。",
              ),
            },
            {
              code: "SGT-4-1-b",
              name: "②産学官等の連携による研究開発件数",
              unit: "件",
              // As for all research themes: those under way in one year.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "61", text: "現状：６１件", asOf: null },
              target: { value: "80", text: "Ｒ６年の目標：８０件", due: "R6", year: "R6" },
              roadmap: [unplaced("61", "６１件")],
              reporting: summedOverPrefectures(
                "①のうち産学官等の連携によるものを各県が数え、合算する。",
              ),
            },
          ],
        },
      ],
    },
  ],
};
