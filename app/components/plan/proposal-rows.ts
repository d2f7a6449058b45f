import type { Theme } from "#app/domain/indicator/definition.ts";
import { type Ending, endings } from "#app/domain/plan/project-form.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { endingLabels, planWord, proposalFieldLabels } from "#app/i18n/revision.ts";

type Values = Readonly<Record<string, string>>;

/** The fields in which what was typed and what somebody else proposed meanwhile differ. */
export function proposalRows(
  typed: Values,
  kept: Values,
  organisations: readonly { slug: string; name: string }[],
) {
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  const fields = [...Object.keys(kept), ...Object.keys(typed)].filter((field) =>
    /^(cell|reporter|theme)\./.test(field),
  );
  return [...new Set([...Object.keys(proposalFieldLabels), ...fields])]
    .filter((field) => plain(typed[field]) !== plain(kept[field]))
    .map((field) => ({
      term: termOf(field, names),
      mine: wordOf(field, typed[field] ?? ""),
      theirs: wordOf(field, kept[field] ?? ""),
    }));
}

const plain = (value = "") => value.replace(/\r\n?/g, "\n").trim();

function termOf(field: string, organisations: ReadonlyMap<string, string>): string {
  const [group, of = ""] = field.split(".");
  if (group === "cell") return `ロードマップ　${fiscalYearShort(Number(of))}`;
  if (group === "reporter") return `報告団体　${organisations.get(of) ?? of}`;
  if (group === "theme") return `横断テーマ　${themeLabels[of as Theme]}`;
  return proposalFieldLabels[field as keyof typeof proposalFieldLabels];
}

function wordOf(field: string, value: string): string {
  if (value === "on") return "選択";
  if (field === "ending" && endings.includes(value as Ending)) return endingLabels[value as Ending];
  return (value && planWord(field, value)) || value;
}
