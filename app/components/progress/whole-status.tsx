import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { currentForDays } from "#app/domain/progress/status.ts";
import { momentText } from "#app/i18n/labels.ts";
import type { ShownUpdate } from "./shown.ts";
import { StatusBadge } from "./status-badge.tsx";
import { UpdateBody } from "./update-body.tsx";

/** The lead's newest word on the project as a whole. */
export function WholeStatus({
  update,
  outdated,
  lead,
}: {
  update: ShownUpdate | null;
  outdated: boolean;
  lead: string;
}) {
  if (update === null)
    return <p className="text-solid-gray-700">{lead}は、まだ全体の状況を報告していません。</p>;
  return (
    <div className="border-t-2 border-solid-gray-900 pt-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusBadge status={update.status} large />
        {update.isDemo && <DemoTag />}
        {outdated && <Tag tone="orange">未更新（{currentForDays}日以上）</Tag>}
        <span className="text-dns-14N-130 text-solid-gray-600">
          <time dateTime={update.createdAt.toISOString()} className="mr-3">
            {momentText(update.createdAt)}
          </time>
          {update.organisation.shortName}　{update.author}
        </span>
      </p>
      <div className="mt-4">
        <UpdateBody update={update} />
      </div>
      <AttachmentList attachments={update.attachments} className="mt-4" />
    </div>
  );
}
