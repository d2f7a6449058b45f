import type { Decimal } from "#app/domain/figure/exact.ts";
import {
  type CellData,
  cell,
  type GoalData,
  type PolicyData,
  type PrintedYear,
  type ReportingData,
  words,
} from "#seeds/plans/plan-data.ts";

const byCity: ReportingData = {
  reporters: ["kurume"],
  aggregation: "single",
  note: "久留米市が自らの実績値を報告する。",
};

const years = ["H27", "H28", "H29", "H30", "H31"] as const satisfies readonly PrintedYear[];

/** The yearly targets, which are printed for each year of the plan, as value and text. */
function yearly(...targets: readonly (readonly [Decimal, string])[]): CellData[] {
  return targets.map(([value, text], index) => cell(years[index] ?? "H31", value, text));
}

/** The same target in each year of the plan. */
function everyYear(value: Decimal, text: string): CellData[] {
  return years.map((year) => cell(year, value, text));
}

/** A direction; the sheets count its KPIs and name none, so that there are no projects below it. */
function direction(code: string, number: string, name: string): PolicyData {
  return { code, number, name, projects: [] };
}

/** 基本目標１ to ５, as printed; see plan.ts. */
export const goals: readonly GoalData[] = [
  {
    code: "G1",
    number: "1",
    name: "安定した雇用を創出する",
    lead: "kurume",
    outcomes: [
      {
        code: "T1",
        name: "基準年を上回る年間新規雇用者数を毎年創出する",
        unit: "人",
        // The persons newly employed in one year; every year is held against the base year.
        series: "annual",
        direction: "at_least",
        valueKind: "count",
        baseline: { value: "16507", text: "16,507人", asOf: "H26年度" },
        target: {
          value: "16507",
          text: "基準年を毎年上回る（16,507人以上）",
          due: "毎年",
          year: "H31",
          bound: "at_least",
        },
        roadmap: everyYear("16507", "16,507人以上"),
        reporting: byCity,
      },
      {
        code: "T2",
        name: "市内の大学等の新卒者の市内企業への就職率",
        unit: "％",
        // The rate of one year's graduates.
        series: "annual",
        direction: "increase",
        valueKind: "rate",
        // The text prints 12.1 ％, the table 12 ％; the published marks follow from 12.1.
        baseline: { value: "12.1", text: "12.1%（文中）／12％（表中）", asOf: "H26年度" },
        target: { value: "17", text: "17%（H31年度）", due: "H31年度", year: "H31" },
        roadmap: yearly(
          ["13", "13.0%"],
          ["14", "14.0%"],
          ["15", "15.0%"],
          ["16", "16.0%"],
          ["17", "17.0%"],
        ),
        reporting: byCity,
      },
    ],
    activities: [
      {
        name: "①関連：耳納北麓（職遊一体型）グリーンアルカディア創生パッケージ（新たな産業拠点整備事業）",
      },
      {
        name: "③関連：雇用・就労応援パッケージ（久留米でやってみん農・就農なんでん応援事業）",
      },
      {
        name: "④関連：雇用・就労応援パッケージ（「久留米で創業」応援事業、学生・企業Win^2事業）",
      },
    ],
    policies: [
      direction("D1", "①", "ものづくりなど 頑張る企業を地域で応援する"),
      direction("D2", "②", "医療の集積を活かす"),
      direction("D3", "③", "職業としての農業の魅力を高める"),
      direction("D4", "④", "久留米市での就業を応援する"),
    ],
  },
  {
    code: "G2",
    number: "2",
    name: "久留米市への新しい人の流れをつくる",
    lead: "kurume",
    outcomes: [
      {
        code: "T3",
        name: "大都市圏への転出超過数",
        unit: "人／年",
        // The mean of the years so far, each of which is one year's balance of moves.
        series: "annual",
        direction: "decrease",
        valueKind: "count",
        baseline: { value: "650", text: "650人／年（H24～26年度平均）", asOf: "H24～26年度平均" },
        target: {
          value: "550",
          text: "5年間の平均 550人／年（H31年度までの5年間平均）",
          due: "H27～31平均",
          year: "H31",
        },
        roadmap: everyYear("550", "550人"),
        reporting: {
          derivation: "running_mean_of",
          parts: ["T3-s"],
          note: "目標が5年間の平均であるため、H27年度からその年度までの単年の転出超過数の平均とする。",
        },
        places: 0,
      },
      {
        code: "T4",
        name: "年間観光客数",
        unit: "万人",
        series: "annual",
        direction: "increase",
        valueKind: "count",
        baseline: { value: "515", text: "515万人", asOf: null },
        target: { value: "700", text: "700万人", due: "H31", year: "H31" },
        roadmap: yearly(
          ["530", "530万人"],
          ["600", "600万人"],
          ["650", "650万人"],
          ["680", "680万人"],
          ["700", "700万人"],
        ),
        reporting: byCity,
      },
    ],
    parts: [
      {
        code: "T3-s",
        name: "大都市圏への転出超過数（単年）",
        unit: "人／年",
        series: "annual",
        direction: "decrease",
        valueKind: "count",
        baseline: { value: null, text: null, asOf: null },
        target: { value: null, text: "（単年の目標なし）", due: null, year: null },
        roadmap: [],
        reporting: byCity,
      },
    ],
    activities: [
      {
        name: "⑥関連・移住・定住安心サポートパッケージ（移住サポート事業、文化芸術・スポーツによる楽しみ創出事業）",
      },
      {
        name: "⑦関連・耳納北麓（職遊一体型）グリーンアルカディア創生パッケージ（耳納北麓観光振興事業）",
      },
      {
        name: "⑦関連・オール久留米で観光客獲得パッケージ（MICE誘致推進事業、インバウンド推進のための環境整備事業、西鉄沿線周遊観光推進事業、久留米版DMO設置事業）",
      },
    ],
    policies: [
      direction("D5", "⑤", "久留米を知って感じてもらう"),
      direction("D6", "⑥", "希望の暮らしをサポートする"),
      direction("D7", "⑦", "観光と文化で人を呼び込む"),
    ],
  },
  {
    code: "G3",
    number: "3",
    name: "若い世代の結婚・妊娠・出産・子育ての希望をかなえる",
    lead: "kurume",
    outcomes: [
      {
        code: "T5",
        name: "子育てしやすいまちだと思う市民の割合",
        unit: "％",
        // A state: what a survey of the year finds.
        series: "stock",
        direction: "increase",
        valueKind: "rate",
        baseline: { value: "70.8", text: "70.8%", asOf: "H26年度" },
        target: { value: "80", text: "80%", due: "H31年度", year: "H31" },
        roadmap: yearly(
          ["72", "72.0%"],
          ["73", "73.0%"],
          ["75", "75.0%"],
          ["78", "78.0%"],
          ["80", "80.0%"],
        ),
        reporting: byCity,
      },
    ],
    activities: [
      {
        // 雇用・就業 as printed; the packages of 基本目標１ are named 雇用・就労.
        name: "⑧関連：雇用・就業応援パッケージ（ワーク・ライフ・バランス応援事業、女性活躍促進事業）",
      },
      { name: "⑨関連：移住・定住安心サポートパッケージ（子育てつよーいみかた事業）" },
    ],
    policies: [
      direction("D8", "⑧", "希望がかなう就労環境を整える"),
      direction("D9", "⑨", "結婚から子育て、教育までの不安を軽くし希望の実現を後押しする"),
    ],
  },
  {
    code: "G4",
    number: "4",
    name: "安心な暮らしを守る",
    lead: "kurume",
    outcomes: [
      {
        code: "T6",
        name: "住み続けたいと思う市民の割合",
        unit: "％",
        // A state: what a survey of the year finds.
        series: "stock",
        direction: "increase",
        valueKind: "rate",
        baseline: { value: "75.4", text: "75.4%", asOf: "H26年度" },
        target: { value: "80", text: "80%", due: "H31年度", year: "H31" },
        roadmap: yearly(
          ["76", "76.0%"],
          ["77", "77.0%"],
          ["78", "78.0%"],
          ["79", "79.0%"],
          ["80", "80.0%"],
        ),
        reporting: byCity,
      },
    ],
    activities: [
      {
        name: "⑩関連・耳納北麓グリーンアルカディア創生パッケージ（久大本線新駅の設置促進事業）",
      },
      { name: "⑩関連・移住・定住安心サポートパッケージ（空き家活用新生活推進事業）" },
    ],
    policies: [
      direction(
        "D10",
        "⑩",
        "中心拠点と地域生活拠点の機能を高め、暮らし続けられるコンパクトなまちをつくる",
      ),
      direction("D11", "⑪", "健康で安心して暮らせる日常を守る"),
    ],
  },
  {
    code: "G5",
    number: "5",
    name: "広域拠点の役割を果たす",
    lead: "kurume",
    outcomes: [
      {
        code: "T7",
        name: "久留米市の滞在人口",
        unit: "人",
        series: "stock",
        direction: "at_least",
        valueKind: "count",
        baseline: {
          value: null,
          text: "平日485,900人／休日487,400人（H26年）",
          asOf: "H26年",
        },
        target: {
          value: null,
          text: "基準値滞在人口を維持（H31年）",
          due: "H31年",
          year: "H31",
        },
        roadmap: years.map((year) => words(year, "滞在人口を維持")),
        reporting: {
          derivation: "each_of",
          parts: ["T7-a", "T7-b"],
          note: "平日と休日の滞在人口のそれぞれを基準値と比べる。",
        },
      },
    ],
    parts: [
      {
        code: "T7-a",
        name: "久留米市の滞在人口（平日）",
        unit: "人",
        series: "stock",
        direction: "at_least",
        valueKind: "count",
        baseline: { value: "485900", text: "平日485,900人", asOf: "H26年" },
        // 維持: not below the baseline, in every year.
        target: {
          value: "485900",
          text: "基準値滞在人口を維持（H31年）",
          due: "H31年",
          year: "H31",
          bound: "at_least",
        },
        roadmap: everyYear("485900", "滞在人口を維持"),
        reporting: byCity,
      },
      {
        code: "T7-b",
        name: "久留米市の滞在人口（休日）",
        unit: "人",
        series: "stock",
        direction: "at_least",
        valueKind: "count",
        baseline: { value: "487400", text: "休日487,400人", asOf: "H26年" },
        target: {
          value: "487400",
          text: "基準値滞在人口を維持（H31年）",
          due: "H31年",
          year: "H31",
          bound: "at_least",
        },
        roadmap: everyYear("487400", "滞在人口を維持"),
        reporting: byCity,
      },
    ],
    activities: [
      { name: "圏域全体の経済成長のけん引" },
      { name: "高次の都市機能の集積・強化" },
      { name: "圏域全体の生活関連機能サービスの向上" },
    ],
    policies: [
      direction(
        "D12",
        "⑫",
        "連携中枢都市圏として圏域の魅力を高め、大都市圏への人の流れを食い止める",
      ),
    ],
  },
];
