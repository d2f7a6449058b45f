import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { rolloutFieldLabels } from "#app/i18n/practice.ts";
import { dateText } from "#app/i18n/progress.ts";
import { RolloutBadge } from "./rollout-badge.tsx";
import type { ShownRollout } from "./shown.ts";

/** What every prefecture of the plan makes of a case; 未 where it has not said anything. */
export function RolloutTable({
  rows,
  caption,
}: {
  rows: readonly {
    organisation: { slug: string; shortName: string };
    rollout: ShownRollout | null;
  }[];
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden fixed stacks minWidth="lg">
      <THead>
        <Tr>
          <Th className="w-[11%]">団体</Th>
          <Th className="w-[14%]">状況</Th>
          <Th className="w-[9%]">開始年度</Th>
          <Th className="w-[28%]">{rolloutFieldLabels.effect}</Th>
          <Th>{rolloutFieldLabels.note}</Th>
          <Th className="w-[14%]">記録日</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ organisation, rollout }) => (
          <Tr key={organisation.slug}>
            <Th scope="row">{organisation.shortName}</Th>
            <Td label="状況">
              {rollout ? (
                <span className="inline-flex flex-wrap gap-x-2 gap-y-1">
                  <RolloutBadge state={rollout.state} />
                  {rollout.isDemo && <DemoTag />}
                </span>
              ) : (
                <span className="text-solid-gray-600">未</span>
              )}
            </Td>
            <Td label="開始年度" className={unsaid(rollout)}>
              {rollout?.startedFy ? fiscalYearShort(rollout.startedFy) : "－"}
            </Td>
            <Td
              label={rolloutFieldLabels.effect}
              className={`leading-150 whitespace-pre-line ${unsaid(rollout)}`}
            >
              {rollout?.effect || "－"}
            </Td>
            <Td
              label={rolloutFieldLabels.note}
              className={`leading-150 whitespace-pre-line ${unsaid(rollout)}`}
            >
              {rollout?.note || "－"}
            </Td>
            <Td label="記録日" className={unsaid(rollout)}>
              {rollout ? (
                <time dateTime={rollout.createdAt.toISOString()}>
                  {dateText(rollout.createdAt)}
                </time>
              ) : (
                "－"
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** On a phone, where every cell is a line, who has said nothing takes no lines for it. */
function unsaid(rollout: ShownRollout | null): string {
  return rollout ? "" : "max-sm:hidden";
}
