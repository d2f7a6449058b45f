import { describe, expect, it } from "vitest";
import { cell, indicator, node, plan, told } from "#tests/factories/health.ts";
import { targetPace } from "./pace.ts";
import { targetReached } from "./reached.ts";
import { targetAgainstOverview, targetAgainstRoadmap } from "./target-places.ts";

describe("target and roadmap", () => {
  it("finds 海外留学者: 1,240人 on the page, 1,500人 at the end of the roadmap", () => {
    const abroad = indicator({
      target: { value: "1240", text: "目標：1,240 人（累計）" },
      roadmap: [cell(2023, "1200", { text: "1,200 人" }), cell(2024, "1500", { text: "1,500 人" })],
    });
    expect(told(targetAgainstRoadmap(plan([abroad])))).toEqual([
      "target-roadmap.differs: 目標：1,240 人（累計） | R6：1,500 人",
    ]);
  });

  it("holds 移住者数 to the step of the year, not to the running total", () => {
    const migrants = indicator({
      series: "annual",
      roadmapCumulative: true,
      target: { value: "15800" },
      roadmap: [cell(2024, "71100", { increment: "15800" })],
    });
    expect(targetAgainstRoadmap(plan([migrants]))).toEqual([]);
  });

  it("compares the cell of the target year where later ones are open (※検討)", () => {
    const tourism = indicator({
      target: { value: "11", fy: 2023 },
      roadmap: [cell(2023, "11"), cell(2024, null, { undecided: true })],
    });
    expect(targetAgainstRoadmap(plan([tourism]))).toEqual([]);
  });

  it("misses the cell of the target year: ②研究開発件数 has ６１件 only", () => {
    const research = indicator({
      target: { value: "80", text: "Ｒ６年の目標：８０件" },
      roadmap: [cell(null, "61", { text: "６１件" })],
    });
    expect(told(targetAgainstRoadmap(plan([research])))).toEqual([
      "target-roadmap.no_cell: Ｒ６年の目標：８０件 | ６１件",
    ]);
  });

  it("finds a milestone due in the first year and reached in the second", () => {
    const agreement = indicator({
      direction: "milestone",
      target: { value: null, text: "※初年度に基本協定を締結", fy: 2020 },
      roadmap: [cell(2020, null, { text: "協議" }), cell(2021, null, { text: "締結済み" })],
    });
    expect(told(targetAgainstRoadmap(plan([agreement])))).toHaveLength(1);
    const manual = indicator({
      direction: "milestone",
      target: { value: null, text: "Ｒ３年度策定 ※Ｒ４年度以降、必要に応じた改訂", fy: 2021 },
      roadmap: [
        cell(2021, null, { text: "策定完了" }),
        cell(2022, null, { text: "（必要に応じた改訂）" }),
      ],
    });
    expect(targetAgainstRoadmap(plan([manual]))).toEqual([]);
  });
});

describe("target and overview", () => {
  it("finds 林：135件 where the page aims at 161", () => {
    const nodes = [node("P", { overviewText: "導入件数 農：5,300件 林：135件 水：178件" })];
    const three = plan(
      [
        indicator({ code: "a", name: "スマート農業技術の導入件数", target: { value: "5300" } }),
        indicator({ code: "b", name: "スマート林業技術の導入件数", target: { value: "161" } }),
        indicator({ code: "c", name: "スマート水産業技術の導入件数", target: { value: "178" } }),
      ],
      nodes,
    );
    const [only, ...more] = targetAgainstOverview(three);
    expect(more).toEqual([]);
    expect(only?.evidence.map((one) => one.indicator ?? one.node)).toEqual(["b", "P"]);
  });

  it.each([
    ["観光消費額：1.2兆円", "億円", "12000"],
    ["健康寿命の延伸：H28比1年以上", "年（H28比）", "1"],
    ["圏域内就職率：80％ 等", "％", "80"],
  ])("agrees with %s", (overviewText, unit, value) => {
    const shown = plan([indicator({ unit, target: { value } })], [node("P", { overviewText })]);
    expect(targetAgainstOverview(shown)).toEqual([]);
  });
});

describe("a target reached already", () => {
  const found = (...given: Parameters<typeof indicator>) =>
    told(targetReached(plan([indicator(...given)]))).map((text) => text.split(":")[0]);

  it("is one below its baseline: 21 hours, 21.25 at present", () => {
    expect(found({ baseline: { value: "21.25" }, target: { value: "21" } })).toEqual([
      "target-reached.surpassed",
    ]);
    const decrease = { direction: "decrease" as const };
    expect(found({ ...decrease, baseline: { value: "650" }, target: { value: "550" } })).toEqual(
      [],
    );
    expect(found({ ...decrease, baseline: { value: "500" }, target: { value: "550" } })).toEqual([
      "target-reached.surpassed",
    ]);
  });

  it("is one equal to its baseline, unless 維持 is what it says", () => {
    const same = { baseline: { value: "16507" }, target: { value: "16507" } };
    expect(found(same)).toEqual(["target-reached.equal"]);
    expect(found({ ...same, name: "就業者数の維持" })).toEqual([]);
  });

  it("is one that results have passed, unless every year asks for the same", () => {
    const actuals = [{ fy: 2021, value: "264", text: "264件" }];
    expect(found({ target: { value: "100" }, actuals })).toEqual(["target-reached.by_actual"]);
    const yearly = [2020, 2021, 2022].map((fy) => cell(fy, "100"));
    expect(found({ target: { value: "100" }, actuals, roadmap: yearly })).toEqual([]);
  });

  it("is not told by a baseline in another unit: 65人 beside 50人増/年", () => {
    const increase = { unit: "人増/年", baseline: { value: "65", text: "H26年度：65人" } };
    expect(found({ ...increase, target: { value: "50", text: "50人増/年" } })).toEqual([]);
  });
});

describe("a target slower than the present", () => {
  const total = (
    baseline: [value: string, text: string, asOf: string | null],
    target: [value: string, fy?: number, fromFy?: number],
  ) =>
    told(
      targetPace(
        plan([
          indicator({
            series: "cumulative",
            baseline: { value: baseline[0], text: baseline[1], asOf: baseline[2] },
            target: {
              value: target[0],
              text: "",
              fy: target[1] ?? 2024,
              fromFy: target[2] ?? null,
            },
          }),
        ]),
      ),
    );

  it("finds 事業承継: 2,207 a year after 2,635", () => {
    expect(total(["2635", "2,635件", "令和元年度"], ["11035"])).toEqual([
      "target-pace.slower:  | 2,635件 | 11,035 ÷ 5年（R2～R6） ＝ 年2,207件",
    ]);
  });
  it("finds 誘致企業: two in five years after two in one", () => {
    expect(total(["2", "2 社", "H25"], ["2"])[0]).toContain("target-pace.one_year");
  });
  it("tells the present pace kept on: 1,080 a year", () => {
    expect(total(["1080", "", "H30年度"], ["5400"])[0]).toContain("target-pace.same");
  });
  it("spreads a total of five years: 6,454 before, 7,000 aimed at", () => {
    expect(total(["6454", "", "H26～H30年度計"], ["7000"])).toEqual([]);
  });
  it("counts the years of the target: 3 in R3, 9 from R4 to R6", () => {
    expect(total(["3", "", "R3年度"], ["9", 2024, 2022])[0]).toContain("target-pace.same");
  });
  it("leaves running totals alone that the baseline is part of", () => {
    expect(total(["2005", "2,005件（これまでの累積）", null], ["5300"])).toEqual([]);
    expect(total(["1623", "", "R2年度"], ["8000"])).toEqual([]);
  });
});
