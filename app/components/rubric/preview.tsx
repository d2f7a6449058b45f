import { countedUnit } from "#app/components/rollup/counted-unit.ts";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import type { RubricPlan, ShownPreview } from "./editor-data.ts";
import { MarkChanges } from "./mark-changes.tsx";

/** What a rubric would change on the plan's own figures, counted and one by one. */
export function Preview({
  preview,
  inForce,
  plan,
  wide = false,
}: {
  preview: ShownPreview;
  inForce: Rubric;
  plan: RubricPlan;
  /** Puts before and after side by side. */
  wide?: boolean;
}) {
  const { changes, fy, judged } = preview;
  const ofYear = changes.filter((change) => change.fy === fy).length;
  const kinds = (kind: "indicator" | "project") =>
    changes.filter((change) => change.kind === kind).length;
  const sides = [
    { title: "現行の基準", rubric: inForce, summary: preview.before },
    { title: "この基準", rubric: preview.rubric, summary: preview.after },
  ];
  return (
    <>
      <p className="text-std-20B-150">
        {changes.length === 0 ? (
          "この基準で変わる評価はありません"
        ) : (
          <>
            この基準では
            <span className="mx-0.5 text-std-24B-150 tabular-nums">{changes.length}</span>
            件の評価が変わります
          </>
        )}
      </p>
      <p className="mt-1 text-dns-14N-130 leading-150 text-solid-gray-700">
        {changes.length > 0 &&
          `${fiscalYearLabel(fy)}は${ofYear}件。全年度の内訳は、指標${kinds("indicator")}件、${plan.levelNames.project}${kinds("project")}件です。`}
        報告のある指標（延べ{judged}件）で計算しています。
      </p>
      {preview.unknownSet > 0 && (
        <p className="mt-1 text-dns-14N-130 leading-150 text-solid-gray-700">
          人が設定した評価のうち{preview.unknownSet}
          件は、この基準にない評価です。設定されたまま残ります。
        </p>
      )}
      <div className={`mt-5 grid gap-5 ${wide ? "sm:grid-cols-2" : ""}`}>
        {sides.map(({ title, rubric, summary }) => (
          <div key={title}>
            <h3 className="mb-1.5 text-dns-14B-130">
              {title}
              <span className="ml-2 font-normal text-solid-gray-700">{fiscalYearLabel(fy)}</span>
            </h3>
            {summary.counted === 0 ? (
              <p className="text-dns-14N-130 text-solid-gray-700">件数に数える指標がありません。</p>
            ) : (
              <SummaryCounts
                summary={summary}
                rubric={rubric}
                unit={countedUnit({ rubric, levelNames: plan.levelNames })}
                label={`${title}による評価`}
              />
            )}
          </div>
        ))}
      </div>
      {changes.length > 0 && (
        <div className="mt-5">
          <h3 className="mb-1 text-dns-14B-130">変わる評価</h3>
          <MarkChanges
            changes={changes}
            fy={fy}
            plan={plan}
            wide={wide}
            marks={{ before: inForce.marks, after: preview.rubric.marks }}
          />
        </div>
      )}
    </>
  );
}

/** What no rubric changes. */
export function Untouched({ editions }: { editions: number }) {
  return (
    <ul className="list-disc space-y-1 pl-5 text-dns-14N-130 leading-150 text-solid-gray-800">
      <li>
        公表済みの版{editions > 0 ? `（${editions}件）` : ""}
        の評価は変わりません。公表したときの基準のまま残ります。
      </li>
      <li>担当者が付けた評価（上書き）は、そのまま優先されます。</li>
      <li>報告された実績値は変わりません。これまでの基準も、いつでも読めます。</li>
    </ul>
  );
}
