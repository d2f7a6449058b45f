import type { ExplanationStep } from "#app/i18n/explanation.ts";

/** The way from the reported figures to the mark, one step under the other. */
export function ExplanationSteps({ steps }: { steps: readonly ExplanationStep[] }) {
  return (
    <ol className="border-t border-solid-gray-420">
      {steps.map(({ step, title, words, numbers }, index) => (
        <li
          key={step}
          className="grid gap-x-8 gap-y-1 border-b border-solid-gray-420 py-4 md:grid-cols-[14rem_1fr]"
        >
          <h3 className="text-std-16B-170">
            <span className="mr-2 tabular-nums text-blue-900">{index + 1}</span>
            {title}
          </h3>
          <div>
            <p className="text-std-16N-170">{words}</p>
            {numbers && (
              <p className="mt-1 rounded-4 bg-solid-gray-50 px-3 py-2 text-std-16N-170 tabular-nums print:border print:border-solid-gray-420">
                {numbers}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
