import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";

/** What was sent and not taken, with the reasons by field. */
export type RefusedExtension = {
  organisation: string;
  dueOn: string;
  reason: string;
  errors: Readonly<Record<string, string>>;
};

/** Gives one organisation longer to answer. Works without scripts. */
export function ExtensionForm({
  organisation: { slug, shortName },
  version,
  requestKey,
  refused,
}: {
  organisation: { slug: string; shortName: string };
  /** How often it was given longer before. */
  version: number;
  requestKey: string;
  refused: RefusedExtension | null;
}) {
  const error = (field: string) => {
    const key = refused?.errors[field];
    return key ? message(key) : undefined;
  };
  return (
    <Disclosure
      small
      open={refused !== null}
      summary={
        <>
          期限を延長する<span className="sr-only">：{shortName}</span>
        </>
      }
    >
      <form method="post" noValidate className="max-w-sm space-y-4">
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="baseVersion" value={version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <TextField
          id={`dueOn-${slug}`}
          name="dueOn"
          type="date"
          label="新しい回答期限"
          required
          defaultValue={refused?.dueOn}
          error={error("dueOn")}
          className="w-56"
        />
        <TextareaField
          id={`reason-${slug}`}
          name="reason"
          label="延長の理由"
          required
          rows={2}
          defaultValue={refused?.reason}
          error={error("reason")}
        />
        <Button name="intent" value="extend" variant="outline" size="sm">
          延長する<span className="sr-only">：{shortName}</span>
        </Button>
      </form>
    </Disclosure>
  );
}
