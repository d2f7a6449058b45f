import { message } from "#app/i18n/messages.ts";
import { proposalFieldLabels } from "#app/i18n/revision.ts";

/** A thing that may be chosen in a form. */
export type Choice = { code: string; number: string; name: string };

/** What the fields of a form share: what stands in them and what is wrong with it. */
export type FormState = {
  input: Readonly<Record<string, string>>;
  /** Message keys by field. */
  errors: Readonly<Record<string, string>>;
};

/** The attributes of a field of a form of the plan, by its name. */
export function fieldOf({ input, errors }: FormState, name: keyof typeof proposalFieldLabels) {
  const error = errors[name];
  return {
    id: name,
    name,
    label: proposalFieldLabels[name],
    defaultValue: input[name] ?? "",
    error: error && message(error),
  };
}

/** A choice of one of the plan's things, or none. */
export function choices(of: readonly Choice[], none = "選択してください") {
  return [
    { value: "", label: none },
    ...of.map(({ code, number, name }) => ({ value: code, label: `${code}　${number}${name}` })),
  ];
}
