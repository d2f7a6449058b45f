import { type Exact, exact, whole } from "../figure/exact.ts";

/** A figure found in printed text, at its full size: 「1.2兆円」 is 1,200,000,000,000 円. */
export type PrintedFigure = {
  value: Exact;
  /** What is counted (人, 件, ％, 円), without the large-number word; null where none is printed. */
  counter: string | null;
  /** What stands before it, back to the figure before. */
  label: string;
  /** As printed. */
  text: string;
};

const scales: Record<string, bigint> = {
  千: 10n ** 3n,
  万: 10n ** 4n,
  億: 10n ** 8n,
  兆: 10n ** 12n,
};

/** Longest first, so that 社局 is not read as 社. Calendar words are read to be told from counts. */
const counters = [
  "t-CO2",
  ..."人泊 人増 人分 社局 企業 事業所 事業 団体 地域 市町村 箇所 か所 ヶ所 ヵ所 カ所 時間 世帯 ヵ年 か年 年度 ポイント トン TEU".split(
    " ",
  ),
  ..."人 名 者 組 件 社 回 台 戸 校 位 点 % 円 年 月 日 歳 期 卒 t".split(" "),
];
const calendar = new Set("ヵ年 か年 年度 年 月 日 歳 期 卒".split(" "));

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
// Not the year of an era, a number of a list, a foot note, or the end of a range (H27～31).
const notBefore = String.raw`(?<!平成|令和|昭和|第|※|[A-Za-z]|[\d.,]|[A-Z]\d{1,2}[~～－-])`;
const pattern = new RegExp(
  `${notBefore}((?:${digits}\\s*[千万億兆]\\s*)*(?:${digits}\\s*[千万億兆]?))\\s*` +
    `(${counters.join("|")})?(?!\\s*[:：\\d])`,
  "gu",
);
const part = new RegExp(`(${digits})\\s*([千万億兆]?)`, "gu");

/** NFKC with single spaces; circled numbers are taken out: ① would become a figure. */
export function plain(text: string): string {
  return text.replace(/[①-⑳]/gu, "").normalize("NFKC").replaceAll("〜", "～").replace(/\s+/gu, " ");
}

/** All counts in a printed text; years and dates are left out unless `years` are what is counted. */
export function printedFigures(text: string, options: { years?: boolean } = {}): PrintedFigure[] {
  const source = plain(text);
  const found: PrintedFigure[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    const [whole_, number = "", counter = null] = match;
    const isCalendar = counter !== null && calendar.has(counter);
    if (isCalendar && !(options.years && counter === "年")) continue;
    found.push({
      value: sizeOf(number),
      counter,
      label: source.slice(end, match.index),
      text: whole_.trim(),
    });
    end = match.index + whole_.length;
  }
  return found;
}

function sizeOf(number: string): Exact {
  let total = whole(0);
  for (const [, figure = "", scale = ""] of number.matchAll(part))
    total = total.add(exact(figure.replaceAll(",", "")).mul(scales[scale] ?? 1n));
  return total;
}

/** A unit's large-number word and counter: 億円 is 100,000,000 and 円, 人増/年 is 1 and 人増. */
export function unitParts(unit: string): { scale: bigint; counter: string | null } {
  const source = plain(unit).trim();
  const scale = source.length > 1 ? scales[source.charAt(0)] : undefined;
  const rest = scale ? source.slice(1).trim() : source;
  return { scale: scale ?? 1n, counter: counters.find((word) => rest.startsWith(word)) ?? null };
}
