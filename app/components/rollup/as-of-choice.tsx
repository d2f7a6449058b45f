import { CorrectionsLink } from "#app/components/changes/corrections-link.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { carried } from "#app/domain/rollup/as-of.ts";
import { momentText } from "#app/i18n/labels.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Published = { edition: number; title: string; note: string; publishedAt: Date };

/** Asks for the roll-up as it stood on a day, or as it was published. */
export function AsOfChoice({
  plan,
  fy,
  editions,
  filter = {},
}: {
  plan: string;
  fy: number;
  /** The conditions that it is narrowed down by. */
  filter?: Record<string, string>;
  editions: readonly Published[];
}) {
  return (
    <Disclosure
      small
      summary={t`過去の時点や公表された版で見る`}
      className="open:basis-full print:hidden"
    >
      <form action={paths.plan(plan)} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="fy" value={fy} />
        {Object.entries(filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id="asOf"
          name="asOf"
          type="date"
          label={t`見たい日（その日の終わりの時点）`}
          required
          className="w-56"
        />
        <Button variant="outline">{t`表示する`}</Button>
      </form>
      {editions.length > 0 && (
        <ul className="mt-4 space-y-1 text-dns-16N-130">
          {editions.map(({ edition, title, note, publishedAt }) => (
            <li key={edition}>
              {rich`${(
                <a
                  href={carried(paths.plan(plan, fy, filter), `edition-${edition}`)}
                  className="text-link"
                >
                  {t`第${edition}版`}
                </a>
              )}　${momentText(publishedAt)}公表　${title}`}
              {(note || edition > 1) && (
                <span className="flex flex-wrap gap-x-4 pl-4 text-solid-gray-700">
                  {note}
                  <CorrectionsLink plan={plan} fy={fy} edition={edition} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-dns-16N-130">
        <a href={paths.editions(plan)} className="text-link">
          {t`公表された版の一覧`}
        </a>
      </p>
    </Disclosure>
  );
}
