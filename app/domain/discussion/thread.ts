import type { CommentStep } from "./notification.ts";

/** The longest comment, in characters. */
export const longestComment = 2000;

/** A thread is open until somebody says that it is resolved, or its author takes it back. */
export type ThreadState = "open" | "resolved" | "withdrawn";

/** The state that a step leads to. */
const stateAfter: Record<CommentStep, ThreadState> = {
  resolve: "resolved",
  reopen: "open",
  withdraw: "withdrawn",
};

/** The state of a thread by the last step that was taken with it; `null`: none was. */
export function threadState(lastStep: CommentStep | null): ThreadState {
  return lastStep === null ? "open" : stateAfter[lastStep];
}

/** The state after a step, or null when the state does not allow it. */
export function nextThreadState(present: ThreadState, step: CommentStep): ThreadState | null {
  switch (step) {
    case "resolve":
      return present === "open" ? "resolved" : null;
    case "reopen":
      return present === "resolved" ? "open" : null;
    case "withdraw":
      return present === "withdrawn" ? null : "withdrawn";
  }
}

type Said = { id: string; parentId: string | null; lastStep: CommentStep | null; createdAt: Date };

/**
 * Comments as threads: each first comment with its answers, the oldest first. Open threads stand
 * before closed ones, and of both first where somebody last said something. `comments` come in the
 * order in which they were written.
 */
export function threadsOf<Row extends Said>(comments: readonly Row[]) {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => {
      const answers = comments.filter(({ parentId }) => parentId === first.id);
      const lastSaid = (answers.at(-1) ?? first).createdAt;
      return { first, answers, state: threadState(first.lastStep), lastSaid };
    })
    .sort(
      (a, b) =>
        Number(a.state !== "open") - Number(b.state !== "open") ||
        b.lastSaid.getTime() - a.lastSaid.getTime(),
    );
}
