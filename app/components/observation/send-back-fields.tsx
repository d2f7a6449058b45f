import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { reviewField } from "#app/domain/observation/review-rows.ts";
import { message } from "#app/i18n/messages.ts";

/** How a single row of a table of answers is sent back: unfolded, with a reason. */
export function SendBackFields({
  row,
  name,
  step,
  label,
  support,
  refused,
}: {
  /** The key of the row in the table's form. */
  row: string;
  /** What is sent back, for screen readers. */
  name: string;
  step: "return" | "send_back";
  label: string;
  support?: string;
  /** What was typed and why it was refused; null otherwise. */
  refused: { reason: string; error: string } | null;
}) {
  return (
    <Disclosure
      summary={
        <>
          差し戻す<span className="sr-only">：{name}</span>
        </>
      }
      small
      open={refused !== null}
    >
      <TextareaField
        id={reviewField("reason", row)}
        name={reviewField("reason", row)}
        label={label}
        support={support}
        rows={2}
        defaultValue={refused?.reason}
        error={refused ? message(refused.error) : undefined}
      />
      <Button name="intent" value={`${step}:${row}`} variant="outline" size="xs" className="mt-2">
        理由を付けて差し戻す<span className="sr-only">：{name}</span>
      </Button>
    </Disclosure>
  );
}
