import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

/** Asks for the plan as it was on a day. */
export function AsOfForm({
  action,
  day,
  today,
  error,
}: {
  action: string;
  day: string;
  today: string;
  /** A message key. */
  error: string | null;
}) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-4 print:hidden">
      <TextField
        id="asOf"
        name="asOf"
        type="date"
        label="指定日時点の計画を見る"
        max={today}
        defaultValue={day || today}
        error={error ? message(error) : undefined}
        className="w-56"
      />
      <Button variant="outline">表示する</Button>
    </form>
  );
}
