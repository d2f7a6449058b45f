import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { themes } from "#app/domain/indicator/definition.ts";
import type { PracticeFilter } from "#app/domain/practice/filter.ts";
import { rolloutStates } from "#app/domain/practice/states.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { rolloutStateLabels } from "#app/i18n/practice.ts";

export type FilterChoices = {
  goals: readonly { code: string; name: string }[];
  organisations: readonly { slug: string; shortName: string }[];
  indicators: readonly { code: string; name: string }[];
};

/** Chooses what of the library is shown; the choice stands in the address. */
export function PracticeFilterForm({
  action,
  filter,
  choices,
  goalWord,
}: {
  action: string;
  filter: PracticeFilter;
  choices: FilterChoices;
  /** What the plan calls its goals. */
  goalWord: string;
}) {
  const all = { value: "", label: "すべて" };
  const fields = [
    {
      name: "theme",
      label: "横断テーマ",
      options: themes.map((theme) => ({ value: theme as string, label: themeLabels[theme] })),
      width: "sm:w-36",
    },
    {
      name: "by",
      label: "団体",
      options: choices.organisations.map(({ slug, shortName }) => ({
        value: slug,
        label: shortName,
      })),
      width: "sm:w-36",
    },
    {
      name: "pt",
      label: goalWord,
      options: choices.goals.map(({ code, name }) => ({ value: code, label: name })),
      width: "col-span-2 sm:w-48",
    },
    {
      name: "kpi",
      label: "寄与したKPI",
      options: choices.indicators.map(({ code, name }) => ({
        value: code,
        label: `${code}　${name}`,
      })),
      width: "col-span-2 sm:w-80",
    },
    {
      name: "rollout",
      label: "横展開の状況",
      options: [
        ...rolloutStates.map((state) => ({
          value: state as string,
          label: `${rolloutStateLabels[state]}の団体がある`,
        })),
        { value: "none", label: "まだ横展開がない" },
      ],
      width: "col-span-2 sm:w-56",
    },
  ] as const;
  return (
    <form
      method="get"
      action={action}
      aria-label="好事例の絞り込み"
      className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap print:hidden"
    >
      {fields.map(({ name, label, options, width }) => (
        <SelectField
          key={name}
          id={name}
          name={name}
          label={label}
          defaultValue={filter[name]}
          frameClassName={`min-w-0 ${width}`}
          options={[all, ...options]}
        />
      ))}
      <Button variant="outline">表示</Button>
      {Object.values(filter).some((value) => value !== "") && (
        <TextLink to={action} className="pb-3">
          絞り込みを解除
        </TextLink>
      )}
    </form>
  );
}
