import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";

export type Adoption = {
  years: { graded: number | null; first: number; last: number };
  /** The day of the decision is not before this one; null where it is the first. */
  earliest: string | null;
  /** The number of the version that it becomes. */
  version: number;
};

/** The decision on a revision: when, and from which year on it is graded by. */
export function AdoptForm({
  adoption: { years, earliest, version },
  today,
  baseStep,
  requestKey,
  typed,
  errors,
}: {
  adoption: Adoption;
  today: string;
  baseStep: number;
  requestKey: string;
  typed: Readonly<Record<string, string>>;
  /** Message keys by field. */
  errors: Readonly<Record<string, string>>;
}) {
  const open = years.first <= years.last ? yearRange(years.first, years.last) : [];
  if (open.length === 0)
    return (
      <p>
        計画期間のすべての年度に受理された実績があるため、この案を適用できる年度がありません。計画期間を延ばす提案を加えるか、実績の受理を見直してください。
      </p>
    );
  return (
    <form method="post" className="max-w-3xl space-y-6">
      <input type="hidden" name="intent" value="adopt" />
      <input type="hidden" name="baseStep" value={baseStep} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <p className="leading-160">
        決定すると、計画は第{version}
        版になり、決定日から効力を持ちます。選択した年度からは第{version}
        版の目標で評価し、それより前の年度の目標と評価は変わりません。決定は取り消せません。
      </p>
      <TextField
        id="adoptedOn"
        name="adoptedOn"
        type="date"
        label="決定日"
        support="会議で決定した日"
        required
        min={earliest ?? undefined}
        max={today}
        defaultValue={typed.adoptedOn ?? today}
        error={errors.adoptedOn && message(errors.adoptedOn)}
        className="w-64"
      />
      <SelectField
        id="firstFy"
        name="firstFy"
        label="適用を始める年度"
        support={
          years.graded === null
            ? "この年度の評価から、見直し後の計画を用います。"
            : `${fiscalYearLabel(years.graded)}までは受理された実績があるため、選べません。`
        }
        required
        defaultValue={typed.firstFy ?? String(open[0])}
        error={errors.firstFy && message(errors.firstFy)}
        className="w-64"
        options={open.map((fy) => ({ value: String(fy), label: fiscalYearLabel(fy) }))}
      />
      <Button size="lg">見直しを決定する</Button>
    </form>
  );
}
