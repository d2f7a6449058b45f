/**
 * How a number is shown by one part of a number format. `shift` moves the decimal point: +2 for a
 * per cent sign, −3 for a comma behind the digits (「#,##0,」 shows thousands).
 */
export type Digits = { kind: "digits"; shift: number; percent: boolean };

/** What a number format makes of a number: digits by its sign, a date, or a time of day. */
export type NumberShape =
  | { kind: "date" }
  | { kind: "time" }
  | { kind: "number"; positive: Digits; negative: Digits; zero: Digits };

const plain: Digits = { kind: "digits", shift: 0, percent: false };

export const plainNumber: NumberShape = {
  kind: "number",
  positive: plain,
  negative: plain,
  zero: plain,
};

/** A percentage, as OpenDocument says it without a format. */
export const percentage: NumberShape = shapeOfFormat("0%");

/** The numbers of formats that a workbook need not spell out, beside those of plain numbers. */
export function shapeOfBuiltIn(id: number): NumberShape {
  if (id === 9 || id === 10) return percentage;
  // 27–36 and 50–58 are the Japanese ones: [$-411]ge.m.d, yyyy"年"m"月" and their like.
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47))
    return { kind: "time" };
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: "date" };
  return plainNumber;
}

/**
 * What a format makes of a number. Words in it (`"人"`, `▲`, `¥`), colours and the number of places
 * are how it looks; only what changes the number that is seen counts.
 */
export function shapeOfFormat(format: string): NumberShape {
  const bare = format.replace(/"[^"]*"?|\\.|[_*]./gsu, "");
  const signs = bare.replace(/\[[^\]]*\]/g, "").replace(/general|e[+-]/gi, "");
  const time = /\[(?:h+|m+|s+)\]/i.test(bare) || /[hs]/i.test(signs);
  // g and e are the era and its year; m is a minute only beside hours or seconds.
  if (/[ydge]|aaa/i.test(signs) || (!time && /m/i.test(signs))) return { kind: "date" };
  if (time) return { kind: "time" };

  const parts = signs.split(";").map(digitsOf);
  const [positive = plain, negative = positive, zero = positive] = parts;
  const conditional = /\[[<>=]/.test(bare);
  // Which part a condition picks is not computed here; where the parts differ, the number stays plain.
  if (conditional && parts.some(({ shift }) => shift !== positive.shift)) return plainNumber;
  return { kind: "number", positive, negative, zero };
}

/**
 * What a cell's shown text tells of a number whose format is not at hand: 「1,450千人」 over 1450000
 * are thousands. Where text and number cannot be held against each other, the number stays plain.
 */
export function shapeOfShown(stored: string, shown: string): NumberShape {
  const [, whole = "", places = ""] =
    /^[^\d]*([\d,]+)(?:\.(\d+))?(?![\d/:.]|E[+-])/.exec(shown) ?? [];
  const digits = `${whole.replaceAll(",", "")}${places && `.${places}`}`;
  const shift = [0, -3, -6, -9].find(
    (each) => (Math.abs(Number(stored)) * 10 ** each).toFixed(places.length) === digits,
  );
  if (!shift) return plainNumber;
  const shape: Digits = { ...plain, shift };
  return { kind: "number", positive: shape, negative: shape, zero: shape };
}

function digitsOf(part: string): Digits {
  const percent = part.includes("%");
  const thousands = /[0#?](,+)(?![0#?,])/.exec(part)?.[1]?.length ?? 0;
  return { kind: "digits", shift: (percent ? 2 : 0) - 3 * thousands, percent };
}
