import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { editionWords } from "#app/i18n/changes.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Props = {
  plan: string;
  fy: number;
  editions: readonly { edition: number }[];
  /** Days and now are for members. */
  member: boolean;
  /** As they stand in addresses. */
  from: string | null;
  to: string | null;
  today: string;
};

/** Chooses the two times: editions from a list, and for members a day or now. Works without scripts. */
export function TimesForm({ plan, fy, editions, member, from, to, today }: Props) {
  return (
    <form
      action={paths.changes(plan)}
      className="flex flex-wrap items-end gap-x-6 gap-y-4 print:hidden"
    >
      <input type="hidden" name="fy" value={fy} />
      <Choice
        name="from"
        label={t`変更前`}
        current={from}
        {...{ editions, member, today }}
        now={false}
      />
      <Choice
        name="to"
        label={t`変更後`}
        current={to}
        {...{ editions, member, today }}
        now={member}
      />
      <Button variant="outline">{t`比べる`}</Button>
    </form>
  );
}

function Choice({
  name,
  label,
  current,
  editions,
  member,
  today,
  now,
}: Pick<Props, "editions" | "member" | "today"> & {
  name: "from" | "to";
  label: string;
  current: string | null;
  now: boolean;
}) {
  const day = /^\d{4}-\d\d-\d\d$/.test(current ?? "");
  const moment = current !== null && !day && current.includes("T");
  return (
    <fieldset className="group/choice flex flex-wrap items-end gap-2">
      <legend className="sr-only">{label}</legend>
      <SelectField
        id={name}
        name={name}
        label={label}
        defaultValue={day ? "day" : (current ?? "")}
        className="w-44"
        options={[
          ...(current === null ? [{ value: "", label: t`選んでください` }] : []),
          ...(moment ? [{ value: current, label: t`指定した時刻` }] : []),
          ...(now ? [{ value: "now", label: t`現在` }] : []),
          ...editions.map(({ edition }) => ({
            value: `edition-${edition}`,
            label: editionWords(edition),
          })),
          ...(member ? [{ value: "day", label: t`日を指定` }] : []),
        ]}
      />
      {member && (
        <TextField
          id={`${name}Day`}
          name={`${name}Day`}
          type="date"
          label={t`日`}
          max={today}
          defaultValue={day ? (current ?? "") : ""}
          className="w-44"
          frameClassName="supports-[selector(:has(a))]:hidden group-has-[option[value=day]:checked]/choice:block!"
        />
      )}
    </fieldset>
  );
}
