import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Timeline, type TimelineEntry } from "#app/components/ui/timeline.tsx";
import { dayText, momentText } from "#app/i18n/labels.ts";
import { dueText, updateScopeLabel } from "#app/i18n/progress.ts";
import { MilestoneBadge } from "./milestone-badge.tsx";
import type { ShownStep, ShownUpdate } from "./shown.ts";
import { StatusBadge } from "./status-badge.tsx";
import { UpdateBody } from "./update-body.tsx";

/** Everything that was said about a project or about one milestone, newest first. */
export function ProgressHistory({
  updates = [],
  versions,
}: {
  updates?: readonly ShownUpdate[];
  versions: readonly ShownStep[];
}) {
  const entries = [...updates.map(updateEntry), ...versions.map(milestoneEntry)].sort((a, b) =>
    a.at < b.at ? 1 : -1,
  );
  // On paper, what is folded away would leave an empty line.
  return <Timeline entries={entries} className="print:[&_div:has(>details)]:hidden" />;
}

function updateEntry(update: ShownUpdate): TimelineEntry {
  return {
    id: update.id,
    at: update.createdAt.toISOString(),
    atText: momentText(update.createdAt),
    organisation: update.organisation.shortName,
    person: update.author,
    change: <StatusBadge status={update.status} />,
    value: (
      <>
        進捗報告：{updateScopeLabel(update.scope, update.organisation.shortName)}
        {update.isDemo && <DemoTag className="ml-2" />}
      </>
    ),
    reason: (
      <Disclosure small summary="報告の内容" className="inline-block">
        <UpdateBody update={update} columns={false} />
        <AttachmentList attachments={update.attachments} className="mt-3" />
      </Disclosure>
    ),
    reasonLabel: "",
  };
}

function milestoneEntry(version: ShownStep): TimelineEntry {
  const saved = version.step === "save";
  const added = saved && version.version === 1;
  const definition = `期限：${dueText(version)}　担当団体：${version.organisation.shortName}`;
  const said = [
    version.reachedOn && `達成日：${dayText(version.reachedOn)}`,
    version.reason && `理由：${version.reason}`,
    version.evidence && `根拠：${version.evidence}`,
  ].filter(Boolean);
  return {
    id: version.id,
    at: version.createdAt.toISOString(),
    atText: momentText(version.createdAt),
    organisation: version.authorOrganisation,
    person: version.author,
    change: <MilestoneBadge state={version.state} />,
    value: (
      <>
        マイルストーン{added ? "を追加" : saved ? "の内容を変更" : ""}：{version.name}
        {version.isDemo && <DemoTag className="ml-2" />}
      </>
    ),
    reason: withFiles((saved ? definition : said.join("　")) || undefined, version.attachments),
    reasonLabel: "",
  };
}

function withFiles(said: string | undefined, attachments: ShownStep["attachments"]) {
  if (attachments.length === 0) return said;
  return (
    <>
      {said}
      <AttachmentList attachments={attachments} className={said ? "mt-2" : ""} />
    </>
  );
}
