import { Timeline } from "#app/components/ui/timeline.tsx";
import type { RoundStep } from "#app/domain/round/states.ts";
import { dayText, momentText } from "#app/i18n/labels.ts";
import { roundStepLabels } from "#app/i18n/round.ts";

type Recorded = {
  id: string;
  step: RoundStep;
  dueOn: string;
  reason: string;
  createdAt: Date;
  author: string | null;
  organisation: string;
};
type Extended = {
  id: string;
  organisation: string;
  dueOn: string;
  reason: string;
  createdAt: Date;
  author: string;
};

/** Everything that was done to a round, newest first. */
export function RoundHistory({
  records,
  extensions,
}: {
  records: readonly Recorded[];
  extensions: readonly Extended[];
}) {
  const entries = [
    ...records.map((record) => ({
      ...record,
      change: roundStepLabels[record.step],
      value:
        record.step === "close" || record.step === "publish"
          ? undefined
          : `回答期限 ${dayText(record.dueOn)}`,
      reasonLabel: record.step === "close" ? "状況" : "理由",
      person: record.author ?? undefined,
    })),
    ...extensions.map(({ author, organisation, ...extension }) => ({
      ...extension,
      change: `${organisation}の期限の延長`,
      value: `回答期限 ${dayText(extension.dueOn)}`,
      reasonLabel: "理由",
      person: author,
      organisation: undefined,
    })),
  ].toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return (
    <Timeline
      entries={entries.map((entry) => ({
        ...entry,
        at: entry.createdAt.toISOString(),
        atText: momentText(entry.createdAt),
        reason: entry.reason && <span className="whitespace-pre-line">{entry.reason}</span>,
      }))}
    />
  );
}
