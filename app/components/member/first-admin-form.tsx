import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

/** Asks one person to administer an organisation, or to keep the portal. Works without scripts. */
export function FirstAdminForm({
  label,
  input,
  errors,
}: {
  label: string;
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  return (
    <form method="post" noValidate className="max-w-3xl space-y-5">
      <input type="hidden" name="intent" value="send" />
      <input type="hidden" name="role" value="admin" />
      <TextField
        id="emails"
        name="emails"
        type="email"
        label={label}
        required
        autoComplete="off"
        defaultValue={input.emails}
        error={errors.emails ? message(errors.emails) : undefined}
      />
      <Button>招待する</Button>
    </form>
  );
}
