import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { roleSentences } from "#app/i18n/invitation.ts";
import { roleLabels } from "#app/i18n/labels.ts";
import { roles } from "#app/policy/roles.ts";

/** One of the roles, each with what it may do. */
export function RoleChoice({
  chosen,
  error,
}: {
  chosen: string | undefined;
  error: string | undefined;
}) {
  return (
    <RadioGroup
      id="role"
      name="role"
      label="役割"
      required
      error={error}
      defaultValue={chosen}
      options={roles.map((role) => ({
        value: role,
        label: roleLabels[role],
        support: roleSentences[role],
      }))}
    />
  );
}
