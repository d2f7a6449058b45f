import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { paths } from "#app/site/paths.ts";

/** Of which PT the table is, and the way to what waits one by one. */
export function ReviewFilter({
  organisation,
  goals,
  goal,
}: {
  organisation: string;
  goals: readonly { code: string; name: string }[];
  goal: string | null;
}) {
  const all = { value: "", label: "すべて" };
  return (
    <div className="flex flex-wrap items-end justify-between gap-4 print:hidden">
      <form
        method="get"
        action={paths.reviewTable(organisation)}
        className="flex items-end gap-2"
        aria-label="絞り込み"
      >
        <SelectField
          id="pt"
          name="pt"
          label="PT"
          inputSize="sm"
          className="w-60"
          defaultValue={goal ?? ""}
          options={[all, ...goals.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <Button variant="outline" size="sm">
          表示
        </Button>
      </form>
      <ButtonLink to={paths.review(organisation)} size="sm">
        1件ずつ確認する
      </ButtonLink>
    </div>
  );
}
