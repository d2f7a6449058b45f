import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { momentText } from "#app/i18n/labels.ts";

export type ShownComment = {
  id: string;
  /** Empty where its author took it back. */
  body: string;
  isDemo: boolean;
  createdAt: Date;
  author: string;
  organisation: string;
  addressed: readonly string[];
  mayWithdraw: boolean;
};

/** So many names stand behind 「知らせた相手」; the rest is a number. */
const namedAtMost = 3;

/** One comment with who wrote it: plain text, whatever was typed. */
export function Comment({ comment }: { comment: ShownComment }) {
  const { id, body, addressed } = comment;
  const withdrawn = body === "";
  return (
    <article id={`comment-${id}`} className="scroll-mt-4 target:bg-yellow-50">
      <p className="flex flex-wrap items-baseline gap-x-3 text-dns-14N-130">
        <span className="text-dns-16B-130">{comment.organisation}</span>
        <span>{comment.author}</span>
        <time dateTime={comment.createdAt.toISOString()} className="text-solid-gray-600">
          {momentText(comment.createdAt)}
        </time>
        {comment.isDemo && <DemoTag />}
      </p>
      {withdrawn ? (
        <p className="mt-1 text-solid-gray-700">取り下げました。</p>
      ) : (
        <p className="mt-1 max-w-[46em] whitespace-pre-line [overflow-wrap:anywhere]">{body}</p>
      )}
      {addressed.length > 0 && !withdrawn && (
        <p className="mt-1 text-dns-14N-130 text-solid-gray-600">
          知らせた相手：{addressed.slice(0, namedAtMost).join("、")}
          {addressed.length > namedAtMost && `ほか${addressed.length - namedAtMost}人`}
        </p>
      )}
      {comment.mayWithdraw && (
        <Disclosure small summary="取り下げる" className="print:hidden">
          <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <input type="hidden" name="intent" value="withdraw" />
            <input type="hidden" name="comment" value={id} />
            <span className="text-dns-14N-130">
              書いた内容は消え、元に戻せません。「取り下げました」と表示されます。
            </span>
            <Button variant="outline" size="sm">
              取り下げる
            </Button>
          </form>
        </Disclosure>
      )}
    </article>
  );
}
