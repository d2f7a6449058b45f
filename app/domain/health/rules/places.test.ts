import { describe, expect, it } from "vitest";
import { indicator, node, plan, told } from "#tests/factories/health.ts";
import { duplicates } from "./duplicates.ts";
import { namesDiffer, repostMarks } from "./names.ts";
import { printedDifferently } from "./printed-differently.ts";
import { sameIndicatorDiffers } from "./same-indicator.ts";

const share = (code: string, baseline: [string, string], fy: number) =>
  indicator({
    code,
    name: "地域や社会をもっとよくしたいと考えている子どもの割合",
    unit: "％",
    baseline: { value: baseline[0], text: baseline[1] },
    target: { value: "73", text: "目標：73％", fy },
  });

describe("one indicator in two places", () => {
  it("with different baselines and due years", () => {
    const two = [share("a", ["54.5", "54.5％ R1"], 2024), share("b", ["47", "47％ Ｒ３"], 2027)];
    expect(told(sameIndicatorDiffers(plan(two)))).toEqual([
      "same-indicator.differs: 54.5％ R1 | 目標：73％ | 令和6（2024）年度 | 47％ Ｒ３ | 目標：73％ | 令和9（2027）年度",
    ]);
  });

  it("is two things where nothing but the name is the same", () => {
    const jobs = (code: string, value: string) =>
      indicator({
        code,
        name: "新規雇用",
        baseline: { value: null },
        target: { value, text: `${value}人` },
      });
    expect(told(sameIndicatorDiffers(plan([jobs("a", "110"), jobs("b", "150")])))).toEqual([
      "same-indicator.homonyms: 110人 | 150人",
    ]);
  });

  it("is counted in two ways where one is the running total of the other", () => {
    const annual = indicator({ code: "a", target: { value: "15800" } });
    const total = indicator({ code: "o", derivation: "running_total_of", parts: ["a"] });
    expect(sameIndicatorDiffers(plan([annual, total]))).toEqual([]);
  });
});

describe("duplicates without 再掲", () => {
  const shown = (...nodes: string[]) => nodes.map((code) => ({ node: code }));

  it("are told once for a block of indicators", () => {
    const block = ["a", "b"].map((code) =>
      indicator({ code, name: code, places: shown("P", "Q") }),
    );
    expect(told(duplicates(plan(block, [node("P"), node("Q")])))).toEqual([
      "duplicate.shared: a | b | 取組P | 取組Q",
    ]);
  });

  it("are none where the place is an outcome, a 再掲, or of a project that is one", () => {
    const outcome = indicator({ places: [{}, { node: "G", role: "outcome" }] });
    const reposted = indicator({ places: [{}, { node: "Q", isRepost: true }] });
    const inRepost = indicator({ places: shown("P", "R") });
    const nodes = [node("P"), node("G"), node("Q"), node("R", { repostOf: "P" })];
    for (const one of [outcome, reposted, inRepost])
      expect(duplicates(plan([one], nodes))).toEqual([]);
  });

  const visitors = (code: string, name: string, h27: string) =>
    indicator({
      code,
      name,
      unit: "人",
      actuals: [
        { fy: 2015, value: h27, text: `${h27}人` },
        { fy: 2016, value: "6239", text: "6239人" },
      ],
    });

  it("are twins of one definition, and namesakes by their results: 6,763 and 6,764", () => {
    const twins = [indicator({ code: "a" }), indicator({ code: "b", home: "Q" })];
    expect(told(duplicates(plan(twins)))[0]).toContain("duplicate.identical");
    const two = [visitors("a", "視察等受入人数", "6763"), visitors("b", "アジア人材受入", "6764")];
    expect(told(duplicates(plan(two)))[0]).toContain("duplicate.same_actuals");
    expect(told(printedDifferently(plan(two)))).toEqual([
      "printed-differently.actuals: H27：6763人 | H27：6764人",
    ]);
    const others = [visitors("a", "視察等受入人数", "6763"), visitors("b", "宿泊者", "9000")];
    expect(duplicates(plan(others))).toEqual([]);
  });
});

describe("what places print differently", () => {
  const texts = (text: string) =>
    told(printedDifferently(plan([indicator({ baseline: { text } })])));

  it("within one text", () => {
    expect(texts("12.1%（文中）／12％（表中）")).toHaveLength(1);
    expect(texts("現状：０件（概要）／R４年度 -（個票）")).toHaveLength(1);
    expect(texts("１0（概要）／１０ 件（累計）（個票）")).toEqual([]);
    expect(texts("平日485,900人／休日487,400人（H26年）")).toEqual([]);
  });

  it("as noted with the place", () => {
    const noted = indicator({ places: [{}, { node: "Q", printedDifferently: "累計48人" }] });
    expect(told(printedDifferently(plan([noted])))).toEqual([
      "printed-differently.place: 累計48人",
    ]);
  });

  it("as the result of a twin: 4件 and 7件", () => {
    const joint = (code: string, value: string) =>
      indicator({ code, actuals: [{ fy: 2016, value, text: `累計${value}件` }] });
    expect(told(printedDifferently(plan([joint("a", "4"), joint("b", "7")])))).toEqual([
      "printed-differently.actuals: H28：累計4件 | H28：累計7件",
    ]);
  });
});

describe("names", () => {
  it("differ where neither holds the other: 事業数 and 事業所数", () => {
    const named = (own: string, there: string) =>
      told(namesDiffer(plan([indicator({ name: own, places: [{ name: there }] })])));
    expect(named("研究開発・実証等の事業数", "先端技術活用をした事業所数")).toHaveLength(1);
    expect(named("連携体制の構築：連携訓練", "連携体制の構築")).toEqual([]);
    expect(named("がん検診受診率：乳がん", "がん検診受診率（再掲）：乳がん")).toEqual([]);
  });

  it.each([
    ["観光消費額：50件", "外国人観光客の消費額", 0],
    ["子ども率：50件", "考えている子どもの割合", 0],
    ["リスキリングプログラム参加者数：50件", "リスキリングのための講座等参加者数", 1],
  ])("of the overview abbreviate the indicator's: %s", (overviewText, name, count) => {
    const shown = plan([indicator({ name })], [node("P", { overviewText })]);
    expect(namesDiffer(shown)).toHaveLength(count);
  });

  it("of a 再掲 follow the original", () => {
    const nodes = (name: string) => [
      node("P", { name: "温泉プロジェクト" }),
      node("R", { name, repostOf: "P" }),
    ];
    expect(namesDiffer(plan([], nodes("温泉プロジェクト（再掲）")))).toEqual([]);
    expect(namesDiffer(plan([], nodes("空港プロジェクト（再掲）")))).toHaveLength(1);
  });

  it("say 再掲 where all is 再掲", () => {
    const only = indicator({ places: [{ node: "Q" }, { node: "P", isRepost: true }] });
    expect(told(repostMarks(plan([only], [node("P"), node("Q")])))).toEqual([
      "repost-mark.missing: 取組P",
    ]);
  });
});
