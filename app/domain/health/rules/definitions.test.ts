import { describe, expect, it } from "vitest";
import { cell, indicator, node, plan, told } from "#tests/factories/health.ts";
import {
  ratesWithoutParts,
  targetYears,
  withoutBaseline,
  withoutReporters,
  withoutSource,
  withoutTarget,
} from "./definitions.ts";
import { mixedMeasures } from "./mixed-measures.ts";
import { surveys } from "./survey.ts";
import { unitAgainstName } from "./unit-names.ts";
import { unitVariants } from "./units.ts";

describe("units", () => {
  it("vary in the roadmap: ３，８００件 of people", () => {
    const people = indicator({
      unit: "人",
      baseline: { value: null, text: "－" },
      target: { value: "3800", text: "３，８００人 ※R5～9年度累計" },
      roadmap: [cell(2027, "3800", { text: "３，８００件（累計）" })],
    });
    expect(told(unitVariants(plan([people])))).toEqual([
      "unit-variant.text: 人 | R9：３，８００件（累計）",
    ]);
  });

  it("vary in the overview, and in results: 社 and 0件", () => {
    const guests = indicator({
      unit: "名",
      baseline: { text: "" },
      target: { value: "6000", text: "" },
    });
    const nodes = [node("P", { overviewText: "研修参加者数：6,000人" })];
    expect(told(unitVariants(plan([guests], nodes)))).toHaveLength(1);
    const firms = indicator({
      unit: "社",
      baseline: { text: "" },
      target: { text: "" },
      actuals: [{ fy: 2015, value: "0", text: "0件" }],
    });
    expect(told(unitVariants(plan([firms])))).toEqual(["unit-variant.text: 社 | H27：0件"]);
  });

  it("agree where the large-number word is all that differs", () => {
    const money = indicator({
      unit: "億円",
      baseline: { text: "" },
      target: { value: "12000", text: "1.2兆円" },
      roadmap: [cell(2022, "10408", { text: "1兆408 億円" })],
    });
    expect(unitVariants(plan([money]))).toEqual([]);
  });

  it("are spelt in one way: 千t and 千トン", () => {
    const tons = ["千トン", "千トン", "千t"].map((unit, index) =>
      indicator({ code: `${index}`, unit, baseline: { text: "" }, target: { text: "" } }),
    );
    expect(told(unitVariants(plan(tons)))).toEqual(["unit-variant.spelling: 千トン | 千t"]);
  });

  const named = (name: string, unit: string) => unitAgainstName(plan([indicator({ name, unit })]));
  it.each([
    ["市内大学生地元就職者数（率）", "%"],
    ["マッチング成立件数", "組"],
    ["美祢市の認知度", "点"],
    ["環境改善を実施した事業所数", "件"],
  ])("do not fit the name: %s in %s", (name, unit) => expect(named(name, unit)).toHaveLength(1));
  it.each([
    ["外国人延べ宿泊者数", "万人泊"],
    ["九州MaaS参画事業者数", "社局"],
    ["合計特殊出生率", ""],
    ["がん検診受診率：乳がん", "％"],
    ["会社合同説明会：参加企業数", "社"],
  ])("fit the name: %s in %s", (name, unit) => expect(named(name, unit)).toEqual([]));

  it("do not fit what the overview calls it: 資金調達企業数：30％", () => {
    const rate = indicator({ name: "登壇企業の割合", unit: "％", target: { value: "30" } });
    const nodes = [node("P", { overviewText: "資金調達企業数：30％" })];
    expect(told(unitAgainstName(plan([rate], nodes)))).toEqual([
      "unit-name.kind: ％ | 資金調達企業数：30％",
    ]);
  });

  it("hold one kind of thing each", () => {
    expect(mixedMeasures(plan([indicator({ unit: "人・件" })]))).toHaveLength(1);
    const text = "平日485,900人／休日487,400人（H26年）";
    const two = indicator({ unit: "人", baseline: { value: null, text } });
    expect(told(mixedMeasures(plan([two])))[0]).toContain("mixed-measure.parts");
    const mean = indicator({
      baseline: { value: "650", text: "650人／年（H24～26年度平均）" },
      target: { text: "5年間の平均 550人／年" },
    });
    expect(told(mixedMeasures(plan([mean])))[0]).toContain("mixed-measure.periods");
    expect(mixedMeasures(plan([indicator()]))).toEqual([]);
  });
});

describe("what a definition lacks", () => {
  it("a target within the plan", () => {
    const airport = indicator({ target: { fy: 2028, text: "200万人（R10年度）" } });
    expect(told(targetYears(plan([airport, indicator()])))).toEqual([
      "target-year.outside: 200万人（R10年度） | R2～R9",
    ]);
    const open = indicator({ roadmap: [cell(2024, null, { undecided: true, text: "検討" })] });
    expect(told(targetYears(plan([open])))).toEqual(["target-year.undecided: R6：検討"]);
  });

  it("a target at all, or one that is known to be one", () => {
    const target = (text: string) =>
      told(withoutTarget(plan([indicator({ target: { value: null, text } })])));
    expect(target("改善（数値目標なし）")[0]).toContain("incomplete.target:");
    expect(target("58.8%（目標値の欄に記載）")[0]).toContain("incomplete.target_unclear:");
    const part = indicator({ target: { value: null }, places: [{ role: "part" }] });
    const words = indicator({ target: { value: null }, direction: "milestone" });
    expect(withoutTarget(plan([part, words]))).toEqual([]);
  });

  it("reporters, source, baseline and its year", () => {
    const bare = indicator({ reporters: [], source: " ", baseline: { value: null, text: null } });
    expect(withoutReporters(plan([bare, indicator()]))).toHaveLength(1);
    expect(withoutSource(plan([bare, indicator()]))).toHaveLength(1);
    expect(told(withoutBaseline(plan([bare])))[0]).toContain("incomplete.baseline:");
    const undated = indicator({ baseline: { text: "515万人", asOf: null } });
    expect(told(withoutBaseline(plan([undated])))[0]).toContain("incomplete.baseline_undated:");
    const old = indicator({ baseline: { text: "4.68%(H22)", asOf: "H22" } });
    expect(told(withoutBaseline(plan([old])))).toEqual(["incomplete.baseline_old: 4.68%(H22)"]);
    expect(withoutBaseline(plan([indicator()]))).toEqual([]);
  });

  it("numerator and denominator of a rate", () => {
    const rate = { valueKind: "rate" as const, unit: "％" };
    expect(ratesWithoutParts(plan([indicator({ ...rate, aggregation: "single" })]))).toHaveLength(
      1,
    );
    expect(ratesWithoutParts(plan([indicator({ ...rate, aggregation: "ratio" })]))).toEqual([]);
  });
});

describe("a source that cannot show it", () => {
  it("measures once in the term: 就業構造基本調査 in R4", () => {
    const women = indicator({
      name: "管理的職業従事者に占める女性の割合",
      source: "就業構造基本調査（H29年）",
    });
    expect(told(surveys(plan([women])))[0]).toContain("5年ごと（R2～R6の実施年：R4）");
    expect(
      surveys(plan([{ ...women, lastFy: 2027, target: { ...women.target, fy: 2027 } }])),
    ).toEqual([]);
  });

  it("measures every third year: H26, H29", () => {
    const survey = { surveyInterval: 3, surveyFy: 2014, source: null };
    const known = indicator({ ...survey, firstFy: 2015, lastFy: 2019, target: { fy: 2019 } });
    expect(told(surveys(plan([known])))[0]).toContain("3年ごと（H27～R1の実施年：H29）");
    expect(surveys(plan([{ ...known, surveyFy: 2015 }]))).toEqual([]);
  });

  it("measures something else, or the target only", () => {
    const copied = indicator({
      name: "再エネ関連大学発ベンチャー企業数",
      source: "※就業構造基本調査",
    });
    expect(told(surveys(plan([copied])))[0]).toContain("survey.unsuitable");
    const source = "※１ 独自調査（現状） ※２ 別の調査（目標）";
    expect(told(surveys(plan([indicator({ source })])))[0]).toContain("survey.two_sources");
  });
});
