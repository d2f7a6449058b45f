import { Paperclip } from "lucide-react";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { kindLabel } from "#app/domain/attachment/kinds.ts";
import { fileSizeText } from "#app/i18n/attachment.ts";
import { momentText } from "#app/i18n/labels.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** A file as a page lists it. */
export type ShownAttachment = {
  id: string;
  organisation: string;
  name: string;
  mediaType: string;
  size: number;
  isDemo: boolean;
  author: string | null;
  createdAt: Date;
  /** Why it was taken back; null while it stands. */
  withdrawnReason: string | null;
  mayWithdraw: boolean;
};

/** The files behind something, in the order in which they came; nothing where there are none. */
export function AttachmentList({
  attachments,
  label = t`添付ファイル`,
  className = "",
}: {
  attachments: readonly ShownAttachment[];
  label?: string;
  className?: string;
}) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={label} className={`space-y-1.5 text-dns-14N-130 ${className}`}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className="flex gap-2 break-inside-avoid">
          <Paperclip aria-hidden className="mt-0.5 size-4 shrink-0 text-solid-gray-600" />
          <div className="min-w-0">
            {attachment.withdrawnReason === null ? (
              <Standing attachment={attachment} />
            ) : (
              <Withdrawn name={attachment.name} reason={attachment.withdrawnReason} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Standing({ attachment }: { attachment: ShownAttachment }) {
  const { id, name, mediaType, size, organisation, author, createdAt } = attachment;
  return (
    <>
      <TextLink to={paths.attachment(id)} className="text-dns-16N-130 [overflow-wrap:anywhere]">
        {name}
      </TextLink>
      <span className="ml-2 whitespace-nowrap text-solid-gray-700">
        {t`${kindLabel(mediaType)}　${fileSizeText(size)}`}
      </span>
      {attachment.isDemo && <DemoTag className="ml-2" />}
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-solid-gray-600">
        <time dateTime={createdAt.toISOString()}>{momentText(createdAt)}</time>
        <span>{[organisation, author].filter(Boolean).join(t`　`)}</span>
        {attachment.mayWithdraw && (
          <TextLink to={paths.attachmentWithdrawal(id)} className="print:hidden">
            {rich`取り下げる${<span className="sr-only">{t`：${name}`}</span>}`}
          </TextLink>
        )}
      </p>
    </>
  );
}

function Withdrawn({ name, reason }: { name: string; reason: string }) {
  return (
    <>
      <span className="text-dns-16N-130 text-solid-gray-700 [overflow-wrap:anywhere]">{name}</span>
      <Tag className="ml-2">{t`取り下げ`}</Tag>
      <p className="mt-0.5 whitespace-pre-line text-solid-gray-700">{t`理由：${reason}`}</p>
    </>
  );
}
