import type { FormError } from "#app/components/ui/error-summary.tsx";
import { message } from "#app/i18n/messages.ts";

/** The errors of a form in the order of its fields, as the summary over it lists them. */
export function errorsInOrder(
  errors: Record<string, string>,
  fields: readonly string[],
): FormError[] {
  return Object.entries(errors)
    .sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))
    .map(([field, key]) => ({ fieldId: field, message: message(key) }));
}
