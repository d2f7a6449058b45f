import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { auditActionGroups } from "#app/i18n/audit.ts";

export type AskedEvents = Record<
  "from" | "until" | "actor" | "action" | "organisation" | "subject" | "request",
  string
>;

/** Chooses which events are shown; the choice stands in the address. */
export function AuditFilterForm({
  action,
  filter,
  organisations,
  subjects,
}: {
  /** The page. */
  action: string;
  filter: AskedEvents;
  /** Offered where events of several are shown. */
  organisations: readonly { slug: string; shortName: string }[];
  /** What the events of this page are about; undefined: everything. */
  subjects: readonly string[] | undefined;
}) {
  const isFiltered = Object.values(filter).some((value) => value !== "");
  return (
    <form
      method="get"
      action={action}
      aria-label="監査記録の絞り込み"
      className="grid grid-cols-1 items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4 print:hidden"
    >
      <TextField id="from" name="from" type="date" label="期間の初日" defaultValue={filter.from} />
      <TextField
        id="until"
        name="until"
        type="date"
        label="期間の最終日"
        defaultValue={filter.until}
      />
      <TextField
        id="actor"
        name="actor"
        label="操作した人の名前の一部"
        defaultValue={filter.actor}
        maxLength={100}
      />
      <SelectField
        id="action"
        name="action"
        label="操作"
        defaultValue={filter.action}
        options={[]}
        frameClassName="min-w-0"
      >
        <option value="">すべて</option>
        {auditActionGroups(subjects).map(({ subject, label, actions }) => (
          <optgroup key={subject} label={label}>
            <option value={subject}>{label}のすべて</option>
            {actions.map(({ action: each, text }) => (
              <option key={each} value={each}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {organisations.length > 0 && (
        <SelectField
          id="organisation"
          name="organisation"
          label="団体"
          defaultValue={filter.organisation}
          options={[
            { value: "", label: "すべて" },
            ...organisations.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
          ]}
        />
      )}
      <TextField
        id="subject"
        name="subject"
        label="対象の一部"
        defaultValue={filter.subject}
        maxLength={100}
      />
      <TextField
        id="request"
        name="request"
        label="リクエスト番号"
        defaultValue={filter.request}
        maxLength={100}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="outline">絞り込む</Button>
        {isFiltered && <TextLink to={action}>絞り込みを解除</TextLink>}
      </div>
    </form>
  );
}
