import {
  cell,
  type GoalData,
  onceByLead,
  ratioOverPrefectures,
  shared,
  summedOverPrefectures,
  unplaced,
  words,
} from "#seeds/plans/plan-data.ts";

/** 安心・安全PT, as printed; see plan.ts. */
export const ans: GoalData = {
  code: "ANS",
  number: "6",
  name: "安心・安全PT",
  lead: "miyazaki",
  economicPartners: ["kyukeiren", "kyukeikyo"],
  leaders: [
    { office: "宮崎県知事", organisation: "miyazaki" },
    { office: "長崎県知事", organisation: "nagasaki" },
    { office: "大分県知事", organisation: "oita", inferred: true },
    { office: "九経連会長", organisation: "kyukeiren" },
    { office: "九経協理事", organisation: "kyukeikyo", inferred: true },
  ],
  outcomes: [
    shared("ANS-1-1-a", "ANS-o1", "九州各県健康寿命の延伸"),
    shared("ANS-3-1-a-2", "ANS-o2", "インフラ事業者との災害復旧に係る連携体制の構築"),
  ],
  policies: [
    {
      code: "ANS-1",
      number: "(1)",
      name: "健康長寿社会づくり",
      projects: [
        {
          code: "ANS-1-1",
          number: "①",
          name: "健康寿命延伸対策プロジェクト",
          purpose: "「健康な九州」を目指し、圏域全体で健康づくりに取り組み、健康寿命の延伸を図る。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "健康寿命の延伸：H28比1年以上",
          indicators: [
            {
              code: "ANS-1-1-a",
              name: "九州各県健康寿命の延伸",
              unit: "年（H28比）",
              // A state: the difference to H28 that the three-yearly survey finds.
              series: "stock",
              // 「以上」 is printed with the target.
              direction: "at_least",
              valueKind: "index",
              baseline: { value: null, text: "現状：－", asOf: null },
              target: {
                value: "1",
                text: "目標：平成２８年比１年以上延伸（Ｒ４）",
                due: "R4",
                year: "R4",
              },
              roadmap: [unplaced("1", "平成28年比１年以上の延伸")],
              reporting: onceByLead(
                "各県の健康寿命は合算できないため、幹事県が国の公表値（3年ごと）から圏域の延伸幅を報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "ANS-2",
      number: "(2)",
      name: "持続可能な社会インフラの整備",
      projects: [
        {
          code: "ANS-2-1",
          number: "①",
          name: "地域公共交通の「見える化・魅力化・最適化」プロジェクト",
          purpose:
            "地域公共交通の見える化・魅力化・最適化を進め、持続可能な公共交通ネットワークを構築する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "輸送人員：598,896千人",
          indicators: [
            {
              code: "ANS-2-1-a",
              name: "地域公共交通（乗合バス・鉄道・軌道）の輸送人員",
              unit: "千人",
              // The passengers of one year.
              series: "annual",
              // 維持: not below the level of H29.
              direction: "at_least",
              valueKind: "count",
              baseline: { value: "598896", text: "現状：598,896千人（H29）", asOf: "H29" },
              target: { value: "598896", text: "目標：598,896千人（R6）", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "598896", "598,896 千人"),
                cell("R3", "598896", "598,896 千人"),
                cell("R4", "598896", "598,896 千人"),
                cell("R5", "598896", "598,896 千人"),
                cell("R6", "598896", "598,896 千人"),
              ],
              reporting: onceByLead(
                "県境をまたぐ路線があり県別に分けられないため、幹事県が運輸統計から圏域の値を報告する。",
              ),
            },
          ],
        },
        {
          code: "ANS-2-2",
          number: "②",
          name: "乗合バスの運転手確保プロジェクト",
          purpose:
            "運転手の不足により路線の維持が危ぶまれる乗合バスについて、運転手の確保を支援する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "大型二種免許交付件数：7,000件以上",
          indicators: [
            {
              code: "ANS-2-2-a",
              name: "大型二種運転免許交付件数",
              unit: "件",
              // Printed as the sum of R2–R6; the baseline is such a sum too.
              series: "cumulative",
              // 「以上」 is printed with the target.
              direction: "at_least",
              valueKind: "count",
              baseline: {
                value: "6454",
                text: "現状：6,454件（H26～Ｈ30年度計）",
                asOf: "H26～H30年度計",
              },
              target: {
                value: "7000",
                text: "目標：7,000件以上（R2～R6年度計）",
                due: "R2～R6年度計",
                year: "R6",
              },
              roadmap: [
                cell("R2", "1400", "計1,400 件", "1400"),
                cell("R3", "2800", "計2,800 件（＋1,400）", "1400"),
                cell("R4", "4200", "計4,200 件（＋1,400）", "1400"),
                cell("R5", "5600", "計5,600 件（＋1,400）", "1400"),
                cell("R6", "7000", "計7,000 件（＋1,400）", "1400"),
              ],
              reporting: summedOverPrefectures(
                "県別の交付件数（令和2年度からの累計）を各県が報告し、合算する。",
              ),
            },
          ],
        },
        {
          code: "ANS-2-3",
          number: "③",
          name: "九州ＭａａＳプロジェクト",
          purpose: "官民で九州ＭａａＳを構築し、公共交通の維持・確保と観光の振興を図る。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "九州ＭａａＳ参画事業者数：６０社局",
          theme: "digital",
          indicators: [
            {
              code: "ANS-2-3-a",
              name: "九州MaaS参画事業者数",
              unit: "社局",
              // A state: who takes part at the end of the year.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "0", text: "現状：０社局", asOf: null },
              target: { value: "60", text: "R９年の目標：６０社局", due: "R9", year: "R9" },
              roadmap: [cell("R9", "60", "60 社局")],
              reporting: {
                reporters: ["kyukeiren"],
                aggregation: "single",
                note: "九州MaaSの推進組織は経済界が事務局を担うため、九経連が参画事業者数を報告する。",
              },
            },
          ],
        },
      ],
    },
    {
      code: "ANS-3",
      number: "(3)",
      name: "激甚化する災害への備え",
      projects: [
        {
          code: "ANS-3-1",
          number: "①",
          name: "電力・通信等のインフラ復旧連携プロジェクト",
          purpose: "電力・通信等のインフラ事業者との官民連携により、災害時の早期復旧を目指す。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "災害復旧訓練：九州全県で実施",
          indicators: [
            {
              code: "ANS-3-1-a-1",
              name: "インフラ事業者との災害復旧に係る連携体制の構築：各県と事業者間の協定",
              unit: "",
              // A state in words at the end of the year.
              series: "stock",
              direction: "milestone",
              valueKind: "text",
              baseline: { value: null, text: "現状：全県で協定締結なし", asOf: null },
              target: { value: null, text: "※初年度に基本協定を締結", due: "初年度", year: "R2" },
              roadmap: [words("R2", "協定締結に向けた協議"), words("R3", "締結済み")],
              reporting: onceByLead(
                "全県での締結状況を取りまとめる幹事県が、当年度の到達状況を言葉で報告する。",
              ),
            },
            {
              code: "ANS-3-1-a-2",
              name: "インフラ事業者との災害復旧に係る連携体制の構築：連携訓練",
              unit: "",
              // A state in words at the end of the year.
              series: "stock",
              direction: "milestone",
              valueKind: "text",
              baseline: { value: null, text: "現状：連携訓練の実施なし", asOf: null },
              target: {
                value: null,
                text: "目標：インフラ事業者との連携訓練を九州・山口各県で実施",
                due: "R6",
                year: "R6",
              },
              roadmap: [
                words("R2", "実施なし"),
                words("R3", "実施なし"),
                words("R4", "複数県で実施"),
                words("R5", "全県で実施"),
                words("R6", "全県で実施"),
              ],
              reporting: onceByLead(
                "各県での訓練の実施状況を取りまとめる幹事県が、当年度の到達状況を言葉で報告する。",
              ),
            },
          ],
        },
        {
          code: "ANS-3-2",
          number: "②",
          name: "想定最大規模の災害に備えたハザードマップ作成プロジェクト",
          purpose:
            "想定最大規模の災害に対応したハザードマップの作成と公表を進め、住民の適切な避難行動につなげる。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "作成率：100％",
          indicators: [
            {
              code: "ANS-3-2-a",
              name: "洪水・高潮等に関する浸水想定・ハザードマップを作成する市町村の割合",
              unit: "％",
              // A state: the municipalities that have their maps.
              series: "stock",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "32.7", text: "現状（洪水）：３２．７％（R1.10）", asOf: "R1.10" },
              target: { value: "100", text: "目標：１００．０％（R６）", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "50", "50.0 ％"),
                cell("R3", "80", "80.0 ％"),
                cell("R4", "85", "85.0 ％"),
                cell("R5", "90", "90.0 ％"),
                cell("R6", "100", "100 ％"),
              ],
              reporting: ratioOverPrefectures(
                "各県が対応を要する市町村数（分母）と作成済みの市町村数（分子）を報告し、合計から割合を求める。",
              ),
            },
          ],
        },
        {
          code: "ANS-3-3",
          number: "③",
          name: "防災・減災ＤＸプロジェクト",
          purpose:
            "デジタル技術の活用と好事例の横展開により、災害対応の迅速化・広域化・高度化を図る。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "デジタル技術を活用した災害対応能力の向上に資する新たな取組件数：９件",
          theme: "digital",
          indicators: [
            {
              code: "ANS-3-3-a",
              name: "デジタル技術を活用した災害対応能力の向上に資する新たな取組件数",
              unit: "件",
              // New measures since R5 add up: one in each prefecture.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：－", asOf: null },
              target: { value: "9", text: "R９年の目標：９件", due: "R9", year: "R9" },
              roadmap: [cell("R9", "9", "9 件")],
              reporting: summedOverPrefectures(
                "各県が令和5年度以降に実施し成果につながると認めた取組の件数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "ANS-4",
      number: "(4)",
      name: "女性目線の防災・減災対策",
      theme: "women",
      projects: [
        {
          code: "ANS-4-1",
          number: "①",
          name: "女性や子ども等にも配慮した避難所運営円滑化プロジェクト",
          purpose:
            "女性や子ども等の視点を取り入れた共通の避難所運営マニュアル基本モデルを策定し、避難所運営の円滑化を図る。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "ﾏﾆｭｱﾙ基本ﾓﾃﾞﾙ：R3策定",
          indicators: [
            {
              code: "ANS-4-1-a",
              name: "九州・山口版「避難所運営マニュアル基本モデル」の策定",
              unit: "",
              // A state in words at the end of the year.
              series: "stock",
              direction: "milestone",
              valueKind: "text",
              baseline: { value: null, text: "現状：なし", asOf: null },
              target: {
                value: null,
                text: "目標：Ｒ３年度策定 ※Ｒ４年度以降、必要に応じた改訂",
                due: "R3年度",
                year: "R3",
              },
              roadmap: [
                words("R2", "策定作業実施"),
                words("R3", "策定完了"),
                words("R4", "（必要に応じた改訂）"),
                words("R5", "（必要に応じた改訂）"),
                words("R6", "（必要に応じた改訂）"),
              ],
              reporting: onceByLead(
                "基本モデルは圏域で一つであるため、幹事県が策定・改訂の状況を言葉で報告する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "ANS-5",
      number: "(5)",
      name: "災害に強い健全な森林整備の推進",
      theme: "gx",
      projects: [
        {
          code: "ANS-5-1",
          number: "①",
          name: "九州・山口の森林で二酸化炭素吸収 緑のＫＹＵ‐ＳＨＵプロジェクト",
          purpose:
            "主伐後の適切な再造林を推進し、災害に強く二酸化炭素の吸収に資する健全な森林をつくる。",
          firstFy: "R4",
          lastFy: "R6",
          overviewText: "再造林による二酸化炭素森林吸収量：（69,890t-CO2）",
          indicators: [
            {
              code: "ANS-5-1-a",
              name: "再造林による二酸化炭素森林吸収量",
              unit: "t-CO2",
              // What the areas replanted in one year absorb.
              series: "annual",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "57027", text: "現状：５７，０２７ t-CO2（R２）", asOf: "R2" },
              target: {
                value: "69890",
                text: "目標：６９，８９０ t-CO2（R６）",
                due: "R6",
                year: "R6",
              },
              roadmap: [
                cell("R2", "57027", "57,027 t-CO2（R2）"),
                cell("R6", "69890", "69,890 t-CO2"),
              ],
              reporting: summedOverPrefectures(
                "各県が当年度の再造林面積から算定した吸収量を合算する。",
              ),
            },
          ],
        },
      ],
    },
  ],
};
