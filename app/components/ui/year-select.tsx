import { useContext } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { CarriedAsOf } from "#app/site/carried-link.ts";

export type YearSelectProps = {
  years: readonly FiscalYear[];
  current: FiscalYear;
  /** The page the year is chosen for. */
  action: string;
  /** Name of the query parameter. */
  name?: string;
  /** Further query parameters to keep. */
  keep?: Record<string, string>;
  /** A word under a year, such as 公表済 or 集計中. */
  notes?: Partial<Record<FiscalYear, string>>;
  label?: string;
  className?: string;
};

/** Chooses a fiscal year: links in a row, on a phone a list and a button. Works without scripts. */
export function YearSelect({
  years,
  current,
  action,
  name = "fy",
  keep = {},
  notes = {},
  label = t`年度`,
  className = "",
}: YearSelectProps) {
  const short = years.length > 7;
  const asOf = useContext(CarriedAsOf);
  const kept = asOf === null ? keep : { ...keep, asOf };
  const path = (fy: FiscalYear) =>
    `${action}?${new URLSearchParams({ ...kept, [name]: String(fy) })}`;
  return (
    <nav aria-label={t`${label}の選択`} className={`print:hidden ${className}`}>
      <ul className="hidden border-b border-solid-gray-420 md:flex">
        {years.map((fy) => (
          <li key={fy} className="min-w-0 flex-initial">
            <a
              href={path(fy)}
              aria-current={fy === current ? "true" : undefined}
              className="flex min-h-12 flex-col justify-center border-b-4 border-transparent px-4 pt-1 text-center text-solid-gray-700 -outline-offset-4 hover:border-solid-gray-420 hover:bg-solid-gray-50 aria-[current=true]:border-blue-900 aria-[current=true]:text-blue-900"
            >
              <span className="text-dns-16N-130 whitespace-nowrap [[aria-current=true]>&]:font-bold">
                {short ? (
                  <span aria-hidden="true">{fiscalYearShort(fy)}</span>
                ) : (
                  fiscalYearLabel(fy)
                )}
                {short && <span className="sr-only">{fiscalYearLabel(fy)}</span>}
              </span>
              {notes[fy] && <span className="text-note text-solid-gray-600">{notes[fy]}</span>}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action={action} className="flex items-end gap-2 md:hidden">
        {Object.entries(kept).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <SelectField
          key={current}
          id={`${name}-select`}
          name={name}
          label={label}
          labelHidden
          defaultValue={String(current)}
          frameClassName="grow"
          options={years.map((fy) => ({
            value: String(fy),
            label: notes[fy] ? `${fiscalYearLabel(fy)} ${notes[fy]}` : fiscalYearLabel(fy),
          }))}
        />
        <Button variant="outline">{t`表示`}</Button>
      </form>
    </nav>
  );
}
