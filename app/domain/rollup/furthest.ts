import { exact } from "../figure/exact.ts";
import type { MarkTone, Rubric } from "../rubric/rubric.ts";
import type { EvaluationView } from "./row.ts";

type Judged = { code: string; evaluation: Pick<EvaluationView, "mark" | "rate"> | null };

const behindTones: readonly MarkTone[] = ["fair", "poor"];
const aheadTones: readonly MarkTone[] = ["excellent", "good"];

/** The marks of what missed its target, and of what reached it; those that say neither are in none. */
export function markSides({ marks }: Pick<Rubric, "marks">) {
  const of = (tones: readonly MarkTone[]) =>
    marks.filter(({ counted, tone }) => counted && tones.includes(tone)).map((m) => m.symbol);
  return { behind: of(behindTones), ahead: of(aheadTones) };
}

/**
 * The indicators that are furthest behind their targets and furthest ahead, at most so many of each:
 * by mark, the worst or the best first, and under one mark by the exact rate; those without a rate, in
 * words, after the others. Equal ones stand in the order of the plan, in which `rows` come. Each
 * stands once, however often it is given, and none without a mark.
 */
export function furthest<Row extends Judged>(
  rows: readonly Row[],
  rubric: Pick<Rubric, "marks">,
  most = 5,
): { behind: Row[]; ahead: Row[] } {
  const once = [...new Map(rows.toReversed().map((row) => [row.code, row])).values()].toReversed();
  const sides = markSides(rubric);
  const rank = new Map(rubric.marks.map(({ symbol }, index) => [symbol, index]));
  const sorted = (symbols: readonly string[], sign: 1 | -1) =>
    once
      .filter(({ evaluation }) => symbols.includes(evaluation?.mark ?? ""))
      .sort((a, b) => sign * compareMarks(a, b, rank) || compareRates(a, b, sign))
      .slice(0, most);
  return { behind: sorted(sides.behind, -1), ahead: sorted(sides.ahead, 1) };
}

function compareMarks(a: Judged, b: Judged, rank: ReadonlyMap<string, number>): number {
  const at = ({ evaluation }: Judged) => rank.get(evaluation?.mark ?? "") ?? rank.size;
  return at(a) - at(b);
}

/** With `sign` 1 the greater rate first, with −1 the lesser. */
function compareRates(a: Judged, b: Judged, sign: 1 | -1): number {
  const [one, other] = [a.evaluation?.rate ?? null, b.evaluation?.rate ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * exact(other).compare(exact(one));
}
