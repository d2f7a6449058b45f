import type { EvaluationView } from "#app/domain/rollup/row.ts";
import { leftOut } from "#app/i18n/left-out.ts";
import { rich, t } from "#app/i18n/t.ts";

/** What is missing, excluded or provisional, and why; or that nothing is. */
export function LeftOut({
  evaluation,
  names,
}: {
  evaluation: EvaluationView;
  names: Record<string, string>;
}) {
  const rows = leftOut(evaluation, names);
  if (rows.length === 0)
    return <p>{t`報告すべき団体はすべて報告しており、除いた値も集計中の値もありません。`}</p>;
  return (
    <ul className="list-disc space-y-1 pl-6">
      {rows.map(({ organisation, name, why }) => (
        <li key={`${organisation} ${why}`}>
          {rich`${<span className="font-bold">{name}</span>}　${why}`}
        </li>
      ))}
    </ul>
  );
}
