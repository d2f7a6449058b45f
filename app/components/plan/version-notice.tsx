import { TextLink } from "#app/components/ui/text-link.tsx";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PlanVersion } from "#app/domain/plan/revision.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { versionKindLabels } from "#app/i18n/plan-version.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Says quietly that a year is graded by an earlier version of the plan than the one in force. */
export function VersionNotice({
  plan,
  fy,
  version,
}: {
  plan: { code: string; versions: readonly PlanVersion[] };
  fy: FiscalYear;
  /** The version that the year is graded by. */
  version: PlanVersion;
}) {
  const inForce = plan.versions.at(-1);
  if (!inForce || inForce.version === version.version) return null;
  return (
    <p className="mb-6 border-l-4 border-solid-gray-420 pl-3 text-dns-16N-130 text-solid-gray-700">
      {t`${fiscalYearLabel(fy)}は、${versionKindLabels[version.kind]}（第${version.version}版）に基づいて評価しています。`}
      <TextLink to={paths.versions(plan.code)} className="print:hidden">
        {t`改定履歴`}
      </TextLink>
    </p>
  );
}
