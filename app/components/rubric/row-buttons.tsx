import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import type { List } from "#app/domain/rubric/form.ts";
import { stepName } from "#app/domain/rubric/form-steps.ts";
import { type FormState, focusProps } from "./form-state.ts";

/** Moves a row of a list or takes it away. Each button sends the form, which comes back changed. */
export function RowButtons({
  form,
  list,
  row,
  count,
  name,
}: {
  form: FormState;
  list: List;
  row: number;
  count: number;
  /** What the row is: 「条件2」. */
  name: string;
}) {
  const steps = [
    { act: "up", Icon: ArrowUp, label: `${name}を上へ`, disabled: row === 0 },
    { act: "down", Icon: ArrowDown, label: `${name}を下へ`, disabled: row === count - 1 },
    { act: "remove", Icon: X, label: `${name}を削除`, disabled: false },
  ] as const;
  return (
    <div className="flex gap-1 print:hidden">
      {steps.map(({ act, Icon, label, disabled }) => {
        const value = stepName({ act, list, row });
        return (
          <button
            key={act}
            type="submit"
            name="intent"
            value={value}
            aria-label={label}
            title={label}
            disabled={disabled}
            className="touch-target grid size-9 place-content-center rounded-6 border border-solid-gray-420 bg-white text-solid-gray-800 hover:border-black hover:bg-solid-gray-50 disabled:border-solid-gray-200 disabled:text-solid-gray-420"
            {...focusProps(form, value)}
          >
            <Icon aria-hidden className="size-4.5" />
          </button>
        );
      })}
    </div>
  );
}

/** Adds an empty row at the end of a list. */
export function AddButton({
  form,
  list,
  children,
}: {
  form: FormState;
  list: List;
  children: string;
}) {
  const value = stepName({ act: "add", list });
  return (
    <Button variant="outline" size="sm" name="intent" value={value} {...focusProps(form, value)}>
      <Plus aria-hidden className="size-4.5" />
      {children}
    </Button>
  );
}
