import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { packParts } from "#app/domain/pack/pack.ts";
import { tickName } from "#app/domain/ticked.ts";
import { dayText } from "#app/i18n/labels.ts";
import { editionText, packPartLabel, packProblem } from "#app/i18n/pack.ts";

type Edition = { fy: number; edition: number; publishedOn: string };

/** Says of which edition, for which meeting and of what a pack is made. Works without scripts. */
export function PackForm({
  plan,
  editions,
  pts,
  fy,
  today,
  typed,
  errors,
}: {
  plan: { levelNames: { goal: string } };
  /** The newest year first. */
  editions: readonly Edition[];
  pts: readonly { code: string; name: string }[];
  /** The year that the page was opened for. */
  fy: number | null;
  today: string;
  /** What was sent and refused. */
  typed: Record<string, string> | null;
  errors: Record<string, string>;
}) {
  const error = (field: string) => (errors[field] ? packProblem(errors[field]) : undefined);
  const valueOfEdition = ({ fy: year, edition }: Edition) => `${year}-${edition}`;
  const first = editions.find((edition) => edition.fy === fy) ?? editions[0];
  const isTicked = (name: string) => (typed ? name in typed : true);
  return (
    <form method="post" className="max-w-3xl space-y-7">
      <SelectField
        id="edition"
        name="edition"
        label="もとにする版"
        support="公表した版だけを選べます。"
        required
        defaultValue={typed?.edition ?? (first && valueOfEdition(first))}
        error={error("edition")}
        className="w-96"
        options={editions.map((edition) => ({
          value: valueOfEdition(edition),
          label: `${editionText(edition)}（${dayText(edition.publishedOn)}公表）`,
        }))}
      />
      <TextField
        id="meeting"
        name="meeting"
        label="会議の名称"
        support="表紙と各ページの下に入ります。例：第44回九州地域戦略会議"
        required
        maxLength={100}
        defaultValue={typed?.meeting ?? ""}
        error={error("meeting")}
      />
      <TextField
        id="meetingOn"
        name="meetingOn"
        type="date"
        label="会議の日"
        required
        defaultValue={typed?.meetingOn ?? today}
        error={error("meetingOn")}
        className="w-64"
      />
      <Boxes id="pts" legend={plan.levelNames.goal} error={error("pts")}>
        {pts.map(({ code, name }) => (
          <Checkbox
            key={code}
            id={tickName("pt", code)}
            name={tickName("pt", code)}
            defaultChecked={isTicked(tickName("pt", code))}
            label={name}
          />
        ))}
      </Boxes>
      <Boxes id="parts" legend="資料の部分" error={error("parts")}>
        {packParts.map((part) => (
          <Checkbox
            key={part}
            id={tickName("part", part)}
            name={tickName("part", part)}
            defaultChecked={isTicked(tickName("part", part))}
            label={packPartLabel(part, plan.levelNames)}
          />
        ))}
      </Boxes>
      <div id="form">
        <Button size="lg">資料を作成する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          PDFとExcelを作成します。同じ内容の資料がすでにあるときは、その資料を表示します。
        </p>
      </div>
    </form>
  );
}

function Boxes({
  id,
  legend,
  error,
  children,
}: {
  id: string;
  legend: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className="min-w-0"
    >
      <legend className="text-std-16B-170">{legend}</legend>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-red-900">
          ＊{error}
        </p>
      )}
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
