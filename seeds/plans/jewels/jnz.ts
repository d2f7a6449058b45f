import {
  cell,
  type GoalData,
  onceByLead,
  ratioOverPrefectures,
  shared,
  summedOverPrefectures,
  unplaced,
} from "#seeds/plans/plan-data.ts";

/** 人材活躍PT, as printed; see plan.ts. */
export const jnz: GoalData = {
  code: "JNZ",
  number: "3",
  name: "人材活躍PT",
  lead: "kumamoto",
  economicPartners: ["kyukeiren"],
  leaders: [
    { office: "熊本県知事", organisation: "kumamoto", inferred: true },
    { office: "九経連会長", organisation: "kyukeiren" },
  ],
  outcomes: [
    {
      code: "JNZ-o1",
      name: "働く若者（15～24歳）の増加",
      unit: "万人",
      // A state: how many young people are in work.
      series: "stock",
      direction: "increase",
      valueKind: "count",
      baseline: { value: "57", text: "現状：57万人", asOf: null },
      target: { value: "60", text: "60万人", due: null, year: "R6" },
      roadmap: [
        cell("R2", "56.8", "56.8万人"),
        cell("R3", "57.6", "57.6万人"),
        cell("R4", "58.4", "58.4万人"),
        cell("R5", "59.2", "59.2万人"),
        cell("R6", "60", "60万人"),
      ],
      reporting: onceByLead(
        "働く若者の数は圏域全体を統計から一括して把握するため、幹事県が報告する。",
      ),
    },
    shared("JNZ-2-1-a", "JNZ-o2", "外国人が働ける場の更なる拡大"),
    {
      code: "JNZ-o3",
      name: "女性（25～44歳）の就業率の向上",
      unit: "％",
      // A state: the share of women in work.
      series: "stock",
      direction: "increase",
      valueKind: "rate",
      baseline: { value: "78.7", text: "〃：78.7％", asOf: null },
      target: { value: "82", text: "82.0%", due: null, year: "R6" },
      roadmap: [
        cell("R2", "79.3", "79.3％"),
        cell("R3", "80", "80.0%"),
        cell("R4", "80.6", "80.6%"),
        cell("R5", "81.3", "81.3%"),
        cell("R6", "82", "82.0%"),
      ],
      reporting: onceByLead(
        "就業率は県ごとの値を合算できないため、幹事県が統計から圏域全体の値を報告する。",
      ),
    },
  ],
  policies: [
    {
      code: "JNZ-1",
      number: "(1)",
      name: "若年者（特に高卒者）の圏域内就職",
      projects: [
        {
          code: "JNZ-1-1",
          number: "①",
          name: "九州・山口で働く魅力発見・若者定着促進プロジェクト",
          purpose:
            "保護者も含めて地元企業への理解を深めるとともに、ＵＩＪターンの機会を創出し、若年者の圏域内就職と定着を促進する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "圏域内就職率：80％ 等",
          indicators: [
            {
              code: "JNZ-1-1-a-1",
              name: "高卒就職者の（ⅰ）九州・山口 圏域内就職率の向上",
              unit: "％",
              // The school leavers of one year.
              series: "annual",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "79.6", text: "（ⅰ）79.6％（R2.3卒）", asOf: "R2.3卒" },
              target: { value: "80", text: "（ⅰ）80.0％（R7.3卒）", due: "R7.3卒", year: "R6" },
              roadmap: [
                cell("R2", "78.1", "(ⅰ)78.1％"),
                cell("R3", "78.5", "(ⅰ)78.5％"),
                cell("R4", "79", "(ⅰ)79.0％"),
                cell("R5", "79.5", "(ⅰ)79.5％"),
                cell("R6", "80", "(ⅰ)80.0％"),
              ],
              reporting: ratioOverPrefectures(
                "各県が高卒就職者数（分母）と、そのうち圏域内に就職した者の数（分子）を報告し、合計から割合を求める。",
              ),
              source: "学校基本調査",
            },
            {
              code: "JNZ-1-1-a-2",
              name: "高卒就職者の（ⅱ）九州・山口各県 県内就職率の向上",
              unit: "％",
              // The school leavers of one year.
              series: "annual",
              direction: "increase",
              valueKind: "rate",
              baseline: { value: "69", text: "（ⅱ）69.0%（R2.3卒）", asOf: "R2.3卒" },
              target: { value: "70", text: "（ⅱ）70.0%（R7.3卒）", due: "R7.3卒", year: "R6" },
              roadmap: [
                cell("R2", "67.6", "(ⅱ)67.6％"),
                cell("R3", "68.2", "(ⅱ)68.2％"),
                cell("R4", "68.8", "(ⅱ)68.8％"),
                cell("R5", "69.4", "(ⅱ)69.4％"),
                cell("R6", "70", "(ⅱ)70.0％"),
              ],
              reporting: ratioOverPrefectures(
                "各県が高卒就職者数（分母）と、そのうち県内に就職した者の数（分子）を報告し、合計から割合を求める。",
              ),
              source: "高等学校卒業者の就職状況に関する調査",
            },
          ],
        },
      ],
    },
    {
      code: "JNZ-2",
      number: "(2)",
      name: "外国人材の受入・共生",
      projects: [
        {
          code: "JNZ-2-1",
          number: "①",
          name: "外国人材に選ばれる九州・山口ＷｉｎＷｉｎプロジェクト",
          purpose:
            "外国人材の受入環境の整備と多文化共生を進め、外国人材に選ばれる九州・山口を実現する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "外国人労働者雇用事業所数：32,500事業所",
          indicators: [
            {
              code: "JNZ-2-1-a",
              name: "外国人労働者雇用事業所数",
              unit: "事業所",
              // A state: the establishments at the end of October.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: {
                value: "23442",
                text: "現状：23,442 事業所（R2.10月末現在）",
                asOf: "R2.10月末",
              },
              target: {
                value: "32500",
                text: "目標：32,500 事業所（R6.10月末現在）",
                due: "R6.10月末",
                year: "R6",
              },
              roadmap: [
                cell("R2", "23300", "23,300 事業所"),
                cell("R3", "25600", "25,600 事業所"),
                cell("R4", "27900", "27,900 事業所"),
                cell("R5", "30200", "30,200 事業所"),
                cell("R6", "32500", "32,500 事業所"),
              ],
              reporting: summedOverPrefectures(
                "労働局が公表する県別の事業所数を各県が報告し、合算する。",
              ),
              source: "「外国人雇用状況」の届出状況集計結果",
            },
          ],
        },
      ],
    },
    {
      code: "JNZ-3",
      number: "(3)",
      name: "グローカル人材の育成",
      projects: [
        {
          code: "JNZ-3-1",
          number: "①",
          name: "グローカル人材コミュニティ形成・活用プロジェクト",
          purpose:
            "海外留学に関心を持つ若者と、社会で活躍するグローカル人材とが交流するコミュニティを形成・活用する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "コミュニティ参加者数：3,150人",
          indicators: [
            {
              code: "JNZ-3-1-a",
              name: "グローカル人材コミュニティへの参加者数",
              unit: "人",
              // 累計 is printed in the roadmap.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "913", text: "現状：913 人（Ｒ3年6月末時点）", asOf: "R3年6月末" },
              target: { value: "3150", text: "目標：3,150 人", due: "R6", year: "R6" },
              roadmap: [
                cell("R3", "450", "450 人"),
                cell("R4", "1350", "1,350 人"),
                cell("R5", "2250", "2,250 人"),
                cell("R6", "3150", "3,150 人"),
              ],
              // The roadmap begins in R3, the first full year of the community.
              firstFy: "R3",
              reporting: onceByLead(
                "コミュニティは圏域で一つであるため、運営を担う幹事県が累計参加者数を報告する。",
              ),
            },
          ],
        },
        {
          code: "JNZ-3-2",
          number: "②",
          name: "海外留学・海外進学支援プロジェクト",
          purpose:
            "各県の支援事業により海外留学・海外進学を後押しし、国際的に活躍できる人材を育成する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "留学・進学者数：1,240人",
          indicators: [
            {
              code: "JNZ-3-2-a",
              name: "各県の支援事業による海外留学者・進学者数",
              unit: "人",
              // Printed as 累計.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "56", text: "現状：56 人（R3年6月末現在）", asOf: "R3年6月末" },
              target: { value: "1240", text: "目標：1,240 人（累計）", due: "R6", year: "R6" },
              roadmap: [
                cell("R2", "300", "300人"),
                cell("R3", "600", "600 人"),
                cell("R4", "900", "900 人"),
                cell("R5", "1200", "1,200 人"),
                cell("R6", "1500", "1,500 人"),
              ],
              reporting: summedOverPrefectures(
                "各県の支援事業を利用した留学者・進学者数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
    {
      code: "JNZ-4",
      number: "(4)",
      name: "女性等の活躍",
      theme: "women",
      projects: [
        {
          code: "JNZ-4-1",
          number: "①",
          name: "各分野で活躍する九州・山口の女性のロールモデル発信プロジェクト",
          purpose:
            "各分野で活躍する女性のロールモデルを発信し、企業や行政における意思決定の場への女性の参画を促進する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "管理職に占める女性割合：30％",
          indicators: [shared("SGT-3-1-a", "JNZ-4-1-a", "管理的職業従事者に占める女性の割合")],
        },
      ],
    },
    {
      code: "JNZ-5",
      number: "(5)",
      name: "ＧＸ専門人材の育成",
      theme: "gx",
      projects: [
        {
          code: "JNZ-5-1",
          number: "①",
          name: "再生可能エネルギーの推進に資する専門人材の育成プロジェクト",
          purpose:
            "大学の学生や研究と地域の課題とを結び付け、再生可能エネルギーの推進を担う専門人材を育成する。",
          firstFy: "R2",
          lastFy: "R6",
          overviewText: "研究者数、再エネベンチャー企業数15人・件",
          indicators: [
            {
              code: "JNZ-5-1-a",
              name: "本プロジェクトに係る自治体と連携した研究者数、再エネ関連大学発ベンチャー企業数",
              unit: "人・件",
              // The plan does not say. Researchers and firms who take part now; who leaves is no longer counted.
              series: "stock",
              direction: "increase",
              valueKind: "count",
              baseline: { value: "7", text: "現状：7人・件", asOf: null },
              target: { value: "15", text: "目標：15人・件", due: "R6", year: "R6" },
              roadmap: [unplaced("7", "7人・件"), cell("R6", "15", "15人・件")],
              // The project joined the plan later, with the other GX projects; nothing is asked for before R4.
              firstFy: "R4",
              reporting: onceByLead(
                "大学ごとに県をまたいで連携しており、県別に数えると重複するため、幹事県が研究者数と企業数の合計を報告する。",
              ),
              source: "※就業構造基本調査",
            },
          ],
        },
      ],
    },
    {
      code: "JNZ-6",
      number: "(6)",
      name: "デジタル人材の育成・確保",
      theme: "digital",
      projects: [
        {
          code: "JNZ-6-1",
          number: "①",
          name: "デジタル人材育成プロジェクト",
          purpose:
            "大学・高専や産業界と連携し、ＤＸや半導体分野を担うデジタル人材を育成・確保する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "デジタル人材育成のための教育プログラム等参加者数:3,800人",
          indicators: [
            {
              code: "JNZ-6-1-a",
              name: "デジタル人材育成のための教育プログラム等参加者数",
              unit: "人",
              // Printed as 累計 over R5–R9.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：－", asOf: null },
              target: {
                value: "3800",
                text: "R９年の目標：３，８００人 ※R5～9年度累計",
                due: "R9",
                year: "R9",
              },
              roadmap: [cell("R9", "3800", "３，８００件（累計）")],
              reporting: summedOverPrefectures(
                "各県が対象とする教育プログラム等の参加者数（累計）を合算する。",
              ),
            },
          ],
        },
        {
          code: "JNZ-6-2",
          number: "②",
          name: "リカレント教育・リスキリングの機会提供推進プロジェクト",
          purpose:
            "リカレント教育・リスキリングの機会を提供し、ＤＸや半導体等の成長分野を支えるデジタル人材を育成・確保する。",
          firstFy: "R5",
          lastFy: "R9",
          overviewText: "リカレント教育・リスキリングプログラム参加者数：10,000人",
          indicators: [
            {
              code: "JNZ-6-2-a",
              name: "リカレント教育・リスキリングのための講座等参加者数",
              unit: "人",
              // Printed as 累計 over R5–R9.
              series: "cumulative",
              direction: "increase",
              valueKind: "count",
              baseline: { value: null, text: "現状：－", asOf: null },
              target: {
                value: "10000",
                text: "R９年の目標：１０，０００人 ※R5～9年度累計",
                due: "R9",
                year: "R9",
              },
              roadmap: [cell("R9", "10000", "１０，０００件（累計）")],
              reporting: summedOverPrefectures(
                "各県が対象とする講座等の参加者数（累計）を合算する。",
              ),
            },
          ],
        },
      ],
    },
  ],
};
