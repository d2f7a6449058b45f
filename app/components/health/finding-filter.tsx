import type { ShownFinding } from "#app/components/health/shown-finding.ts";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type HealthRule, healthRules, severities } from "#app/domain/health/finding.ts";
import { ruleLabels, severityLabels } from "#app/i18n/health.ts";

/** What of the findings is shown; empty for all. */
export type FindingFilter = { severity: string; rule: string };

/** The findings that a filter lets through. */
export function filtered<Found extends ShownFinding>(
  findings: readonly Found[],
  { severity, rule }: FindingFilter,
): Found[] {
  return findings.filter(
    (finding) =>
      (severity === "" || finding.severity === severity) && (rule === "" || finding.rule === rule),
  );
}

/** Chooses severity and rule; the choice stands in the address. */
export function FindingFilterForm({
  action,
  filter,
  findings,
}: {
  action: string;
  filter: FindingFilter;
  findings: readonly ShownFinding[];
}) {
  const rules = (Object.keys(healthRules) as HealthRule[]).flatMap((rule) => {
    const count = findings.filter((finding) => finding.rule === rule).length;
    return count === 0 && rule !== filter.rule
      ? []
      : [{ value: rule as string, label: `${ruleLabels[rule]}（${count}件）` }];
  });
  const isFiltered = filter.severity !== "" || filter.rule !== "";
  return (
    <form
      method="get"
      action={action}
      aria-label="指摘の絞り込み"
      className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <SelectField
        id="severity"
        name="severity"
        label="区分"
        defaultValue={filter.severity}
        className="w-44"
        options={[
          { value: "", label: "すべて" },
          ...severities.map((value) => ({ value: value as string, label: severityLabels[value] })),
        ]}
      />
      <SelectField
        id="rule"
        name="rule"
        label="点検の項目"
        defaultValue={filter.rule}
        className="w-72"
        options={[{ value: "", label: "すべて" }, ...rules]}
      />
      <Button variant="outline">表示</Button>
      {isFiltered && (
        <TextLink to={action} className="pb-3">
          絞り込みを解除
        </TextLink>
      )}
    </form>
  );
}
