import { Form } from "@remix-run/react";
import { EvidenceList } from "#app/components/health/evidence-list.tsx";
import {
  anchorOf,
  type PlanNames,
  type ShownFinding,
  subjectOf,
} from "#app/components/health/shown-finding.ts";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { caseWords } from "#app/i18n/health.ts";
import { momentText } from "#app/i18n/labels.ts";

/** Findings that somebody set aside, folded: why, who and when, and the way back. */
export function DismissedFindings({
  findings,
  names,
  mayDecide,
}: {
  findings: readonly ShownFinding[];
  names: PlanNames;
  mayDecide: boolean;
}) {
  if (findings.length === 0) return null;
  return (
    <Section id="dismissed" title="対応不要とした指摘" aside={`${findings.length}件`}>
      <Disclosure summary="内容と理由を表示">
        <ul className="space-y-8">
          {findings.map((finding) => {
            const subject = subjectOf(finding, names);
            const id = anchorOf(finding);
            return (
              <li key={finding.key} id={id} className="break-inside-avoid">
                <article aria-labelledby={`${id}-title`}>
                  <h3 id={`${id}-title`} className="text-std-16B-170">
                    {subject}
                  </h3>
                  <p className="mb-2 text-dns-16N-130 text-solid-gray-700">
                    {caseWords[finding.case].title}
                  </p>
                  <EvidenceList evidence={finding.evidence} names={names} />
                  <p className="mt-2 border-l-4 border-solid-gray-420 pl-3 whitespace-pre-line">
                    {finding.dismissal?.reason}
                  </p>
                  <p className="mt-1 pl-4 text-dns-14N-130 text-solid-gray-600">
                    {[
                      finding.dismissal?.organisation,
                      finding.dismissal?.person,
                      finding.dismissal && momentText(finding.dismissal.at),
                    ]
                      .filter(Boolean)
                      .join("　")}
                  </p>
                  {mayDecide && (
                    <Form method="post" className="mt-3 print:hidden">
                      <input type="hidden" name="key" value={finding.key} />
                      <Button name="intent" value="restore" variant="outline" size="sm">
                        指摘に戻す<span className="sr-only">：{subject}</span>
                      </Button>
                    </Form>
                  )}
                </article>
              </li>
            );
          })}
        </ul>
      </Disclosure>
    </Section>
  );
}
