import type { RoundChoice } from "#app/domain/round/questions.ts";
import { tickedCodes } from "#app/domain/ticked.ts";
import { dayText } from "#app/i18n/labels.ts";
import { roundFieldLabels } from "#app/i18n/round.ts";

type Values = Record<string, string>;

/** A round as it is kept. */
export type KeptRound = {
  fy: number;
  title: string;
  dueOn: string;
  instructions: string;
  choice: RoundChoice;
};

/** What stands in the form of a round: its texts, and what is ticked. */
export type RoundInput = {
  title: string;
  dueOn: string;
  instructions: string;
  choice: RoundChoice;
};

/** What was typed, or what is kept; in another year than that of the round, everything is chosen. */
export function roundInput(
  typed: Values | null,
  kept: KeptRound | null,
  { fy, everything, title }: { fy: number; everything: RoundChoice; title: string },
): RoundInput {
  const { instructions = "", dueOn = "" } = typed ?? kept ?? {};
  const chosen = kept?.fy === fy ? kept.choice : everything;
  return {
    title: typed?.title ?? kept?.title ?? title,
    dueOn,
    instructions,
    choice: typed
      ? {
          indicators: tickedCodes(typed, "indicator"),
          organisations: tickedCodes(typed, "organisation"),
          parts: tickedCodes(typed, "part"),
        }
      : chosen,
  };
}

/** What was typed beside what somebody else kept meanwhile. */
export function roundRows(
  mine: RoundInput,
  theirs: KeptRound,
  names: { indicators: ReadonlyMap<string, string>; organisations: ReadonlyMap<string, string> },
) {
  const list = (codes: readonly string[], known: ReadonlyMap<string, string>) =>
    [...known].flatMap(([code, name]) => (codes.includes(code) ? [name] : [])).join("、");
  const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? dayText(text) : text);
  const row = (term: string, of: (round: Omit<RoundInput, "fy">) => string) => ({
    term,
    mine: of(mine),
    theirs: of(theirs),
  });
  return [
    row(roundFieldLabels.title, ({ title }) => title),
    row(roundFieldLabels.dueOn, ({ dueOn }) => day(dueOn)),
    row(roundFieldLabels.instructions, ({ instructions }) => instructions),
    row(roundFieldLabels.indicators, ({ choice }) => list(choice.indicators, names.indicators)),
    row(roundFieldLabels.organisations, ({ choice }) =>
      list(choice.organisations, names.organisations),
    ),
  ];
}
