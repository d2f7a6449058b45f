import type { Decimal } from "#app/domain/figure/exact.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";

type Weights = Partial<Record<OrganisationSlug, number>>;

/**
 * What the region is made to have achieved, year by year from the indicator's first year to FY2023.
 * The reporters' answers are shared out from it.
 */
export type Path =
  | { kind: "figures"; values: readonly (Decimal | null)[]; weights: Weights }
  | {
      kind: "fractions";
      denominators: readonly number[];
      /** In per cent. */
      rates: readonly number[];
      /** By how many points a reporter may stand away from the region. */
      spread: number;
      weights: Weights;
      /** The denominators follow the weights exactly and stay the same. */
      steady: boolean;
    }
  | { kind: "counts"; counts: readonly { numerator: Decimal; denominator: Decimal }[] }
  | { kind: "milestones"; steps: readonly { words: string; reached: boolean }[] };

/** Shares by population, in ten thousands; members for the economic bodies. */
const populations: Weights = {
  fukuoka: 513,
  saga: 81,
  nagasaki: 131,
  kumamoto: 174,
  oita: 112,
  miyazaki: 107,
  kagoshima: 159,
  okinawa: 147,
  yamaguchi: 134,
  kyukeiren: 17,
  kyushoren: 14,
  kyudoyu: 8,
  kyukeikyo: 9,
};

/** One event or measure in each prefecture, whatever its size. */
export const evenly: Weights = Object.fromEntries(
  Object.keys(populations).map((slug) => [slug, 1]),
);

const lodging = { ...populations, fukuoka: 620, nagasaki: 150, oita: 190, okinawa: 560 };
const foresters = { ...populations, fukuoka: 90, oita: 210, miyazaki: 330, okinawa: 0 };
const replanting = { ...foresters, okinawa: 3 };
const fishers = { ...populations, fukuoka: 120, saga: 130, nagasaki: 290, kagoshima: 240 };
const farmers = { ...populations, fukuoka: 250, saga: 170, kumamoto: 310, okinawa: 70 };
const municipalities: Weights = {
  fukuoka: 60,
  saga: 20,
  nagasaki: 21,
  kumamoto: 45,
  oita: 18,
  miyazaki: 26,
  kagoshima: 43,
  okinawa: 41,
  yamaguchi: 19,
};

/** `null` is a year without a survey. */
function figures(values: readonly (Decimal | null)[], weights: Weights = populations): Path {
  return { kind: "figures", values, weights };
}

function fractions(
  denominators: readonly number[],
  rates: readonly number[],
  { spread = 3, weights = populations, steady = false } = {},
): Path {
  return { kind: "fractions", denominators, rates, spread, weights, steady };
}

/**
 * Baselines that fall into the plan's years are the figures of those years (931 in R2, 23,442 in
 * R2, 13,966 in R3, …); everything else is invented for the demo.
 */
export const paths: Readonly<Record<string, Path>> = {
  "SHG-o1": figures(["786.9", "785.3", "788.6", "793.1"]),
  "SHG-o2": figures(["-2.04", "-2.21", "-2.47", "-2.35"]),
  "SHG-1-1-a": figures(["931", "1163", "1421", "1544"]),
  "SHG-2-1-a": figures(["8.1", "8.6", "9.4", "10.2"]),
  "SHG-2-2-a": figures(["999", "2354", "4127", "6218"]),
  "SHG-2-3-a": figures(["129", "18.6", "183.4", "1217.5"], lodging),
  "SHG-2-4-a": figures(["440", "62", "1083", "6217"]),
  "SHG-3-1-a": figures(["2481", "5167", "7702", "10046"]),
  "SHG-3-2-a": {
    kind: "counts",
    counts: [
      { numerator: "4", denominator: "31" },
      { numerator: "9", denominator: "63" },
      { numerator: "17", denominator: "96" },
      { numerator: "27", denominator: "128" },
    ],
  },
  "SHG-4-1-a": figures(["1623", "3391", "5264", "7138"]),
  "SHG-5-1-a": figures(["1", "2", "2"]),
  "SHG-6-1-a": fractions([412, 418, 431, 437], [100, 100, 99.3, 100], { spread: 0 }),
  "SHG-6-1-b": figures(["41", "47", "52", "58"]),
  "SHG-9-1-a": figures(["63"]),
  "SGT-1-1-a": figures(["143", "291", "428", "571"]),
  "SGT-1-2-a": figures(["347"]),
  "SGT-1-3-a": figures(["902", "1987", "3164", "4507"]),
  "SGT-2-1-a": figures(["2417", "3682", "4391", "4963"], farmers),
  "SGT-2-1-b": figures(["26", "51", "78", "107"], foresters),
  "SGT-2-1-c": figures(["88", "117", "152", "171"], fishers),
  "SGT-3-1-a": figures([null, null, "17.4", null]),
  "SGT-4-1-a": figures(["131", "139"]),
  "SGT-4-1-b": figures(["66", "75"]),
  "JNZ-o1": figures(["55.9", "55.2", "56.1", "57.3"]),
  "JNZ-o3": figures(["79.4", "80.1", "81.0", "81.6"]),
  "JNZ-1-1-a-1": fractions([29_412, 28_167, 27_093, 26_218], [80.3, 80.9, 79.7, 78.6]),
  "JNZ-1-1-a-2": fractions([29_377, 28_140, 27_051, 26_190], [70.2, 70.6, 68.9, 67.8]),
  "JNZ-2-1-a": figures(["23442", "25137", "27046", "30871"]),
  "JNZ-3-1-a": figures(["1127", "1648", "2093"]),
  "JNZ-3-2-a": figures(["41", "138", "377", "712"]),
  "JNZ-5-1-a": figures(["9", "11"]),
  "JNZ-6-1-a": figures(["1034"]),
  "JNZ-6-2-a": figures(["1716"]),
  "JSD-o1": figures(["1.55", "1.52", "1.49", "1.43"]),
  "JSD-o2": figures(["-0.44", "-0.46", "-0.51", "-0.48"]),
  "JSD-1-1-a": figures(["4507", "5216", "6018", "6643"]),
  "JSD-1-2-a": figures(["2591"]),
  "JSD-2-1-a": figures([null, "13.9", null, null]),
  "JSD-2-1-b-1": fractions(
    [3_912_480, 3_889_105, 3_861_772, 3_840_316],
    [16.92, 17.61, 18.34, 18.87],
    { spread: 2.4 },
  ),
  "JSD-2-1-b-2": fractions(
    [2_871_934, 2_858_267, 2_843_550, 2_830_188],
    [15.43, 16.24, 17.02, 17.46],
    { spread: 2.2 },
  ),
  // The survey of R2 did not take place.
  "JSD-3-1-a": figures([null, "47.0", "52.6", "58.3"]),
  "JSD-5-1-a": figures(["1949", "2037"]),
  "CKR-1-1-a": figures(["11872", "13966", "15034", "14817"]),
  "CKR-2-1-a": figures(["467", "523", "588", "641"]),
  "CKR-3-1-a": figures(["2", "5"], evenly),
  "CKR-3-2-a": figures(["2", "3", "4"], evenly),
  "CKR-4-1-a": figures(["1", "2"]),
  "CKR-5-1-a": figures(["0", "0", "4", "11"]),
  "CKR-7-1-a": figures(["6", "9"], evenly),
  "CKR-7-1-b": figures(["87", "101"], municipalities),
  "CKR-8-1-a": figures(["1"], evenly),
  "CKR-8-2-a": figures(["4"], evenly),
  "ANS-1-1-a": figures([null, null, "0.63", null]),
  "ANS-2-1-a": figures(["412608", "437915", "493284", "531706"]),
  "ANS-2-2-a": figures(["1163", "2287", "3402", "4618"]),
  "ANS-2-3-a": figures(["14"]),
  "ANS-3-1-a-1": {
    kind: "milestones",
    steps: [
      { words: "全県で協定締結に向けた協議を実施", reached: true },
      { words: "九州・山口の全県で基本協定を締結", reached: true },
      { words: "締結済み（連絡体制を更新）", reached: true },
      { words: "締結済み（連絡体制を更新）", reached: true },
    ],
  },
  "ANS-3-1-a-2": {
    kind: "milestones",
    steps: [
      { words: "実施なし（訓練計画を検討）", reached: true },
      { words: "実施なし（１県で図上訓練を試行）", reached: true },
      { words: "４県で連携訓練を実施", reached: true },
      { words: "７県で連携訓練を実施（２県は台風対応のため中止）", reached: false },
    ],
  },
  "ANS-3-2-a": fractions([293, 293, 293, 293], [52.6, 71.3, 83.3, 91.1], {
    weights: municipalities,
    steady: true,
  }),
  "ANS-3-3-a": figures(["3"], evenly),
  "ANS-4-1-a": {
    kind: "milestones",
    steps: [
      { words: "策定作業を実施（各県の既存マニュアルを比較）", reached: true },
      { words: "基本モデルを策定", reached: true },
      { words: "改訂の必要性を点検（改訂なし）", reached: true },
      { words: "運用状況を点検し、一部を改訂", reached: true },
    ],
  },
  "ANS-5-1-a": figures(["59486", "66173"], replanting),
};
