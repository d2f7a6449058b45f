import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";
import type { FormState } from "./form-fields.ts";

/** The yearly targets as a row of inputs; the years beyond the plan's term are folded away. */
export function RoadmapFields({
  years,
  lastFy,
  ...form
}: FormState & { years: readonly number[]; lastFy: number }) {
  const later = years.filter((fy) => fy > lastFy);
  const isUsed = later.some((fy) => form.input[`cell.${fy}`] || form.errors[`cell.${fy}`]);
  return (
    <div>
      <p id="roadmap-hint" className="mb-2 text-dns-16N-130 text-solid-gray-700">
        年度ごとの目標を、計画に載る形で入力します。定めない年度は空欄、検討中の年度は「※検討中」のように「※」で始めます。開始年度から終了年度までの欄を用います。
      </p>
      <Cells years={years.filter((fy) => fy <= lastFy)} {...form} />
      {later.length > 0 && (
        <Disclosure
          summary="計画期間より後の年度"
          small
          open={isUsed}
          className="mt-2 print:hidden"
        >
          <Cells years={later} {...form} />
        </Disclosure>
      )}
    </div>
  );
}

function Cells({ years, input, errors }: FormState & { years: readonly number[] }) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-6">
      {years.map((fy) => {
        const name = `cell.${fy}`;
        const error = errors[name];
        return (
          <TextField
            key={fy}
            id={name}
            name={name}
            label={fiscalYearShort(fy)}
            inputSize="sm"
            defaultValue={input[name] ?? ""}
            error={error && message(error)}
          />
        );
      })}
    </div>
  );
}
