import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Chooses the round that the board is of. Works without scripts. */
export function RoundSelect({
  plan,
  rounds,
  current,
}: {
  plan: string;
  rounds: readonly { number: number; title: string }[];
  current: number;
}) {
  return (
    <form
      method="get"
      action={paths.completeness(plan)}
      className="flex flex-wrap items-end gap-2 print:hidden"
    >
      <SelectField
        key={current}
        id="round-select"
        name="round"
        label={t`照会`}
        defaultValue={String(current)}
        frameClassName="min-w-72"
        options={rounds.map(({ number, title }) => ({ value: String(number), label: title }))}
      />
      <Button variant="outline">{t`表示`}</Button>
    </form>
  );
}
