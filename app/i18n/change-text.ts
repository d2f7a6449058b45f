import { formatFigure } from "#app/domain/figure/format.ts";
import type { NodeOrganisationRole, Theme } from "#app/domain/indicator/definition.ts";
import type { FieldChange, ListField, TextField } from "#app/domain/plan/diff.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { themeLabels } from "./labels.ts";
import { planFieldLabels, planWord } from "./revision.ts";
import { partnerRoleLabels } from "./workspace.ts";

/** What changes are said in: names of things by code, of organisations by slug. */
export type ChangeNames = {
  names: Readonly<Record<string, string>>;
  organisationNames: Readonly<Record<string, string>>;
};

/**
 * A difference in words: `prose` is compared word by word, a `value` went from one to the other, of a
 * `list` items went and came. Empty where there was or is nothing.
 */
export type ChangeText = {
  term: string;
  kind: "prose" | "value" | "list";
  before: string[];
  after: string[];
};

/** Sentences, of which a few words may change. */
const prose: ReadonlySet<TextField> = new Set([
  ...(["name", "purpose", "overviewText", "aggregationNote", "source", "closedReason"] as const),
]);
const codeFields: ReadonlySet<TextField> = new Set(["parent", "home", "repostOf", "mergedInto"]);

/** The words of a difference between two versions of a plan. `unit` is the indicator's. */
export function changeText(
  field: FieldChange,
  unit: string,
  { names, organisationNames }: ChangeNames,
): ChangeText {
  const value = (term: string, before: string | null, after: string | null): ChangeText => ({
    term,
    kind: "value",
    before: before === null ? [] : [before],
    after: after === null ? [] : [after],
  });
  if (field.kind === "cell") {
    const year = field.fy === null ? "" : `　${fiscalYearShort(field.fy)}`;
    return value(`ロードマップ${year}`, field.before?.text ?? null, field.after?.text ?? null);
  }
  const term = planFieldLabels[field.field];
  switch (field.kind) {
    case "figure": {
      const written = (figure: string | null) => figure && `${formatFigure(figure)}${unit}`;
      return value(term, written(field.before), written(field.after));
    }
    case "year": {
      const written = (fy: number | null) => (fy === null ? null : fiscalYearShort(fy));
      return value(term, written(field.before), written(field.after));
    }
    case "list": {
      const written = (item: string) => listItemText(field.field, item, names, organisationNames);
      const { removed, added } = field;
      return { term, kind: "list", before: removed.map(written), after: added.map(written) };
    }
    case "text": {
      const { before, after } = field;
      const word = (text: string | null) => {
        if (text === null) return null;
        if (codeFields.has(field.field)) return `${text}　${names[text] ?? ""}`;
        return planWord(field.field, text) ?? text;
      };
      const said = value(term, word(before), word(after));
      return prose.has(field.field) && before !== null && after !== null
        ? { ...said, kind: "prose" }
        : said;
    }
  }
}

/** An item of a list in a plan's document, as a reader knows it: names instead of codes and slugs. */
function listItemText(
  field: ListField,
  item: string,
  names: Readonly<Record<string, string>>,
  organisationNames: Readonly<Record<string, string>>,
): string {
  const [first = "", second = ""] = item.split(" ");
  const named = (code: string) => `${code}　${names[code] ?? ""}`.trim();
  switch (field) {
    case "themes":
      return themeLabels[item as Theme] ?? item;
    case "reporters":
      return organisationNames[item] ?? item;
    case "organisations":
      return `${organisationNames[first] ?? first}（${partnerRoleLabels[second as NodeOrganisationRole] ?? second}）`;
    case "links":
    case "parts":
      return named(item);
    case "shownOn":
      return `${named(second)}（${first}）`;
    case "activities":
      return scheduleText(item);
    default:
      return item;
  }
}

/** An activity with its bars: 「2023-2025 調査」 becomes 「R5～R7　調査」. */
function scheduleText(activity: string): string {
  return activity.replace(/^(\d{4})-(\d{4})?(?= )/gm, (_, from: string, to: string | undefined) => {
    const first = fiscalYearShort(Number(from));
    if (from === to) return `　${first}`;
    return `　${first}～${to === undefined ? "" : fiscalYearShort(Number(to))}`;
  });
}
