import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";

/** Chooses the version that another one is compared with. */
export function AgainstSelect({
  action,
  versions,
  current,
}: {
  action: string;
  versions: readonly { version: number; title: string }[];
  current: number | null;
}) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-3 print:hidden">
      <SelectField
        id="against"
        name="against"
        label="比べる版"
        inputSize="sm"
        defaultValue={current ?? ""}
        className="w-80"
        options={versions.map(({ version, title }) => ({
          value: String(version),
          label: `第${version}版　${title}`,
        }))}
      />
      <Button variant="outline" size="sm">
        比べる
      </Button>
    </form>
  );
}
