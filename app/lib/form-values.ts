/**
 * The text fields of a form; files and repeated names are left out, and NULs, which nobody types and
 * no database keeps.
 */
export function formValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()]
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .map(([name, value]) => [name, value.replaceAll("\0", "")]),
  );
}
