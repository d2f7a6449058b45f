import { FindingCard, type RefusedReason } from "#app/components/health/finding-card.tsx";
import type { PlanNames, ShownFinding } from "#app/components/health/shown-finding.ts";
import { Section } from "#app/components/layout/section.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import { type Severity, severities } from "#app/domain/health/finding.ts";
import { caseWords, severityLabels, severitySentences } from "#app/i18n/health.ts";

/** Findings by severity, then by what is wrong, which is explained once for all that share it. */
export function FindingGroups({
  findings,
  names,
  mayDecide,
  refused,
}: {
  findings: readonly ShownFinding[];
  names: PlanNames;
  mayDecide: boolean;
  refused: RefusedReason | null;
}) {
  const bySeverity = groupBy(findings, (finding) => finding.severity);
  return severities.flatMap((severity) => {
    const found = bySeverity.get(severity);
    if (!found) return [];
    return (
      <Section
        key={severity}
        id={severity}
        title={<SeverityTitle severity={severity} />}
        aside={`${found.length}件`}
        lead={severitySentences[severity]}
      >
        {[...groupBy(found, (finding) => finding.case)].map(([of, group]) => (
          <section key={of} aria-labelledby={`${severity}-${of}`} className="mt-8 first:mt-0">
            <div className="rounded-4 bg-solid-gray-50 px-4 py-3 break-inside-avoid break-after-avoid print:px-0">
              <h3 id={`${severity}-${of}`} className="text-std-17B-170">
                {caseWords[of].title}
                <span className="ml-2 text-dns-14N-130 font-normal text-solid-gray-700">
                  {group.length}件
                </span>
              </h3>
              <p className="text-dns-16N-130 leading-160 text-solid-gray-700">
                {caseWords[of].why}
              </p>
              <p className="text-dns-16N-130 leading-160">
                <span className="mr-2 font-bold">対応</span>
                {caseWords[of].suggestion}
              </p>
            </div>
            <ul className="mt-2 px-4 print:px-0">
              {group.map((finding) => (
                <FindingCard
                  key={finding.key}
                  finding={finding}
                  names={names}
                  mayDecide={mayDecide}
                  refused={refused?.key === finding.key ? refused : null}
                />
              ))}
            </ul>
          </section>
        ))}
      </Section>
    );
  });
}

const shapes: Record<Severity, { mark: string; ink: string }> = {
  error: { mark: "■", ink: "text-red-900" },
  warning: { mark: "▲", ink: "text-orange-900" },
  notice: { mark: "●", ink: "text-blue-900" },
};

/** A severity by shape, word and colour. */
function SeverityTitle({ severity }: { severity: Severity }) {
  return (
    <>
      <span aria-hidden="true" className={`mr-2 ${shapes[severity].ink}`}>
        {shapes[severity].mark}
      </span>
      {severityLabels[severity]}
    </>
  );
}
