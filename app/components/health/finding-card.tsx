import { Form } from "@remix-run/react";
import { EvidenceList } from "#app/components/health/evidence-list.tsx";
import {
  anchorOf,
  type PlanNames,
  type ShownFinding,
  subjectOf,
} from "#app/components/health/shown-finding.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";

/** What was refused about a finding: the reason as typed, and what is wrong with it. */
export type RefusedReason = { key: string; reason: string | undefined; error: string };

/** The id of the field in which a finding's reason is typed. */
export function reasonFieldId(finding: Pick<ShownFinding, "key">): string {
  return `${anchorOf(finding)}-reason`;
}

/** One finding with its places, and the way to set it aside. */
export function FindingCard({
  finding,
  names,
  mayDecide,
  refused,
}: {
  finding: ShownFinding;
  names: PlanNames;
  mayDecide: boolean;
  refused: RefusedReason | null;
}) {
  const id = anchorOf(finding);
  const subject = subjectOf(finding, names);
  return (
    <li id={id} className="border-t border-solid-gray-200 py-2.5 first:border-t-0">
      <article aria-labelledby={`${id}-title`}>
        <h4 id={`${id}-title`} className="sr-only">
          {subject}
        </h4>
        <EvidenceList evidence={finding.evidence} names={names} />
        {mayDecide && (
          <Disclosure
            small
            summary={
              <>
                対応不要にする<span className="sr-only">：{subject}</span>
              </>
            }
            open={refused !== null}
            className="mt-1 print:hidden"
          >
            <Form method="post" noValidate className="max-w-[40rem]">
              <input type="hidden" name="key" value={finding.key} />
              <TextareaField
                id={reasonFieldId(finding)}
                name="reason"
                label="対応不要とする理由"
                support="計画を見る人に公開されます。記載が変わると、この指摘は再び表示されます。"
                required
                rows={2}
                defaultValue={refused?.reason}
                error={refused?.error}
              />
              <Button name="intent" value="dismiss" variant="outline" size="sm" className="mt-3">
                対応不要にする
                <span className="sr-only">：{subject}</span>
              </Button>
            </Form>
          </Disclosure>
        )}
      </article>
    </li>
  );
}
