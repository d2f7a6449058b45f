import { updateTextLabels } from "#app/i18n/progress.ts";

export type UpdateTexts = { done: string; issues: string; next: string };

const parts = Object.keys(updateTextLabels) as (keyof UpdateTexts)[];

/** The three texts of an update, side by side where there is room. */
export function UpdateBody({ update, columns = true }: { update: UpdateTexts; columns?: boolean }) {
  return (
    <dl className={columns ? "grid gap-x-8 gap-y-4 md:grid-cols-3 print:grid-cols-3" : "space-y-3"}>
      {parts.map((part) => (
        <div key={part}>
          <dt className="text-eyebrow text-solid-gray-600">{updateTextLabels[part]}</dt>
          <dd className="mt-0.5 text-dns-16N-130 leading-160 whitespace-pre-line">
            {update[part] || "－"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
