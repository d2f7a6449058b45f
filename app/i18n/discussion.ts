import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { ThreadState } from "#app/domain/discussion/thread.ts";

/** Words for what people say to each other. */
export const threadStateLabels: Record<ThreadState, string> = {
  open: "未解決",
  resolved: "解決済み",
  withdrawn: "取下げ",
};

/** Who reads a discussion, as its page says it. */
export function readersText(subject: DiscussionSubject, reporter: string | null): string {
  return subject.kind === "figure"
    ? `${reporter ?? "報告団体"}、幹事団体、戦略会議の事務局だけが閲覧できます。報告が受理されたあとも、ほかの団体には表示されません。`
    : "このポータルを利用する団体の職員が閲覧できます。公開はされません。";
}
