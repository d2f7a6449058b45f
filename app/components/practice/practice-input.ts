import { themes } from "#app/domain/indicator/definition.ts";
import type { OutlineGoal } from "#app/domain/practice/outline.ts";
import type { TickGroup } from "#app/domain/practice/ticked.ts";
import { tickedCodes } from "#app/domain/ticked.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { practiceFieldLabels } from "#app/i18n/practice.ts";
import type { ShownPractice } from "./shown.ts";

type Values = Record<string, string>;

const texts = ["title", "problem", "done", "cost", "effect", "contact"] as const;
type PracticeText = (typeof texts)[number];

/** What stands in the form of a case: its texts, and the codes that are ticked. */
export type PracticeInput = Record<PracticeText, string> & {
  ticked: Record<TickGroup, readonly string[]>;
};

/** What was typed, or what is kept. */
export function practiceInput(
  typed: Values | null,
  kept: ShownPractice | null,
  outline: readonly OutlineGoal[],
): PracticeInput {
  const text = (field: PracticeText) => (typed ? typed[field] : kept?.[field]) ?? "";
  const places = outline.flatMap((goal) => [goal, ...goal.projects]);
  const codes = (items: readonly { id: string; code: string }[], ids: readonly string[] = []) =>
    items.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
  return {
    title: text("title"),
    problem: text("problem"),
    done: text("done"),
    cost: text("cost"),
    effect: text("effect"),
    contact: text("contact"),
    ticked: typed
      ? {
          theme: tickedCodes(typed, "theme"),
          node: tickedCodes(typed, "node"),
          indicator: tickedCodes(typed, "indicator"),
        }
      : {
          theme: kept?.themes ?? [],
          node: codes(places, kept?.nodeIds),
          indicator: codes(
            places.flatMap((place) => place.indicators),
            kept?.indicatorIds,
          ),
        },
  };
}

/** What was typed beside what somebody else kept meanwhile. */
export function practiceRows(
  typed: Values,
  kept: ShownPractice,
  outline: readonly OutlineGoal[],
  goalWord: string,
) {
  const mine = practiceInput(typed, null, outline);
  const theirs = practiceInput(null, kept, outline);
  const places = outline.flatMap((goal) => [goal, ...goal.projects]);
  const names = (items: readonly { code: string; name: string }[], codes: readonly string[]) =>
    items
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name }) => `${code}　${name}`)
      .join("\n");
  const nodes = (input: PracticeInput) => names(places, input.ticked.node);
  const kpis = (input: PracticeInput) =>
    names(
      places.flatMap((place) => place.indicators),
      input.ticked.indicator,
    );
  const themeNames = ({ ticked }: PracticeInput) =>
    themes
      .filter((theme) => ticked.theme.includes(theme))
      .map((theme) => themeLabels[theme])
      .join("、");
  return [
    ...texts.map((field) => ({
      term: practiceFieldLabels[field],
      mine: mine[field],
      theirs: theirs[field],
    })),
    { term: "横断テーマ", mine: themeNames(mine), theirs: themeNames(theirs) },
    { term: `関係する${goalWord}等`, mine: nodes(mine), theirs: nodes(theirs) },
    { term: "寄与したKPI", mine: kpis(mine), theirs: kpis(theirs) },
  ];
}
