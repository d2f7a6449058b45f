import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import { goalField } from "#app/domain/identity/chosen-goals.ts";

/** The PTs that somebody looks after; without any, all of them. */
export function GoalBoxes({
  goals,
  chosen,
  error,
}: {
  goals: readonly { id: string; name: string }[];
  chosen: readonly string[];
  error: string | undefined;
}) {
  if (goals.length === 0) return null;
  return (
    <fieldset id="goals" tabIndex={-1} aria-describedby="goals-support">
      <legend className="text-std-16B-170">
        担当PT<span className="ml-2 text-dns-14N-130 text-solid-gray-600">※任意</span>
      </legend>
      <p id="goals-support" className="mt-1 text-dns-16N-130 text-solid-gray-700">
        選択したPTの報告と照会だけが、お知らせやメールで届きます。選択しない場合は、すべてのPTについて届きます。閲覧や入力の権限は変わりません。
      </p>
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {goals.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={goalField(id)}
            name={goalField(id)}
            label={name}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </div>
      <FieldError id="goals" error={error} />
    </fieldset>
  );
}
