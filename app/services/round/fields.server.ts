import { z } from "zod";
import { parseDay } from "#app/domain/progress/day.ts";
import {
  askableIn,
  partCode,
  partsAskable,
  type RoundChoice,
} from "#app/domain/round/questions.ts";
import { tickedCodes } from "#app/domain/ticked.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import { typedText } from "../typed-text.ts";

/** A day as somebody typed it into a form, or chose it. */
export const dueDay = z.string().default("").transform(parseDay).pipe(z.string("round.due_on"));

/** What a form says of a round, apart from what is asked of whom. */
export function roundFields({ firstFy, lastFy }: { firstFy: number; lastFy: number }) {
  return z.object({
    title: z.string().trim().min(1, "round.title").max(100, "round.title"),
    fy: z.coerce
      .number("round.fy")
      .int("round.fy")
      .min(firstFy, "round.fy")
      .max(lastFy, "round.fy"),
    dueOn: dueDay,
    instructions: typedText(4000, "round.instructions"),
  });
}

/**
 * What was ticked in a form, proven against what can be asked for in the year. Answers null where
 * something is ticked that cannot.
 */
export function tickedChoice(
  values: Record<string, unknown>,
  { indicators, organisationNames }: Pick<Definition, "indicators" | "organisationNames">,
  fy: number,
): RoundChoice | null {
  const askable = askableIn(indicators, fy);
  const known = {
    indicator: askable.map(({ code }) => code),
    organisation: Object.keys(organisationNames),
    part: partsAskable(askable, fy).map(({ frequency, period }) => partCode(frequency, period)),
  };
  const ticked = (group: keyof typeof known) => tickedCodes(values, group);
  const groups = Object.keys(known) as (keyof typeof known)[];
  if (groups.some((group) => ticked(group).some((code) => !known[group].includes(code))))
    return null;
  return {
    indicators: ticked("indicator"),
    organisations: ticked("organisation"),
    parts: ticked("part"),
  };
}
