import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { isOutdated, type ProgressStatus } from "#app/domain/progress/status.ts";
import { dateText } from "#app/i18n/progress.ts";
import { StatusBadge } from "./status-badge.tsx";

type Said = { status: ProgressStatus; isDemo: boolean; createdAt: Date } | null;

/** How a project gets on, in one line: the whole as the lead sees it, and one organisation's part. */
export function StatusLine({
  progress,
  to,
  project,
  organisation,
  leads,
  now,
}: {
  progress: { whole: Said; own: Said };
  to: string;
  project: string;
  organisation: string;
  /** The organisation leads the PT, so that the word on the whole is its to give. */
  leads: boolean;
  now: Date;
}) {
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 font-normal">
      <Said term="全体" said={progress.whole}>
        {leads && isOutdated(progress.whole, now) && <Tag tone="orange">未更新</Tag>}
      </Said>
      <Said term={organisation} said={progress.own} />
      <TextLink to={to}>
        進み具合<span className="sr-only">：{project}</span>
      </TextLink>
    </span>
  );
}

function Said({ term, said, children }: { term: string; said: Said; children?: React.ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="text-solid-gray-600">{term}：</span>
      {said ? (
        <>
          <StatusBadge status={said.status} />
          <span className="text-note text-solid-gray-600">{dateText(said.createdAt)}</span>
          {said.isDemo && <DemoTag />}
        </>
      ) : (
        <span className="text-solid-gray-600">報告なし</span>
      )}
      {children}
    </span>
  );
}
