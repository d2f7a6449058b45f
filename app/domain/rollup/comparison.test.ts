import { describe, expect, it } from "vitest";
import { exact } from "../figure/exact.ts";
import { compare } from "./comparison.ts";
import type { YearlyAnswer } from "./over-time.ts";

const answer = (organisation: string, more: Partial<YearlyAnswer> = {}): YearlyAnswer => ({
  organisation,
  quality: "final",
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  isDemo: false,
  ...more,
});
const figure = (organisation: string, value: string) =>
  answer(organisation, { value: exact(value) });
const reporters = ["fukuoka", "saga", "nagasaki", "oita"];
const up = { direction: "increase", adds: true, counts: true } as const;

describe("organisations beside each other", () => {
  it("have a rank, a share and a shade, and nothing where nothing was reported", () => {
    const { rows, bounds } = compare(
      reporters,
      [[figure("fukuoka", "50"), figure("saga", "10"), figure("oita", "0")]],
      up,
    );
    expect(
      rows.map(({ organisation, value, rank, share, shade }) => [
        organisation,
        value,
        rank,
        share,
        shade,
      ]),
    ).toEqual([
      ["fukuoka", "50", 1, "0.8333333333", 4],
      ["saga", "10", 2, "0.1666666667", 1],
      // Not zero: nothing.
      ["nagasaki", null, null, null, null],
      ["oita", "0", 3, "0", 0],
    ]);
    expect(bounds).toEqual(["0", "10", "20", "30", "40", "50"]);
  });

  it("rank the least first where less is better, and share a rank where they are equal", () => {
    const { rows } = compare(
      reporters,
      [[figure("fukuoka", "3"), figure("saga", "2"), figure("nagasaki", "3"), figure("oita", "9")]],
      { direction: "decrease", adds: true, counts: true },
    );
    expect(rows.map(({ rank }) => rank)).toEqual([2, 1, 2, 4]);
  });

  it("are compared by their rates, which have no shares", () => {
    const rate = (organisation: string, numerator: string, denominator: string) =>
      answer(organisation, { numerator: exact(numerator), denominator: exact(denominator) });
    const { rows } = compare(
      reporters,
      [[rate("fukuoka", "1", "3"), rate("saga", "1", "2"), rate("oita", "0", "0")]],
      { direction: "increase", adds: false, counts: true },
    );
    expect(rows.map(({ value, rank, share }) => [value, rank, share])).toEqual([
      ["33.3333333333", 2, null],
      ["50", 1, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it("have one shade where all are equal, and answers in words two", () => {
    const same = compare(reporters, [[figure("fukuoka", "7"), figure("saga", "7")]], up);
    expect(same.rows.map(({ shade }) => shade)).toEqual([4, 4, null, null]);
    expect(same.bounds).toEqual([]);
    const words = compare(
      reporters,
      [
        [
          answer("fukuoka", { words: "設置", reached: true }),
          answer("saga", { words: "検討中", reached: false }),
        ],
      ],
      up,
    );
    expect(words.rows.map(({ shade, rank }) => [shade, rank])).toEqual([
      [4, null],
      [0, null],
      [null, null],
      [null, null],
    ]);
  });

  it("show where each came from, with its gaps", () => {
    const { rows } = compare(["saga"], [[figure("saga", "1")], [], [figure("saga", "3")]], up);
    expect(rows[0]?.trend).toEqual(["1", null, "3"]);
  });

  it("are told for 100,000 people where they are prefectures and the figure is a count", () => {
    // 81.1442 of 811,442 people are 10 of 100,000.
    const given = [[figure("saga", "81.1442"), figure("kyukeiren", "5")]];
    const of = (options: typeof up | (Omit<typeof up, "counts"> & { counts: false })) =>
      compare(["saga", "kyukeiren", "oita"], given, options).rows.map((row) => row.perCapita);
    expect(of(up)).toEqual(["10.00", null, null]);
    expect(of({ ...up, counts: false })).toEqual([null, null, null]);
  });
});
