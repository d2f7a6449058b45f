import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

/** How many of the expected organisations reported, and by name who did not or not finally. */
export function Completeness({
  evaluation,
  names,
  label,
  unit,
  named = false,
}: {
  evaluation: Pick<
    EvaluationView,
    "reported" | "expectedReporters" | "missing" | "provisional" | "underSurvey" | "noData"
  >;
  /** Short names of organisations by slug. */
  names: Record<string, string>;
  label: string;
  unit?: string;
  /** Everybody is named, however many they are. */
  named?: boolean;
}) {
  const list = (slugs: readonly string[]) => listText(slugs.map((slug) => names[slug] ?? slug));
  const remarks = [
    [t`未報告`, evaluation.missing],
    [t`調査中`, evaluation.underSurvey],
    [t`実績なし`, evaluation.noData],
    [t`集計中`, evaluation.provisional],
  ] as const;
  return (
    <div className="min-w-32 print:min-w-0">
      <ProgressBar
        size="sm"
        label={label}
        value={evaluation.reported}
        total={evaluation.expectedReporters}
        unit={unit}
      />
      {remarks.map(
        ([word, slugs]) =>
          slugs.length > 0 && (
            <p key={word} className="text-note text-solid-gray-700">
              {t`${word}：${slugs.length > 4 && !named ? t`${slugs.length}団体` : list(slugs)}`}
            </p>
          ),
      )}
    </div>
  );
}
