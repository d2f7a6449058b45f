import { describe, expect, it } from "vitest";
import { toDecimal } from "../figure/exact.ts";
import { readAsOf } from "./as-of.ts";
import { printedFigures, unitParts } from "./printed-figures.ts";

const figures = (text: string, years = false) =>
  printedFigures(text, { years }).map(({ value, counter }) => `${toDecimal(value)} ${counter}`);

describe("figures in printed text", () => {
  it.each([
    ["導入件数 農：5,300件 林：135件 水：178件", ["5300 件", "135 件", "178 件"]],
    ["観光消費額：1.2兆円", ["1200000000000 円"]],
    ["1兆408 億円", ["1040800000000 円"]],
    ["R９年の目標：１,４５０件（累計）", ["1450 件"]],
    ["延べ宿泊者数：2,010万人", ["20100000 人"]],
    ["現状：129万人泊", ["1290000 人泊"]],
    ["再造林による二酸化炭素森林吸収量：（69,890t-CO2）", ["69890 t-CO2"]],
    ["（ⅰ）79.6％（R2.3卒）", ["79.6 %"]],
    ["平日485,900人／休日487,400人（H26年）", ["485900 人", "487400 人"]],
    ["60社局", ["60 社局"]],
  ])("%s", (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    ["1,000 人（H27～31 年度）", ["1000 人"]],
    ["※１ 独自調査", []],
    ["ﾏﾆｭｱﾙ基本ﾓﾃﾞﾙ：R3策定", []],
    ["①研究", []],
    ["3人／年（5年間の累計）", ["3 人"]],
  ])("without years, notes and numbers of lists: %s", (text, expected) =>
    expect(figures(text)).toEqual(expected),
  );

  it("reads 小3:81.8% as one share, and years only where years are counted", () => {
    expect(figures("小3:81.8%")).toEqual(["81.8 %"]);
    expect(figures("健康寿命の延伸：H28比1年以上")).toEqual([]);
    expect(figures("健康寿命の延伸：H28比1年以上", true)).toEqual(["1 年"]);
  });

  it("takes a unit apart", () => {
    expect(unitParts("億円")).toEqual({ scale: 100_000_000n, counter: "円" });
    expect(unitParts("人増/年")).toEqual({ scale: 1n, counter: "人増" });
    expect(unitParts("地域（団体）").counter).toBe("地域");
    expect(unitParts("千TEU")).toEqual({ scale: 1000n, counter: "TEU" });
    expect(unitParts("").counter).toBeNull();
  });
});

describe("when a baseline was taken", () => {
  it.each([
    ["平成30年度", [2018, 2018, false]],
    ["令和元年度", [2019, 2019, false]],
    ["平成27年～令和元年", [2015, 2019, false]],
    ["H26～H30年度計", [2014, 2018, false]],
    ["H24～26年度平均", [2012, 2014, false]],
    ["令和3年3月末", [2020, 2020, false]],
    ["R2.3卒", [2019, 2019, false]],
    ["R3年6月末", [2021, 2021, true]],
    ["R2.10月末", [2020, 2020, true]],
    ["R1.10", [2019, 2019, true]],
    ["2018年度", [2018, 2018, false]],
    ["2014年～2018年", [2014, 2018, false]],
  ])("%s", (text, [from, to, midYear]) => expect(readAsOf(text)).toEqual({ from, to, midYear }));

  it("reads no year into a figure", () => expect(readAsOf("現状：12019人")).toBeNull());
  it("is unknown where no year is said", () => {
    expect(readAsOf("現状：２件")).toBeNull();
    expect(readAsOf(null)).toBeNull();
  });
});
