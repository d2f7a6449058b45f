import type { Fields } from "#app/domain/rubric/form.ts";
import { message } from "#app/i18n/messages.ts";

/** What the fields of the rubric's form know about themselves. */
export type FormState = {
  /** What they were rendered with. */
  initial: Fields;
  /** What stands in them now; the same as `initial` where there are no scripts. */
  live: Fields;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The field or button at which the reader goes on. */
  focus: string | null;
};

/** The attributes of a text field or a choice; its id is its name, the anchor of its error. */
export function fieldProps(form: FormState, name: string) {
  const key = form.errors[name];
  return {
    id: name,
    name,
    defaultValue: form.initial[name] ?? "",
    error: key === undefined ? undefined : message(key),
    ...focusProps(form, name),
  };
}

/** The attributes of a box to tick. */
export function tickProps(form: FormState, name: string) {
  return { id: name, name, defaultChecked: form.initial[name] === "on", value: "on" };
}

/** Lets the reader go on where they were: after a step the page comes anew. */
export function focusProps(form: FormState, name: string): { autoFocus?: true } {
  return form.focus === name ? { autoFocus: true } : {};
}
