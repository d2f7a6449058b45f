import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import { momentText } from "#app/i18n/labels.ts";
import { notificationText } from "#app/i18n/notification.ts";

export type Notice = {
  id: string;
  kind: NotificationKind;
  path: string;
  detail: Record<string, string>;
  isDemo: boolean;
  readAt: Date | null;
  createdAt: Date;
  actor: string;
  organisation: string;
};

/** What somebody was told, each with the way there; what is unread says so and stands out. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="border-t-2 border-solid-gray-900">
      {notices.map((notice) => {
        const unread = notice.readAt === null;
        const text = notificationText(notice.kind, notice.detail);
        return (
          <li
            key={notice.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-solid-gray-420 py-3"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {unread && <Tag tone="blue">未読</Tag>}
                <TextLink to={notice.path} className={unread ? "font-bold" : ""}>
                  {text}
                </TextLink>
                {notice.isDemo && <DemoTag />}
              </p>
              <p className="mt-1 flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-600">
                <time dateTime={notice.createdAt.toISOString()}>
                  {momentText(notice.createdAt)}
                </time>
                <span>
                  {notice.organisation}　{notice.actor}
                </span>
              </p>
            </div>
            {unread && (
              <form method="post" className="print:hidden">
                <input type="hidden" name="notification" value={notice.id} />
                <Button variant="outline" size="xs">
                  既読にする<span className="sr-only">：{text}</span>
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
