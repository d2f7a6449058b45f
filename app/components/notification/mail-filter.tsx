import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { mailKinds } from "#app/domain/mail/mail.ts";
import { mailKindLabels, mailStateLabels } from "#app/i18n/mail.ts";
import { paths } from "#app/site/paths.ts";

const states = [
  { value: "waiting", label: mailStateLabels.ready },
  ...(["sent", "digested", "withheld", "failed"] as const).map((state) => ({
    value: state as string,
    label: mailStateLabels[state],
  })),
];

/** Chooses what of the log is shown; the choice stands in the address. */
export function MailFilterForm({
  filter,
  organisations,
}: {
  filter: { organisation: string; kind: string; state: string };
  organisations: readonly { slug: string; shortName: string }[];
}) {
  const all = { value: "", label: "すべて" };
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const fields = [
    {
      name: "organisation",
      label: "宛先の団体",
      options: organisations.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
    },
    {
      name: "kind",
      label: "種類",
      options: mailKinds.map((kind) => ({ value: kind as string, label: mailKindLabels[kind] })),
    },
    { name: "state", label: "状態", options: states },
  ] as const;
  return (
    <form
      method="get"
      action={paths.mailLog()}
      aria-label="送信記録の絞り込み"
      className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap print:hidden"
    >
      {fields.map(({ name, label, options }) => (
        <SelectField
          key={name}
          id={name}
          name={name}
          label={label}
          defaultValue={filter[name]}
          frameClassName="min-w-0 sm:w-44"
          options={[all, ...options]}
        />
      ))}
      <Button variant="outline">絞り込む</Button>
      {isFiltered && <TextLink to={paths.mailLog()}>絞り込みを解除</TextLink>}
    </form>
  );
}
