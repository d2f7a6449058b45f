import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { practiceFieldLabels } from "#app/i18n/practice.ts";

/** Takes a shared case back, with a reason. Works without scripts. */
export function WithdrawForm({
  reason,
  error,
  baseVersion,
  requestKey,
  open,
}: {
  reason: string;
  /** Message key. */
  error: string | undefined;
  baseVersion: number;
  requestKey: string;
  /** Something was sent from here already. */
  open: boolean;
}) {
  return (
    <Disclosure summary="この事例を取り下げる" open={open}>
      <form method="post" className="max-w-3xl space-y-5">
        <input type="hidden" name="baseVersion" value={baseVersion} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <p>
          取り下げると、ほかの団体からは見えなくなり、KPIの件数にも数えません。内容を直して再び共有することはできます。
        </p>
        <TextareaField
          id="reason"
          name="reason"
          label={practiceFieldLabels.reason}
          required
          rows={2}
          defaultValue={reason}
          error={error && message(error)}
        />
        <Button name="intent" value="withdraw" variant="outline">
          取り下げる
        </Button>
      </form>
    </Disclosure>
  );
}
