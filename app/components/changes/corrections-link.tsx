import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Leads from an edition that is not its year's first to what it changed against the one before. */
export function CorrectionsLink({
  plan,
  fy,
  edition,
  changes = null,
}: {
  plan: string;
  fy: number;
  edition: number;
  /** How many KPIs it has otherwise, where that is known. */
  changes?: number | null;
}) {
  if (edition < 2) return null;
  const times = { from: `edition-${edition - 1}`, to: `edition-${edition}` };
  return (
    <a href={paths.changes(plan, fy, times)} className="text-link">
      {changes === null
        ? t`第${edition - 1}版からの変更点`
        : t`第${edition - 1}版から変更のあった指標　${changes}件`}
    </a>
  );
}
