import type { GoalData, PolicyData, ProjectData, ReportingData } from "#seeds/plans/plan-data.ts";

const byCity: ReportingData = {
  reporters: ["mine"],
  aggregation: "single",
  note: "美祢市が自らの実績値を報告する。",
};

const term = { firstFy: "H27", lastFy: "H31" } as const;

/** A measure of which the document at hand has the name only. */
function measure(code: string, name: string): ProjectData {
  return { code, number: code, name, ...term, indicators: [] };
}

const livingTogether: PolicyData = {
  code: "1-1",
  number: "1-1",
  name: "共生がつなぐ仕事づくり",
  projects: [
    {
      code: "1-1-1",
      number: "1-1-1",
      name: "共生への意識醸成",
      ...term,
      indicators: [
        {
          code: "1-1-1-a",
          name: "美祢社会復帰促進センターでの作業・職業訓練に関わる市内企業の数",
          unit: "企業",
          // A state: the companies that take part at the end of the year.
          series: "stock",
          direction: "increase",
          valueKind: "count",
          baseline: { value: "8", text: "8 企業 (H26)", asOf: "H26" },
          target: { value: "10", text: "10 企業", due: "H31", year: "H31" },
          roadmap: [],
          reporting: byCity,
        },
      ],
      activities: [
        {
          name: "刑務作業等への市内企業の参入支援",
          bars: [{ from: "H28", to: "H31", text: "市内企業への協力要請と参入支援" }],
        },
        {
          name: "センター生の就労体験の機会の提供と労働力の活用",
          bars: [{ from: "H28", to: "H31", text: "市内企業への協力要請及び協力企業の創出" }],
        },
        {
          name: "センター生の社会復帰に向けた支援環境づくり",
          bars: [{ from: "H28", to: "H31", text: "関係機関、団体、地元と連携した支援体制の構築" }],
        },
        {
          name: "総合支援学校生の就労支援体制づくり",
          bars: [{ from: "H28", to: "H31", text: "市内企業への就労支援の実施" }],
        },
      ],
    },
    {
      code: "1-1-2",
      number: "1-1-2",
      name: "起業・事業所誘致の推進",
      ...term,
      indicators: [
        {
          code: "1-1-2-a",
          name: "誘致・進出企業数",
          unit: "社",
          series: "cumulative",
          direction: "increase",
          valueKind: "count",
          // One year's figure beside a total of five years: the same number, as printed.
          baseline: { value: "2", text: "2 社 (H25)", asOf: "H25" },
          target: { value: "2", text: "2 社 (5 年間累計)", due: "H27–H31", year: "H31" },
          roadmap: [],
          reporting: byCity,
        },
      ],
      activities: [
        {
          name: "空き店舗の活用、家賃・店舗改修の助成",
          bars: [{ from: "H28", to: "H31", text: "空き店舗の有効活用に向けた支援の実施" }],
        },
        {
          name: "企業の誘致活動・訪問活動の実施",
          bars: [{ from: "H28", to: "H31", text: "プロモーション・訪問活動の実施" }],
        },
        {
          name: "中小企業制度融資等による資金支援の充実",
          bars: [
            { from: "H27", text: "資金調達への支援" },
            { from: "H28", to: "H31", text: "円滑な資金調達への支援・利便性の向上" },
          ],
        },
      ],
    },
    {
      code: "1-1-3",
      number: "1-1-3",
      name: "地元企業の活性化・人材育成への支援",
      ...term,
      indicators: [
        {
          code: "1-1-3-a",
          name: "市内企業の合同会社説明会の開催回数",
          unit: "回",
          series: "cumulative",
          direction: "increase",
          valueKind: "count",
          baseline: { value: null, text: "—", asOf: null },
          target: { value: "4", text: "4回(累計)", due: "H31", year: "H31" },
          roadmap: [],
          reporting: byCity,
        },
        {
          code: "1-1-3-b",
          name: "市内の高校の卒業生の美祢市への就職率",
          unit: "%",
          // The rate of one year's graduates.
          series: "annual",
          direction: "increase",
          valueKind: "rate",
          baseline: { value: "23", text: "23.0%", asOf: null },
          target: { value: "30", text: "30%", due: "H31", year: "H31" },
          roadmap: [],
          reporting: byCity,
        },
      ],
      // The schedule of this measure lost its cells when the document was converted.
      activities: [
        { name: "市内事業所の雇用の安定化確保 (求職者向け相談窓口、人材育成等)" },
        { name: "市内企業の合同就職説明会の開催支援" },
        { name: "市内企業への就業体験 (インターンシップ) の支援" },
        { name: "事業後継者育成 (事業継承・起業等) に対する支援" },
      ],
    },
  ],
};

/** 基本目標１ to ４, as printed; see plan.ts. */
export const goals: readonly GoalData[] = [
  {
    code: "G1",
    number: "1",
    name: "美祢市の資源を活用した「雇用をつくる」",
    lead: "mine",
    outcomes: [
      {
        code: "G1-t1",
        name: "完全失業率",
        unit: "%",
        // A state: what the census finds.
        series: "stock",
        direction: "decrease",
        valueKind: "rate",
        baseline: { value: "4.68", text: "4.68%(H22)", asOf: "H22" },
        target: { value: "3.4", text: "3.40%", due: "H31", year: "H31" },
        roadmap: [],
        reporting: byCity,
      },
    ],
    policies: [
      livingTogether,
      {
        code: "1-2",
        number: "1-2",
        name: "観光立市を牽引する産業・雇用の創出",
        projects: [
          measure("1-2-1", "秋吉台を核とした感動できる観光地づくり"),
          measure("1-2-2", "グローバル観光戦略の推進"),
          measure("1-2-3", "観光産業の展開による地域経済の活性化"),
        ],
      },
      {
        code: "1-3",
        number: "1-3",
        name: "農林資源の高付加価値化による雇用の創出",
        projects: [
          measure("1-3-1", "地域ブランドの育成と六次産業化の推進"),
          measure("1-3-2", "農林業の担い手の育成"),
        ],
      },
    ],
  },
  {
    code: "G2",
    number: "2",
    name: "惹きつける魅力を活かした美祢市への「ひとの流れづくり」",
    lead: "mine",
    outcomes: [
      {
        code: "G2-t1",
        name: "美祢市の認知度",
        // 点 as printed, though a note defines it as a share.
        unit: "点",
        // A state: what a survey of the year finds.
        series: "stock",
        direction: "increase",
        valueKind: "index",
        baseline: { value: "11.6", text: "11.6点(H26)", asOf: "H26" },
        target: { value: "25", text: "25.0点", due: "H31", year: "H31" },
        roadmap: [],
        reporting: byCity,
        source: "※認知度:各市町村についてどの程度知っているかの割合",
      },
      {
        code: "G2-t2",
        name: "観光交流人口",
        unit: "万人",
        // The visitors of one year.
        series: "annual",
        direction: "increase",
        valueKind: "count",
        baseline: { value: "136", text: "136万人(H25)", asOf: "H25" },
        target: { value: "250", text: "250万人", due: "H31", year: "H31" },
        roadmap: [],
        reporting: byCity,
      },
    ],
    policies: [
      {
        code: "2-1",
        number: "2-1",
        name: "美祢市の魅力が伝わるプロモーション活動",
        projects: [
          measure("2-1-1", "地域PR・プロモーションの推進"),
          measure("2-1-2", "国際交流の推進"),
        ],
      },
      {
        code: "2-2",
        number: "2-2",
        name: "住みたいと思わせる、おもてなしの提供",
        projects: [
          measure("2-2-1", "美祢ブランドの確立と活用"),
          measure("2-2-2", "移住推進体制の構築と定住支援"),
        ],
      },
      {
        code: "2-3",
        number: "2-3",
        name: "シルバー世代に選ばれる受け皿づくり",
        projects: [
          measure("2-3-1", "美祢市への定住支援・移住環境の整備"),
          measure("2-3-2", "介護・医療従事者の確保"),
        ],
      },
    ],
  },
  {
    code: "G3",
    number: "3",
    name: "美祢市で結婚・出産・子育ての希望がかなう環境づくりと「次世代の育成」",
    lead: "mine",
    outcomes: [
      {
        code: "G3-t1",
        name: "合計特殊出生率",
        unit: "",
        // The rate of one year.
        series: "annual",
        direction: "increase",
        valueKind: "index",
        baseline: { value: null, text: null, asOf: null },
        // One figure only, in the column of the target; it may as well be the present one.
        target: {
          value: null,
          text: "1.36（目標値の欄に記載。現状値の可能性あり）",
          due: "H31",
          year: "H31",
        },
        roadmap: [],
        reporting: byCity,
      },
    ],
    policies: [
      {
        code: "3-1",
        number: "3-1",
        name: "結婚へつながる、きっかけづくり",
        projects: [measure("3-1-1", "出会いの機会の創出")],
      },
      {
        code: "3-2",
        number: "3-2",
        name: "出産と子育てをサポートできる地域づくり",
        projects: [
          measure("3-2-1", "子育て世代の負担軽減"),
          measure("3-2-2", "子育てが楽しい環境づくり"),
        ],
      },
      {
        code: "3-3",
        number: "3-3",
        name: "ジオパーク活動を通して育む郷土愛",
        projects: [measure("3-3-1", "郷土に誇りが持てる教育活動")],
      },
    ],
  },
  {
    code: "G4",
    number: "4",
    name: "美祢市にずっと住みたくなる「まちの基盤づくり」",
    lead: "mine",
    outcomes: [
      {
        code: "G4-t1",
        name: "美祢市が住みよいと感じる人の割合",
        unit: "%",
        // A state: what a survey of the year finds.
        series: "stock",
        direction: "increase",
        valueKind: "rate",
        baseline: { value: null, text: null, asOf: null },
        // One figure only, in the column of the target; it may as well be the present one.
        target: {
          value: null,
          text: "58.8%（目標値の欄に記載。現状値の可能性あり）",
          due: "H31",
          year: "H31",
        },
        roadmap: [],
        reporting: byCity,
      },
    ],
    policies: [
      {
        code: "4-1",
        number: "4-1",
        name: "トップクラスの安全・安心なまちづくり",
        projects: [
          measure("4-1-1", "防犯・防災対策の充実"),
          measure("4-1-2", "医療と地域包括ケアの連携強化"),
        ],
      },
      {
        code: "4-2",
        number: "4-2",
        name: "住み続けられるネットワークづくり",
        projects: [
          measure("4-2-1", "地域公共交通網の利便性の確保"),
          measure("4-2-2", "公共施設の適正化と地域コミュニティの拠点づくり"),
          measure("4-2-3", "高校・大学や企業等との連携と協働によるまちづくり"),
        ],
      },
    ],
  },
];
