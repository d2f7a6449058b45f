import { describe, expect, it } from "vitest";
import { cell, indicator, node, plan, told } from "#tests/factories/health.ts";
import { cumulativeUnderAnnual } from "./cumulative.ts";
import { roadmapBackwards } from "./roadmap-backwards.ts";
import { roadmapSum } from "./roadmap-sum.ts";

const cells = (first: number, ...values: string[]) =>
  values.map((value, index) => cell(first + index, value));

describe("a roadmap that goes backwards", () => {
  it("from one year to the next, in either direction", () => {
    const falling = indicator({ baseline: { value: "1" }, roadmap: cells(2020, "10", "30", "20") });
    expect(told(roadmapBackwards(plan([falling])))[0]).toContain("cells: R3：30 | R4：20");
    const ranks = { direction: "decrease" as const, baseline: { value: "15" } };
    expect(
      roadmapBackwards(plan([indicator({ ...ranks, roadmap: cells(2020, "10", "5") })])),
    ).toEqual([]);
  });

  it("from its baseline: 圏域内就職率 79.6％, then 78.1％ in R2", () => {
    const rate = indicator({
      baseline: { value: "79.6", text: "79.6％（R2.3卒）", asOf: "R2.3卒" },
      roadmap: cells(2020, "78.1", "78.5", "79", "79.5", "80"),
    });
    const [only] = roadmapBackwards(plan([rate]));
    expect(only?.evidence.map((one) => one.text)).toEqual([
      "79.6％（R2.3卒）",
      "R2：78.1",
      "R3：78.5",
      "R4：79",
      "R5：79.5",
    ]);
  });

  it("not where the baseline is the year's own result, nor where both are of October", () => {
    const first = { value: "1623", text: "", asOf: "R2年度" };
    const firms = indicator({
      series: "cumulative",
      baseline: first,
      roadmap: cells(2020, "1600"),
    });
    const october = indicator({
      baseline: { value: "23442", text: "", asOf: "R2.10月末" },
      target: { value: "32500", due: "R6.10月末" },
      roadmap: cells(2020, "23300", "25600"),
    });
    expect(roadmapBackwards(plan([firms, october]))).toEqual([]);
  });
});

it("a year that the baseline misses from the start: 129万人泊 in R2, 1,233 asked for", () => {
  const nights = indicator({
    baseline: { value: "129", text: "令和2年 129万人泊", asOf: "令和2年" },
    target: { value: "2010" },
    roadmap: cells(2020, "1233", "1493"),
  });
  expect(told(roadmapBackwards(plan([nights])))).toEqual([
    "roadmap-backwards.missed: 令和2年 129万人泊 | R2：1233",
  ]);
});

describe("cells that do not add up", () => {
  const parts = [
    indicator({ code: "a", name: "農業", target: { value: "5300" }, roadmap: cells(2023, "4900") }),
    indicator({ code: "b", name: "林業", target: { value: "161" }, roadmap: cells(2023, "115") }),
    indicator({ code: "c", name: "水産業", target: { value: "178" }, roadmap: cells(2023, "165") }),
  ];
  const outcome = (value: string) =>
    indicator({
      code: "o",
      derivation: "sum_of",
      parts: ["a", "b", "c"],
      target: { value: "5639", text: "5,639件" },
      roadmap: cells(2023, value),
    });

  it("of the parts: 4,900 + 115 + 165 = 5,180", () => {
    expect(roadmapSum(plan([outcome("5180"), ...parts]))).toEqual([]);
    expect(told(roadmapSum(plan([outcome("5200"), ...parts])))).toEqual([
      "roadmap-sum.parts: R5：5200 | R5：4900 | R5：115 | R5：165 | R5：5,180",
    ]);
  });

  it("of the overview: 5,300 + 135 + 178 are 5,613", () => {
    const nodes = [node("P", { overviewText: "導入件数 農：5,300件 林：135件 水：178件" })];
    expect(told(roadmapSum(plan([outcome("5180"), ...parts], nodes)))[0]).toContain(
      "5,300 ＋ 135 ＋ 178 ＝ 5,613",
    );
  });

  it("of single years: 移住者数 R2 to R4", () => {
    const steps: [string, string][] = [
      ["12300", "12300"],
      ["25400", "13100"],
      ["40100", "14700"],
    ];
    const roadmap = steps.map(([value, increment], index) =>
      cell(2020 + index, value, { increment }),
    );
    const annual = indicator({ code: "a", series: "annual", roadmapCumulative: true, roadmap });
    const total = (last: string) =>
      indicator({
        code: "o",
        derivation: "running_total_of",
        parts: ["a"],
        roadmap: cells(2020, "12300", "25400", last),
      });
    expect(roadmapSum(plan([annual, total("40100")]))).toEqual([]);
    expect(told(roadmapSum(plan([annual, total("41000")])))).toEqual([
      "roadmap-sum.parts: R4：41000 | R4：40,100",
    ]);
    const wrong = {
      ...annual,
      roadmap: [...roadmap.slice(0, 2), cell(2022, "40100", { increment: "15000" })],
    };
    expect(told(roadmapSum(plan([wrong])))[0]).toContain(
      "roadmap-sum.steps: R3：25400 | R4：40100",
    );
  });
});

describe("totals under a target of one year", () => {
  const found = (...given: Parameters<typeof indicator>) =>
    told(cumulativeUnderAnnual(plan([indicator(...given)]))).map((text) => text.split(":")[0]);

  it("are found by the roadmap, the span and the missing word", () => {
    const roadmap = [cell(2024, "71100", { increment: "15800" })];
    expect(found({ series: "annual", roadmapCumulative: true, roadmap })).toEqual([
      "cumulative-annual.roadmap",
    ]);
    const total = {
      series: "cumulative" as const,
      target: { text: "目標：R６年度 ９件（各県１件）" },
    };
    const span = [cell(2024, "9", { spanFrom: 2022, text: "R4～Ｒ6の間で９件" })];
    expect(found({ ...total, roadmap: span })).toEqual(["cumulative-annual.span"]);
    expect(found(total)).toEqual(["cumulative-annual.unsaid"]);
  });

  it("are all right where any place says it", () => {
    const series = "cumulative" as const;
    expect(found({ series, target: { text: "目標：R６年度 新たに延べ２１件以上" } })).toEqual([]);
    expect(found({ series, target: { text: "120人（H30年度まで）" } })).toEqual([]);
    const roadmap = [cell(2024, "60", { text: "60件（累計）" })];
    expect(found({ series, target: { text: "60件" }, roadmap })).toEqual([]);
  });
});
