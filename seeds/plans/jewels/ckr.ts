import {
  cell,
  type GoalData,
  onceByLead,
  reposted,
  shared,
  span,
  summedOverPrefectures,
} from "#seeds/plans/plan-data.ts";

/** 地域活力づくりPT, as printed; see plan.ts. */
export const ckr: GoalData = {
  code: "CKR",
  number: "5",
  name: "地域活力づくりPT",
  lead: "nagasaki",
  economicPartners: ["kyukeiren"],
  leaders: [
    { office: "長崎県知事", organisation: "nagasaki" },
    { office: "宮崎県知事", organisation: "miyazaki" },
    { office: "九経連副会長", organisation: "kyukeiren" },
  ],
  outcomes: [
    {
      code: "CKR-o1",
      name: "九州・山口地域の移住者数の増加",
      unit: "人",
      // The roadmap adds the years up from R2.
      series: "cumulative",
      direction: "increase",
      valueKind: "count",
      baseline: { value: "13966", text: "R３年度 13,966人（単年度）", asOf: "R3年度" },
      target: { value: "71100", text: "71,100人", due: null, year: "R6" },
      roadmap: [
        cell("R2", "12300", "12,300 人"),
        cell("R3", "25400", "25,400 人"),
        cell("R4", "40100", "40,100人"),
        cell("R5", "55300", "55,300 人"),
        cell("R6", "71100", "71,100人"),
      ],
      reporting: {
        derivation: "running_total_of",
        parts: ["CKR-1-1-a"],
        note: "（1）①のKPI（単年度の移住者数）を令和2年度から累計して求めるため、別途の報告は要しない。",
      },
    },
    shared(
      "CKR-5-1-a",
      "CKR-o2",
      "空港連携による九州域内空港の路線維持拡大（オープン・ジョーを使った旅行商品等の新規造成延べ件数）",
    ),
  ],
  policies: [
    {
      code: "CKR-1",
      number: "(1)",
      name: "移住対策",
      projects: [
        {
          code: "CKR-1-1",
          number: "①",
          name: "九州・山口が一体となった移住促進プロジェクト",
          purpose:
            "東京・大阪での合同移住相談会や、女性の視点を取り入れたイメージ戦略により、九州・山口への移住を促進する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "移住者数の増加：15,800人",
          indicators: [
            {
              code: "CKR-1-1-a",
              name: "九州・山口地域の移住者数の増加",
              unit: "人",
              // Printed as 単年度.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "13966",
                text: "現状：R３年度 13,966人（単年度）",
                asOf: "R3年度",
              },
              target: {
                value: "15800",
                text: "目標：R６年度 15,800人（単年度）",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [
                cell("R2", "12300", "12,300人", "12300"),
                cell("R3", "25400", "25,400人(+13,100)", "13100"),
                cell("R4", "40100", "40,100人(+14,700)", "14700"),
                cell("R5", "55300", "55,300人(+15,200)", "15200"),
                cell("R6", "71100", "71,100人(+15,800)", "15800"),
              ],
              // The page counts single years, the roadmap adds them up and prints each step in brackets.
              roadmapCumulative: true,
              reporting: summedOverPrefectures(
                "各県が窓口等で把握した当年度の移住者数を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-2",
      number: "(2)",
      name: "小さな拠点、ネットワークコミュニティの構築",
      projects: [
        {
          code: "CKR-2-1",
          number: "①",
          name: "小さな拠点とﾈｯﾄﾜｰｸｺﾐｭﾆﾃｨ構築に向けた担い手確保プロジェクト",
          purpose:
            "「小さな拠点」づくりを継続するとともに、住民主体の地域活動を支える外部の担い手を確保する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "取組地域：690地域",
          indicators: [
            {
              code: "CKR-2-1-a",
              name: "新たに持続可能な暮らしの実現に向けて取り組んだ地域（団体）数",
              unit: "地域（団体）",
              // 累計 is printed in the head of the table only; the baseline is part of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "523", text: "現状：R３年度 523地域（団体）", asOf: "R3年度" },
              target: {
                value: "690",
                text: "目標：R６年度 690地域（団体）",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [
                cell("R2", "460", "460地域（団体）"),
                cell("R3", "530", "530地域（団体）"),
                cell("R4", "620", "620地域（団体）"),
                cell("R5", "690", "690地域（団体）"),
                cell("R6", "690", "690地域（団体）"),
              ],
              reporting: summedOverPrefectures(
                "各県が把握した取組地域（団体）数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-3",
      number: "(3)",
      name: "文化・ｽﾎﾟｰﾂ資源の有効活用",
      projects: [
        {
          code: "CKR-3-1",
          number: "①",
          name: "スポーツツーリズムによる地域活性化プロジェクト",
          purpose:
            "国際スポーツ大会のレガシーと豊かな自然環境を生かしたスポーツツーリズムを推進する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "九州が連携した大会の開催数：9件",
          indicators: [
            {
              code: "CKR-3-1-a",
              name: "九州各県が連携した取組を行うイベント・大会数",
              unit: "件",
              // One target for all of R4–R6, so that events add up.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：R４年度 －", asOf: "R4年度" },
              target: {
                value: "9",
                text: "目標：R６年度 ９件（各県１件）",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [span("R4", "R6", "9", "R4～Ｒ6の間で９件")],
              // The target spans R4–R6; nothing is asked for before.
              firstFy: "R4",
              reporting: summedOverPrefectures(
                "各県が連携して取り組んだイベント・大会を開催県が数え（累計）、合算する。",
              ),
            },
          ],
        },
        {
          code: "CKR-3-2",
          number: "②",
          name: "文化資源の誘客活用プロジェクト",
          purpose:
            "文化芸術団体が集う文化芸術コアイベント（九州大会）を開催し、交流人口の拡大を図る。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "九州大会開催数：9件",
          indicators: [
            {
              code: "CKR-3-2-a",
              name: "文化芸術コアイベント（九州大会）開催数",
              unit: "件",
              // The events of one year: one in each prefecture in R6.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "2", text: "現状：R３年度 ２件", asOf: "R3年度" },
              target: {
                value: "9",
                text: "目標：R６年度 ９件（各県１件）",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [
                cell("R3", "1", "１件"),
                cell("R4", "3", "３件"),
                cell("R5", "5", "５件"),
                cell("R6", "9", "９件"),
              ],
              // The roadmap begins in R3.
              firstFy: "R3",
              reporting: summedOverPrefectures("開催県が当年度の開催数を報告し、合算する。"),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-4",
      number: "(4)",
      name: "温泉資源の有効活用",
      projects: [
        {
          code: "CKR-4-1",
          number: "①",
          name: "温泉の更なる活性化プロジェクト",
          purpose:
            "圏域の豊富な温泉資源を生かし、テーマ性のある周遊モデルコースの造成により交流人口の拡大を図る。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "周遊モデルコース数：3件",
          indicators: [
            {
              code: "CKR-4-1-a",
              name: "広域温泉周遊モデルコース数",
              unit: "件",
              // A course stays once it is made: one more each year.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：R４年度 －", asOf: "R4年度" },
              target: { value: "3", text: "目標：R６年度 ３件", due: "R6年度", year: "R6" },
              roadmap: [cell("R4", "1", "１件"), cell("R5", "2", "２件"), cell("R6", "3", "３件")],
              // The roadmap begins in R4.
              firstFy: "R4",
              reporting: onceByLead(
                "モデルコースは複数の県にまたがるため、幹事県がまとめて報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-5",
      number: "(5)",
      name: "空港連携",
      projects: [
        {
          code: "CKR-5-1",
          number: "①",
          name: "九州域内空港の路線維持拡大のための空港連携プロジェクト",
          purpose: "九州域内の空港間の連携を進め、路線の維持・拡大とインバウンドの誘客につなげる。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "旅行商品新規造成延べ件数：21件",
          indicators: [
            {
              code: "CKR-5-1-a",
              name: "オープン・ジョーを使った旅行商品等の新規造成延べ件数",
              unit: "件",
              // 延べ over R2–R6.
              series: "cumulative",
              // 「以上」 is printed with the target.
              direction: "at_least",
              valueKind: "count",
              baseline: { value: null, text: "現状：R４年度 －", asOf: "R4年度" },
              target: {
                value: "21",
                text: "目標：R６年度 新たに延べ２１件以上",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [span("R2", "R6", "21", "R２～Ｒ６の間で新たに延べ21件以上")],
              reporting: onceByLead(
                "一つの商品が複数の県の空港を使うため、幹事県がまとめて報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-6",
      number: "(6)",
      name: "女性に選ばれる地域",
      theme: "women",
      projects: [
        {
          code: "CKR-6-1",
          number: "①",
          name: "九州・山口が一体となった移住促進プロジェクト（再掲）",
          purpose: "（1）①の再掲。移住促進のうち、女性に関する取組を抜き出して示す。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "移住者数の増加：16,500人",
          repostOf: "CKR-1-1",
          indicators: [reposted("CKR-1-1-a", "CKR-6-1-a", "九州・山口地域の移住者数の増加")],
        },
        {
          code: "CKR-6-2",
          number: "②",
          name: "温泉の更なる活性化プロジェクト（再掲）",
          purpose: "（4）①の再掲。温泉の活性化のうち、女性に関する取組を抜き出して示す。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "周遊モデルコース数：3件",
          repostOf: "CKR-4-1",
          indicators: [reposted("CKR-4-1-a", "CKR-6-2-a", "広域温泉周遊モデルコース数")],
        },
      ],
    },
    {
      code: "CKR-7",
      number: "(7)",
      name: "グリーン社会の実現",
      theme: "gx",
      projects: [
        {
          code: "CKR-7-1",
          number: "①",
          name: "地域脱炭素化の促進プロジェクト",
          purpose: "脱炭素先行地域の創出や促進区域の設定に取り組む市町村を、各県が共同で支援する。",
          firstFy: "R4",
          lastFy: "R6",
          overviewText: "脱炭素先行地域の選定箇所数：21件",
          indicators: [
            {
              code: "CKR-7-1-a",
              name: "脱炭素先行地域の選定箇所数",
              unit: "箇所",
              // The plan does not say. A state: the areas selected so far, the baseline among them.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "6", text: "現状：R４年度 ６箇所", asOf: "R4年度" },
              target: { value: "12", text: "目標：R６年度 １２箇所", due: "R6年度", year: "R6" },
              roadmap: [cell("R6", "12", "１２箇所")],
              reporting: summedOverPrefectures(
                "各県が域内で選定された箇所数（年度末）を報告し、合算する。",
              ),
            },
            {
              code: "CKR-7-1-b",
              name: "改正温対法に基づく、市町村の地方公共団体実行計画（区域施策編）の策定市町村数",
              unit: "市町村",
              // The plan does not say. A state: the municipalities that have such a plan.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "87", text: "現状：R４年度 ８７市町村", asOf: "R4年度" },
              target: {
                value: "105",
                text: "目標：R６年度 １０５市町村",
                due: "R6年度",
                year: "R6",
              },
              roadmap: [cell("R6", "105", "１０５市町村")],
              reporting: summedOverPrefectures(
                "各県が計画を策定済みの市町村数（年度末）を報告し、合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "CKR-8",
      number: "(8)",
      name: "デジタルの力を活用した地域活性化",
      theme: "digital",
      projects: [
        {
          code: "CKR-8-1",
          number: "①",
          name: "パーソナルデータ利活用推進プロジェクト",
          purpose:
            "データ連携基盤上のパーソナルデータをデジタル認証により活用し、官民連携のサービスを創出する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "デジタル認証を活用した取組件数：3件",
          indicators: [
            {
              code: "CKR-8-1-a",
              name: "デジタル認証を活用した取組件数",
              unit: "件",
              // The plan does not say. Trials are counted as they are begun, from R5.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：-（個票：R４年度 -）", asOf: "R4年度" },
              target: { value: "3", text: "R9年の目標：３件", due: "R9", year: "R9" },
              roadmap: [cell("R9", "3", "３件")],
              reporting: summedOverPrefectures(
                "各県の独自の取組も対象となるため、各県が令和5年度以降の件数（累計）を報告し、合算する。",
              ),
            },
          ],
        },
        {
          code: "CKR-8-2",
          number: "②",
          name: "デジタルデバイド解消プロジェクト",
          purpose:
            "デジタル田園都市国家構想の実現に向け、九州全体でデジタルデバイド対策を強化する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "好事例の共有・横展開：18件",
          indicators: [
            {
              code: "CKR-8-2-a",
              name: "デジタルデバイド対策に資する好事例の共有・横展開",
              unit: "件",
              // Cases shared and rolled out since R5 add up （各県共有1件、横展開１件）.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "0",
                text: "現状：０件（概要）／R４年度 -（個票）",
                asOf: "R4年度",
              },
              target: {
                value: "18",
                text: "R9年の目標：１８件（概要）／R６年度 １８件（個票）",
                due: "R9 （概要） / R6 （個票）",
                year: "R9",
              },
              roadmap: [cell("R9", "3", "３件")],
              feed: "practices",
              reporting: summedOverPrefectures(
                "各県が共有した好事例と横展開した取組の件数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
  ],
};
