import {
  cell,
  type GoalData,
  onceByLead,
  ratioOverPrefectures,
  reposted,
  summedOverPrefectures,
  undecided,
} from "#seeds/plans/plan-data.ts";

/** しごとづくりPT, as printed; see plan.ts. */
export const shg: GoalData = {
  code: "SHG",
  number: "1",
  name: "しごとづくりPT",
  lead: "fukuoka",
  economicPartners: ["kyukeiren", "kyushoren"],
  leaders: [
    { office: "九経連会長", organisation: "kyukeiren" },
    { office: "福岡県知事", organisation: "fukuoka" },
    { office: "九商連会長", organisation: "kyushoren" },
  ],
  outcomes: [
    {
      code: "SHG-o1",
      name: "九州・山口の就業者数の維持",
      unit: "万人",
      // A state: how many people are in work, as the labour statistics find it.
      series: "stock",
      // 維持: not below the baseline.
      direction: "at_least",
      valueKind: "count",
      baseline: { value: "792.4", text: "約792万4千人", asOf: "平成30年度" },
      target: { value: "792.4", text: "792.4 万人", due: null, year: "R6" },
      roadmap: [
        cell("R2", "792.4", "792.4 万人"),
        cell("R3", "792.4", "792.4 万人"),
        cell("R4", "792.4", "792.4 万人"),
        cell("R5", "792.4", "792.4 万人"),
        cell("R6", "792.4", "792.4 万人"),
      ],
      reporting: onceByLead(
        "就業者数は圏域全体を統計から一括して把握するため、幹事県が年1回報告する。",
      ),
    },
    {
      code: "SHG-o2",
      name: "九州・山口圏域内若年人口（20歳～24歳）の社会増減率の改善",
      unit: "％",
      // The balance of moves of one year over the population of that year.
      series: "annual",
      direction: "increase",
      valueKind: "rate",
      baseline: { value: "-2.38", text: "直近：R1 -2.38％", asOf: "R1" },
      target: { value: null, text: "改善（数値目標なし）", due: null, year: "R6" },
      roadmap: [],
      reporting: onceByLead(
        "増減率は県ごとの値を合算できないため、幹事県が圏域全体の人口から算定して報告する。",
      ),
    },
  ],
  policies: [
    {
      code: "SHG-1",
      number: "(1)",
      name: "農林水産物の輸出拡大",
      projects: [
        {
          code: "SHG-1-1",
          number: "①",
          name: "海外における九州・山口県産農林水産物のブランドづくりプロジェクト",
          purpose:
            "海外における九州・山口県産農林水産物の認知度を高め、圏域が一体となった輸出体制を構築する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "輸出額：2,000億円",
          indicators: [
            {
              code: "SHG-1-1-a",
              name: "九州（沖縄含む）の港等からの農林水産物・食品の輸出額",
              unit: "億円",
              // The export value of one calendar year.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "931", text: "現状：令和2年 931億円", asOf: "令和2年" },
              target: {
                value: "2000",
                text: "目標：令和6年までに2,000億円",
                due: "令和6年",
                year: "R6",
              },
              roadmap: [
                cell("R2", "1200", "1,200 億円"),
                cell("R3", "1400", "1,400 億円"),
                cell("R4", "1600", "1,600 億円"),
                cell("R5", "1800", "1,800 億円"),
                cell("R6", "2000", "2,000 億円"),
              ],
              reporting: onceByLead(
                "税関別の貿易統計は産地の県に分けられないため、幹事県が圏域の港等の額をまとめて報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "SHG-2",
      number: "(2)",
      name: "インバウンド対策",
      projects: [
        {
          code: "SHG-2-1",
          number: "①",
          name: "観光地「ＫＹＵＳＨＵ」のブランド力向上プロジェクト",
          purpose:
            "デジタルマーケティングを活用して観光地「ＫＹＵＳＨＵ」のブランドを確立し、旅行先として選ばれる九州を実現する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "欧米豪での認知度：11％",
          indicators: [
            {
              code: "SHG-2-1-a",
              name: "欧米豪における九州の認知度",
              unit: "％",
              // A state: what a survey of the year finds.
              series: "stock",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "7", text: "現状：令和元年 認知度 7％", asOf: "令和元年" },
              target: {
                value: "11",
                text: "目標：令和5年までに 認知度 11％",
                due: "令和5年",
                year: "R5",
              },
              roadmap: [
                cell("R2", "8", "8 ％"),
                cell("R3", "9", "9 ％"),
                cell("R4", "10", "10 ％"),
                cell("R5", "11", "11 ％"),
                undecided("R6", "※ 次期九州観光戦略等を踏まえて検討"),
              ],
              reporting: onceByLead(
                "海外市場での調査は九州全体で一度に行うため、幹事県がその結果を報告する。",
              ),
            },
          ],
        },
        {
          code: "SHG-2-2",
          number: "②",
          name: "観光人材育成プロジェクト",
          purpose:
            "ＤＸ研修を含む人材育成と観光人材の活用を進め、観光産業の従事者がやりがいを持って働ける環境を整える。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "人材育成研修参加者数：6,000人",
          indicators: [
            {
              code: "SHG-2-2-a",
              name: "観光人材育成研修参加者数",
              unit: "名",
              // Not printed as 累計; the roadmap adds 1,500 a year.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "999", text: "現状：令和2年 999名", asOf: "令和2年" },
              target: {
                value: "6000",
                text: "目標：令和5年までに 6,000名",
                due: "令和5年",
                year: "R5",
              },
              roadmap: [
                cell("R2", "1500", "1,500 名"),
                cell("R3", "3000", "3,000 名"),
                cell("R4", "4500", "4,500 名"),
                cell("R5", "6000", "6,000 名"),
                undecided("R6", "※ 次期九州観光戦略等を踏まえて検討"),
              ],
              reporting: summedOverPrefectures("各県が実施した研修の参加者数（累計）を合算する。"),
            },
          ],
        },
        {
          code: "SHG-2-3",
          number: "③",
          name: "外国人観光客の来訪促進プロジェクト",
          purpose:
            "サイクルツーリズム等の観光コンテンツの充実と、国・地域の特性に応じたプロモーションにより、外国人観光客の来訪を促進する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "延べ宿泊者数：2,010万人",
          indicators: [
            {
              code: "SHG-2-3-a",
              name: "外国人延べ宿泊者数",
              unit: "万人泊",
              // Nights of one calendar year.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "129", text: "現状：令和2年 129万人泊", asOf: "令和2年" },
              target: {
                value: "2010",
                text: "目標：令和5年までに 2,010万人泊",
                due: "令和5年",
                year: "R5",
              },
              roadmap: [
                cell("R2", "1233", "1,233 万人泊"),
                cell("R3", "1493", "1,493 万人泊"),
                cell("R4", "1751", "1,751 万人泊"),
                cell("R5", "2010", "2,010 万人泊"),
                undecided("R6", "※ 次期九州観光戦略等を踏まえて検討"),
              ],
              reporting: summedOverPrefectures(
                "宿泊旅行統計調査の県別の値を各県が報告し、合算する。",
              ),
            },
          ],
        },
        {
          code: "SHG-2-4",
          number: "④",
          name: "外国人観光客の滞在・消費促進プロジェクト",
          purpose:
            "魅力あるコンテンツの提供と情報発信、ＭＩＣＥの強化により、外国人観光客の滞在日数と一人当たりの消費額を伸ばす。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "観光消費額：1.2兆円",
          indicators: [
            {
              code: "SHG-2-4-a",
              name: "外国人観光客の消費額",
              unit: "億円",
              // Spending of one calendar year.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "440", text: "現状：令和2年 440億円", asOf: "令和2年" },
              target: {
                value: "12000",
                text: "目標：令和5年までに 1.2兆円",
                due: "令和5年",
                year: "R5",
              },
              roadmap: [
                cell("R2", "7224", "7,224 億円"),
                cell("R3", "8816", "8,816 億円"),
                cell("R4", "10408", "1兆408 億円"),
                cell("R5", "12000", "1兆2,000 億円"),
                undecided("R6", "※ 次期九州観光戦略等を踏まえて検討"),
              ],
              reporting: onceByLead(
                "消費額は圏域単位で推計しており県別に分けられないため、幹事県が報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "SHG-3",
      number: "(3)",
      name: "創業・事業承継",
      projects: [
        {
          code: "SHG-3-1",
          number: "①",
          name: "事業承継円滑化プロジェクト",
          purpose: "各県の事業承継ネットワークの機能を強化し、中小企業等の事業承継の円滑化を図る。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "計画策定支援件数：11,035件",
          indicators: [
            {
              code: "SHG-3-1-a",
              name: "事業承継ネットワークによる事業承継計画の策定支援件数",
              unit: "件",
              // Printed as a five-year 累計; the baseline is the flow of one year and not part of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "2635",
                text: "現状：2,635件 ※令和元年度実績",
                asOf: "令和元年度",
              },
              target: {
                value: "11035",
                text: "目標：11,035件（5年間の累計）",
                due: "R6",
                year: "R6",
              },
              roadmap: [cell("R6", "11035", "11,035件（累計）")],
              reporting: summedOverPrefectures(
                "事業承継ネットワークは県ごとに設置されているため、各県が累計件数を報告し、合算する。",
              ),
            },
          ],
        },
        {
          code: "SHG-3-2",
          number: "②",
          name: "九州・山口ベンチャー支援プロジェクト",
          purpose:
            "ベンチャーマーケットの開催や伴走支援等に官民一体で取り組み、世界に通用するベンチャー企業を九州・山口から輩出する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "資金調達企業数：30％",
          indicators: [
            {
              code: "SHG-3-2-a",
              name: "資金調達を達成した登壇企業の割合（5年間累計）",
              unit: "％",
              // A percentage over all firms since the first year (5年間累計), so neither of one year nor a state.
              series: "cumulative",
              direction: "increase",
              valueKind: "rate",
              baseline: {
                value: "15",
                text: "現状：登壇企業の15％（平成27年から令和元年までの実績）",
                asOf: "平成27年～令和元年",
              },
              target: {
                value: "30",
                text: "目標：登壇企業の30％（5年間の累計）",
                due: "R6",
                year: "R6",
              },
              roadmap: [
                cell("R2", "10", "10 ％"),
                cell("R3", "15", "15 ％"),
                cell("R4", "20", "20 ％"),
                cell("R5", "25", "25 ％"),
                cell("R6", "30", "30 ％（累計）"),
              ],
              reporting: {
                reporters: ["fukuoka"],
                aggregation: "ratio",
                note: "ベンチャーマーケットは圏域で一つであり、幹事県が登壇企業数（累計）を分母、資金調達を達成した企業数（累計）を分子として報告する。",
              },
            },
          ],
        },
      ],
    },
    {
      code: "SHG-4",
      number: "(4)",
      name: "働き方改革",
      projects: [
        {
          code: "SHG-4-1",
          number: "①",
          name: "九州・山口働き方改革推進プロジェクト",
          purpose:
            "女性、若者、高齢者をはじめ誰もが働きやすい、魅力ある職場づくりに取り組む企業を増やす。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "働き方改革実践企業数8,000社",
          indicators: [
            {
              code: "SHG-4-1-a",
              name: "働き方改革実践企業数",
              unit: "社",
              // Printed as a five-year 累計; the baseline is the first year of it.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "1623",
                text: "現状：1,623 社 ※令和2年度の実績数",
                asOf: "令和2年度",
              },
              target: {
                value: "8000",
                text: "目標：8,000 社（５年間の累計）",
                due: "R6",
                year: "R6",
              },
              roadmap: [
                cell("R2", "1600", "1,600 社"),
                cell("R3", "3200", "3,200 社"),
                cell("R4", "4800", "4,800 社"),
                cell("R5", "6400", "6,400 社"),
                cell("R6", "8000", "8,000 社（累計）"),
              ],
              reporting: summedOverPrefectures(
                "各県の登録・宣言制度等で把握した実践企業数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "SHG-5",
      number: "(5)",
      name: "Society5.0の実現",
      projects: [
        {
          code: "SHG-5-1",
          number: "①",
          name: "Society5.0の実現に向けた事業創出プロジェクト",
          purpose:
            "ＡＩ・ＩｏＴ等を活用した広域連携事業を創出し、地域の成長と社会課題の解決につなげる。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "広域連携事業数：4件",
          indicators: [
            {
              code: "SHG-5-1-a",
              name: "広域連携事業数",
              unit: "件",
              // Printed as a five-year 累計.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "2", text: "現状：２件", asOf: null },
              target: { value: "4", text: "目標：４件（５年間の累計）", due: "R6", year: "R6" },
              roadmap: [
                cell("R3", "1", "１ 件"),
                cell("R4", "2", "２ 件"),
                cell("R5", "3", "３ 件"),
                cell("R6", "4", "４ 件"),
              ],
              // The plan promises the first joint project for R3 （R3以降、年１件）; nothing is asked for before.
              firstFy: "R3",
              reporting: onceByLead(
                "一つの事業に複数の県が参加し、県別に数えると重複するため、幹事県がまとめて報告する。",
              ),
            },
          ],
        },
        {
          code: "SHG-5-2",
          number: "②",
          name: "九州広域のデータ連携プロジェクト",
          purpose:
            "九州広域で分野を越えて円滑にデータを共有できる仕組みを構築し、データを活用した新たなサービスを創出する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "各県および経済界が連携するデータセットの数：20件",
          theme: "digital",
          indicators: [
            {
              code: "SHG-5-2-a",
              name: "各県および経済界が連携するデータセットの数",
              unit: "件",
              // Data sets stay connected: ten a year add up to twenty.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：-", asOf: null },
              target: { value: "20", text: "R9年の目標：20件", due: "R9", year: "R9" },
              roadmap: [cell("R8", "10", "10 件"), cell("R9", "20", "２0 件")],
              // Until R7 the platform is being built; data sets are connected from R8.
              firstFy: "R8",
              reporting: {
                reporters: [
                  "fukuoka",
                  "saga",
                  "nagasaki",
                  "kumamoto",
                  "oita",
                  "miyazaki",
                  "kagoshima",
                  "okinawa",
                  "yamaguchi",
                  "kyukeiren",
                ],
                aggregation: "sum",
                note: "9県と経済界の計10団体がそれぞれ連携したデータセットを数えて合算する。経済界は1団体とみなし、九経連が取りまとめて報告する。",
              },
            },
          ],
        },
      ],
    },
    {
      code: "SHG-6",
      number: "(6)",
      name: "九州ロゴマークの普及",
      projects: [
        {
          code: "SHG-6-1",
          number: "①",
          name: "九州ロゴマーク活用推進プロジェクト",
          purpose:
            "九州ロゴマークを活用した情報発信を官民で進め、九州の認知度とブランド力を高める。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "民間企業・団体：60件 等",
          indicators: [
            {
              code: "SHG-6-1-a",
              name: "JEWELS+及び政策連合の全事業での活用",
              unit: "％",
              // The share among the projects of one year.
              series: "annual",
              // Reached at the start and to be kept.
              direction: "at_least",
              valueKind: "rate",
              baseline: { value: "100", text: "現状：100 ％ ※令和2年度実績", asOf: "令和2年度" },
              target: {
                value: "100",
                text: "目標：100％（令和3年度末までに１００％を目指す）",
                due: "令和3年度末",
                year: "R3",
              },
              roadmap: [cell("R3", "100", "100 ％"), cell("R6", "100", "100 ％")],
              reporting: ratioOverPrefectures(
                "各県が当年度の対象事業数（分母）とロゴマークを活用した事業数（分子）を報告し、合計から割合を求める。",
              ),
            },
            {
              code: "SHG-6-1-b",
              name: "民間企業・団体での活用",
              unit: "件",
              // Printed as a five-year 累計, though the baseline shows that earlier uses are counted in.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "41", text: "現状：41件 ※令和3年3月末現在", asOf: "令和3年3月末" },
              target: { value: "60", text: "目標 : 60件 ※5年間累計", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "20", "20 件"),
                cell("R3", "30", "30 件"),
                cell("R4", "40", "40 件"),
                cell("R5", "50", "50 件"),
                cell("R6", "60", "60 件"),
              ],
              reporting: {
                reporters: ["kyukeiren", "kyushoren", "kyudoyu", "kyukeikyo"],
                aggregation: "sum",
                note: "民間企業・団体の活用は経済団体が把握するため、4団体がそれぞれの窓口で受け付けた累計件数を報告し、合算する。",
              },
            },
          ],
        },
      ],
    },
    {
      code: "SHG-7",
      number: "(7)",
      name: "女性が働きやすい仕事環境",
      theme: "women",
      projects: [
        {
          code: "SHG-7-1",
          number: "①",
          name: "九州・山口働き方改革推進プロジェクト（再掲）",
          purpose:
            "（4）①の再掲。働き方改革のうち、女性が働きやすい職場づくりに関する取組を抜き出して示す。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "働き方改革実践企業数8,000社",
          repostOf: "SHG-4-1",
          indicators: [reposted("SHG-4-1-a", "SHG-7-1-a", "働き方改革実践企業数")],
        },
      ],
    },
    {
      code: "SHG-8",
      number: "(8)",
      name: "ＧＸ企業の創出",
      theme: "gx",
      projects: [
        {
          code: "SHG-8-1",
          number: "①",
          name: "九州・山口ベンチャー支援プロジェクト（再掲）",
          purpose:
            "（3）②の再掲。ベンチャー支援のうち、ＧＸ企業の創出に関する取組を抜き出して示す。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "資金調達企業数：30％",
          repostOf: "SHG-3-2",
          indicators: [
            reposted("SHG-3-2-a", "SHG-8-1-a", "資金調達を達成した登壇企業の割合（5年間累計）"),
          ],
        },
      ],
    },
    {
      code: "SHG-9",
      number: "(9)",
      name: "地域企業のＤＸ支援",
      theme: "digital",
      projects: [
        {
          code: "SHG-9-1",
          number: "①",
          name: "地域企業向けＤＸ導入コンサルティング",
          purpose:
            "支援機関や金融機関が持つＤＸ支援のノウハウと事例を共有し、地域企業のＤＸの推進と生産性の向上を図る。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "ＤＸ支援者向け合同勉強会の参加者数：延べ250者",
          indicators: [
            {
              code: "SHG-9-1-a",
              name: "ＤＸ支援者向け合同勉強会の参加者数",
              unit: "者",
              // 延べ: attendances since R5 with repeats.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "0", text: "現状：０者", asOf: null },
              target: { value: "250", text: "R９年の目標：延べ２５０者", due: "R9", year: "R9" },
              roadmap: [
                cell("R5", "50", "５0 者"),
                cell("R6", "100", "１０0 者"),
                cell("R7", "150", "１５0 者"),
                cell("R8", "200", "２０0 者"),
                cell("R9", "250", "２５0 者"),
              ],
              reporting: onceByLead(
                "合同勉強会は圏域で年1回オンラインで開催するため、幹事県が延べ参加者数を報告する。",
              ),
            },
          ],
        },
      ],
    },
  ],
};
