import type { MarkTone } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { Sign } from "./sign.tsx";

type Step = { symbol: string; label: string; tone: MarkTone };

/** What the signs of a table mean. */
export function ScaleLegend({ scales }: { scales: { name: string; steps: readonly Step[] }[] }) {
  return (
    <dl className="space-y-1">
      {scales
        .filter(({ steps }) => steps.length > 0)
        .map(({ name, steps }) => (
          <div key={name} className="flex flex-wrap gap-x-4">
            <dt className="font-bold">{name}</dt>
            {steps.map((step) => (
              <dd key={step.symbol} className="inline-flex items-center gap-1">
                <Sign step={step} spoken={false} />
                {step.label !== step.symbol && step.label}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

/** Lines under a table: 注. */
export function TableNotes({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="space-y-0.5">
      {lines.map((line) => (
        <li key={line} className="pl-[1.25em] -indent-[1.25em]">
          {t`※　${line}`}
        </li>
      ))}
    </ul>
  );
}
