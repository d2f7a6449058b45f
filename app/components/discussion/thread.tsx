import { CircleCheck, MessageCircle, Undo2 } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { ThreadState } from "#app/domain/discussion/thread.ts";
import { threadStateLabels } from "#app/i18n/discussion.ts";
import { momentText } from "#app/i18n/labels.ts";
import { Comment, type ShownComment } from "./comment.tsx";
import { CommentForm, type CommentFormProps } from "./comment-form.tsx";

export type ShownThread = {
  id: string;
  state: ThreadState;
  closedBy: { by: string; at: string } | null;
  maySettle: boolean;
  /** The first one and its answers. */
  comments: readonly ShownComment[];
};

const looks: Record<ThreadState, { tone: TagTone; Icon: typeof Undo2 }> = {
  open: { tone: "orange", Icon: MessageCircle },
  resolved: { tone: "green", Icon: CircleCheck },
  withdrawn: { tone: "gray", Icon: Undo2 },
};

/** One thread: what was said, in which state it is, and the ways on. */
export function Thread({
  thread,
  form,
}: {
  thread: ShownThread;
  form: Omit<CommentFormProps, "thread">;
}) {
  const { id, state, closedBy, comments } = thread;
  const [first, ...answers] = comments;
  const { tone, Icon } = looks[state];
  if (!first) return null;
  return (
    <li className="break-inside-avoid rounded-8 border border-solid-gray-420 p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="flex flex-wrap items-center gap-x-3 text-dns-14N-130 text-solid-gray-700">
          <Tag tone={tone} icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.25} />}>
            {threadStateLabels[state]}
          </Tag>
          {closedBy && `${momentText(new Date(closedBy.at))}　${closedBy.by}`}
        </span>
        {thread.maySettle && state !== "withdrawn" && <SettleForm id={id} state={state} />}
      </div>
      <Comment comment={first} />
      {answers.length > 0 && (
        <ul
          aria-label="返信"
          className="mt-4 space-y-4 border-l-2 border-solid-gray-200 pl-4 sm:ml-4"
        >
          {answers.map((answer) => (
            <li key={answer.id}>
              <Comment comment={answer} />
            </li>
          ))}
        </ul>
      )}
      {state === "open" && (
        <Disclosure summary="返信する" open={form.refused !== null} className="mt-4 print:hidden">
          <CommentForm thread={id} {...form} />
        </Disclosure>
      )}
    </li>
  );
}

function SettleForm({ id, state }: { id: string; state: "open" | "resolved" }) {
  const open = state === "open";
  return (
    <form method="post" className="print:hidden">
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="step" value={open ? "resolve" : "reopen"} />
      <input type="hidden" name="comment" value={id} />
      <Button variant="outline" size="sm">
        {open ? "解決済みにする" : "未解決に戻す"}
      </Button>
    </form>
  );
}
