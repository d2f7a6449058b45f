import { X } from "lucide-react";
import { useContext } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import {
  type FilterChoices,
  type FilterName,
  filterNames,
  filterQuery,
  type RegionFilter,
} from "#app/domain/rollup/filter.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { CarriedAsOf } from "#app/site/carried-link.ts";
import { paths } from "#app/site/paths.ts";
import { filterChips, filterLabel, filterValue } from "./region-filter-words.ts";
import type { RegionView } from "./region-view.ts";

export type ChosenFilter = {
  filter: RegionFilter;
  choices: FilterChoices;
  /** The conditions whose value there is not. */
  ignored: readonly FilterName[];
};

/** Narrows the roll-up down: a form that is an address, and the conditions that are set. */
export function RegionFilterForm({
  region,
  chosen: { filter, choices },
}: {
  region: RegionView;
  chosen: ChosenFilter;
}) {
  const asOf = useContext(CarriedAsOf);
  const { plan, fy, figures } = region;
  // Without figures there is nothing to ask of marks and reports.
  const lists = filterNames.filter(
    (name) => name !== "reported" && (figures || name !== "mark") && choices[name].length > 1,
  );
  return (
    <Disclosure small summary={t`条件で指標を絞り込む`} className="open:basis-full print:hidden">
      <form
        action={paths.plan(plan.code)}
        className="flex flex-wrap items-end gap-x-3 gap-y-2 rounded-8 bg-solid-gray-50 p-4"
      >
        <input type="hidden" name="fy" value={fy} />
        {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
        {lists.map((name) => (
          <SelectField
            key={name}
            id={`filter-${name}`}
            name={name}
            label={filterLabel(name, region)}
            inputSize="sm"
            defaultValue={filter[name] ?? ""}
            frameClassName={`max-w-full gap-1! ${name === "policy" ? "w-60" : "w-40"} max-sm:w-full`}
            options={
              name === "policy"
                ? []
                : [
                    { value: "", label: t`すべて` },
                    ...choices[name].map((value) => ({
                      value,
                      label: filterValue(name, value, region),
                    })),
                  ]
            }
          >
            {name === "policy" && <PolicyOptions region={region} />}
          </SelectField>
        ))}
        {figures && (
          <Checkbox
            id="filter-reported"
            name="reported"
            value="1"
            label={t`報告済みのみ`}
            defaultChecked={filter.reported !== null}
          />
        )}
        <Button variant="outline" size="sm">
          {t`絞り込む`}
        </Button>
      </form>
    </Disclosure>
  );
}

/** The policies under their goals: their numbers begin anew in each. */
function PolicyOptions({ region }: { region: RegionView }) {
  return (
    <>
      <option value="">{t`すべて`}</option>
      {region.goals.map(({ node, policies }) => (
        <optgroup key={node.code} label={node.name}>
          {policies.map((policy) => (
            <option key={policy.node.code} value={policy.node.code}>
              {t`${policy.node.number}　${policy.node.name}`}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** The conditions that are set, each with the way to take it off. */
export function FilterChips({
  region,
  chosen: { filter, choices, ignored },
}: {
  region: RegionView;
  chosen: ChosenFilter;
}) {
  const { plan, fy } = region;
  const chips = filterChips(filter, choices, region);
  return (
    <>
      {ignored.length > 0 && (
        <p className="basis-full text-dns-14N-130 text-solid-gray-800">
          {t`この計画・年度にない条件は無視しました：${listText(
            ignored.map((name) => filterLabel(name, region)),
          )}`}
        </p>
      )}
      {chips.length > 0 && (
        <ul
          aria-label={t`設定中の条件`}
          className="flex basis-full flex-wrap items-center gap-2 pt-1"
        >
          {chips.map(({ name, label, value }) => (
            <li key={name}>
              <TextLink
                to={paths.plan(plan.code, fy, filterQuery(filter, name))}
                aria-label={t`${label}：${value}を外す`}
                className="touch-target inline-flex items-center gap-1.5 rounded-full border border-blue-900 bg-blue-50 px-3 py-1 text-dns-14N-130 text-blue-1000! no-underline! hover:bg-blue-100"
              >
                <span className="text-solid-gray-700">{t`${label}：`}</span>
                {value}
                <X aria-hidden className="size-3.5 print:hidden" strokeWidth={2.5} />
              </TextLink>
            </li>
          ))}
          <li className="print:hidden">
            <TextLink to={paths.plan(plan.code, fy)} className="text-dns-14N-130">
              {t`条件を外す`}
            </TextLink>
          </li>
        </ul>
      )}
    </>
  );
}
