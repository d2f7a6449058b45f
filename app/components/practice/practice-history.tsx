import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { Timeline, type TimelineEntry } from "#app/components/ui/timeline.tsx";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { momentText } from "#app/i18n/labels.ts";
import { practiceStateLabels, rolloutFieldLabels } from "#app/i18n/practice.ts";
import { PracticeBody } from "./practice-body.tsx";
import { RolloutBadge } from "./rollout-badge.tsx";
import type { ShownPractice, ShownRollout } from "./shown.ts";

/** Everything that was said about a case and its roll-outs, newest first. */
export function PracticeHistory({
  versions = [],
  rollouts,
}: {
  versions?: readonly ShownPractice[];
  rollouts: readonly ShownRollout[];
}) {
  const entries = [
    ...versions.map((version) => versionEntry(version, versions)),
    ...rollouts.map(rolloutEntry),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  // On paper, what is folded away would leave an empty line.
  return <Timeline entries={entries} className="print:[&_div:has(>details)]:hidden" />;
}

function versionEntry(version: ShownPractice, versions: readonly ShownPractice[]): TimelineEntry {
  const before = versions.find((other) => other.version === version.version - 1);
  return {
    ...whoAndWhen(version),
    change: (
      <Tag tone={version.state === "shared" ? "green" : "gray"}>
        {practiceStateLabels[version.state]}
      </Tag>
    ),
    value: (
      <>
        {changeWords(version, before)}
        {version.isDemo && <DemoTag className="ml-2" />}
      </>
    ),
    reason:
      version.state === "withdrawn" ? (
        <span className="whitespace-pre-line">{version.reason}</span>
      ) : (
        <Disclosure small summary="内容" className="inline-block">
          <p className="mb-3 text-dns-16B-130">{version.title}</p>
          <PracticeBody practice={version} small />
        </Disclosure>
      ),
    reasonLabel: version.state === "withdrawn" ? "取下げの理由" : "",
  };
}

/** What a version did, by the state that it left behind. */
function changeWords({ state }: ShownPractice, before: ShownPractice | undefined): string {
  if (state === "withdrawn") return "事例を取り下げた";
  if (state === "draft") return "下書きを保存";
  if (before?.state === "shared") return "事例を訂正";
  return before?.state === "withdrawn" ? "事例を再び共有" : "事例を共有";
}

function rolloutEntry(rollout: ShownRollout): TimelineEntry {
  const said = [
    rollout.startedFy && `開始年度：${fiscalYearShort(rollout.startedFy)}`,
    rollout.effect && `${rolloutFieldLabels.effect}：${rollout.effect}`,
    rollout.note && `${rolloutFieldLabels.note}：${rollout.note}`,
  ].filter(Boolean);
  return {
    ...whoAndWhen(rollout),
    change: <RolloutBadge state={rollout.state} />,
    value: (
      <>
        {rollout.organisation.shortName}の横展開
        {rollout.isDemo && <DemoTag className="ml-2" />}
      </>
    ),
    reason: said.join("　") || undefined,
    reasonLabel: "",
  };
}

function whoAndWhen({ id, createdAt, organisation, author }: ShownPractice | ShownRollout) {
  return {
    id,
    at: createdAt.toISOString(),
    atText: momentText(createdAt),
    organisation: organisation.shortName,
    person: author,
  };
}
