import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { type ContactField, contactLabels } from "#app/i18n/workspace.ts";

export type ContactInput = Record<ContactField, string>;

/** Who is to be asked about a PT in an organisation. Works without scripts. */
export function ContactForm({
  input,
  errors,
  baseVersion,
}: {
  input: ContactInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 where there is none. */
  baseVersion: number;
}) {
  const common = (field: ContactField) => ({
    id: field,
    name: field,
    label: contactLabels[field],
    defaultValue: input[field],
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <TextField {...common("department")} required support="例：企画課 広域連携担当" />
      <TextField {...common("person")} support="職名だけでもかまいません。例：主査" />
      <TextField {...common("phone")} type="tel" autoComplete="off" className="w-72" />
      <TextField {...common("email")} type="email" autoComplete="off" className="w-96 max-w-full" />
      <TextareaField
        {...common("note")}
        rows={2}
        support="不在にする期間や、連絡してほしい時間帯など"
      />
      <div>
        <Button size="lg">保存する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          このポータルを利用する団体の職員が閲覧できます（公開はされません）。
        </p>
      </div>
    </form>
  );
}
