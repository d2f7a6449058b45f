import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { carried } from "#app/domain/rollup/as-of.ts";
import { momentText } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";

type Published = { edition: number; title: string; note: string; publishedAt: Date };

/** Asks for the roll-up as it stood on a day, or as it was published. */
export function AsOfChoice({
  plan,
  fy,
  editions,
}: {
  plan: string;
  fy: number;
  editions: readonly Published[];
}) {
  return (
    <Disclosure small summary="過去の時点や公表された版で見る" className="mb-8 print:hidden">
      <form action={paths.plan(plan)} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="fy" value={fy} />
        <TextField
          id="asOf"
          name="asOf"
          type="date"
          label="見たい日（その日の終わりの時点）"
          required
          className="w-56"
        />
        <Button variant="outline">表示する</Button>
      </form>
      {editions.length > 0 && (
        <ul className="mt-4 space-y-1 text-dns-16N-130">
          {editions.map(({ edition, title, note, publishedAt }) => (
            <li key={edition}>
              <a href={carried(paths.plan(plan, fy), `edition-${edition}`)} className="text-link">
                第{edition}版
              </a>
              　{momentText(publishedAt)}公表　{title}
              {note && <span className="block pl-4 text-solid-gray-700">{note}</span>}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
