import { Figure } from "#app/components/evaluation/figure.tsx";
import {
  type DefinedIndicator,
  IndicatorDefinition,
} from "#app/components/rollup/indicator-definition.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { ExpectationSource } from "#app/domain/evaluation/expectation.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { expectationSourceLabels } from "#app/i18n/labels.ts";

/** What a person needs beside the form: the year's target, what was reported before, the definition. */
export function ReportContext({
  indicator,
  cell,
  aim,
  fy,
  earlier,
  organisation,
}: {
  indicator: DefinedIndicator & { valueKind: ValueKind };
  /** The roadmap's cell of the year as printed. */
  cell: { text: string } | null;
  /** What evaluation holds the region against, also where the roadmap is silent. */
  aim: { value: string | null; from: ExpectationSource | null } | null;
  fy: number;
  earlier: readonly (AnswerContent & { fy: number; isDemo: boolean })[];
  organisation: string;
}) {
  return (
    <aside aria-label="参考" className="space-y-6 rounded-8 bg-solid-gray-50 p-5">
      <div>
        <h2 className="text-dns-16B-130">{fiscalYearShort(fy)}の目標（域内全体）</h2>
        {cell && <p className="mt-1 text-std-17N-170">{cell.text}</p>}
        {!cell && aim?.value && aim.from && (
          <p className="mt-1 text-std-17N-170">
            <Figure value={displayFigure(aim.value, indicator)} unit={indicator.unit} />
            <span className="block text-note text-solid-gray-700">
              {expectationSourceLabels[aim.from]}
            </span>
          </p>
        )}
        {!cell && !aim?.value && (
          <p className="mt-1 text-solid-gray-700">計画に年度目標の記載がありません。</p>
        )}
      </div>
      <div>
        <h2 className="text-dns-16B-130">{organisation}のこれまでの値</h2>
        {earlier.length === 0 ? (
          <p className="mt-1 text-solid-gray-700">受理された値はまだありません。</p>
        ) : (
          <dl className="mt-1 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
            {earlier.map((answer) => (
              <div key={answer.fy} className="flex items-baseline justify-between gap-4 py-1.5">
                <dt>{fiscalYearShort(answer.fy)}</dt>
                <dd className="text-right">
                  <Figure
                    value={displayFigure(answerFigure(answer), indicator)}
                    unit={indicator.unit}
                    text={answer.words}
                    demo={answer.isDemo}
                  />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <Disclosure summary="指標の定義を見る">
        <IndicatorDefinition indicator={indicator} />
      </Disclosure>
    </aside>
  );
}
