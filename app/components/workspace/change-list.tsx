import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import type { MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import type { ProgressStatus, UpdateScope } from "#app/domain/progress/status.ts";
import { momentText } from "#app/i18n/labels.ts";
import { progressStatusLabels } from "#app/i18n/progress.ts";
import {
  figureChangeLabels,
  milestoneChangeLabels,
  planChangeLabels,
  subjectText,
} from "#app/i18n/workspace.ts";
import { paths } from "#app/site/paths.ts";

type Named = { code: string; name: string };

export type ShownChange = { at: string; by: string | null; organisation: string | null } & {
  isDemo: boolean;
} & (
    | {
        kind: "figure";
        detail: Named & {
          slug: string;
          organisation: string;
          fy: number;
          period: number;
          state: ObservationState;
        };
      }
    | { kind: "update"; detail: Named & { scope: UpdateScope; status: ProgressStatus } }
    | {
        kind: "milestone";
        detail: Named & { milestone: string; step: "save" | MilestoneStep; state: MilestoneState };
      }
    | {
        kind: "comment";
        detail: { id: string; subject: DiscussionSubject; name: string; answer: boolean };
      }
    | { kind: "plan"; detail: { title: string; kind: VersionKind } }
  );

export type ShownChanges = {
  rows: readonly ShownChange[];
  all: number;
  /** Since when they count. */
  after: string;
  /** Whether the reader has looked through before. */
  looked: boolean;
  /** When the list was made. */
  readAt: string;
};

/** So many changes stand open; the rest is folded away. */
const shownAtMost = 10;

/** What others changed in a PT since the reader last looked through, and the way to say that one has. */
export function ChangeList({ changes, plan }: { changes: ShownChanges; plan: string }) {
  const { rows, all, after, looked, readAt } = changes;
  return (
    <Section
      id="changes"
      title="前回の確認以降の変更"
      aside={looked ? `前回の確認　${momentText(new Date(after))}` : "直近30日間"}
    >
      {rows.length === 0 ? (
        <p className="text-solid-gray-700">ほかの人による変更はありません。</p>
      ) : (
        <>
          <Rows changes={rows.slice(0, shownAtMost)} plan={plan} />
          {rows.length > shownAtMost && (
            <Disclosure
              small
              summary={`さらに${rows.length - shownAtMost}件を表示`}
              className="mt-2"
            >
              <Rows changes={rows.slice(shownAtMost)} plan={plan} />
            </Disclosure>
          )}
        </>
      )}
      {all > rows.length && <p className="mt-2 text-solid-gray-700">ほか{all - rows.length}件</p>}
      {rows.length > 0 && (
        <form
          method="post"
          className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
        >
          <input type="hidden" name="until" value={readAt} />
          <Button variant="outline">ここまで確認した</Button>
          <span className="text-dns-14N-130 text-solid-gray-700">
            次からは、これより後の変更だけを表示します。ほかの人の表示は変わりません。
          </span>
        </form>
      )}
    </Section>
  );
}

function Rows({ changes, plan }: { changes: readonly ShownChange[]; plan: string }) {
  return (
    <ul className="border-t border-solid-gray-420">
      {changes.map((change) => (
        <li
          key={`${change.kind} ${change.at} ${linkOf(change, plan)}`}
          className="border-b border-solid-gray-200 py-2"
        >
          <p className="flex flex-wrap items-center gap-x-2 text-dns-16N-130">
            <TextLink to={linkOf(change, plan)}>{wordsOf(change)}</TextLink>
            {change.isDemo && <DemoTag />}
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-600">
            <time dateTime={new Date(change.at).toISOString()}>
              {momentText(new Date(change.at))}
            </time>
            <span>{[change.organisation, change.by].filter(Boolean).join("　")}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function linkOf(change: ShownChange, plan: string): string {
  switch (change.kind) {
    case "figure": {
      const { code, slug, fy, period } = change.detail;
      return paths.observation(plan, code, slug, fy, period);
    }
    case "update":
      return paths.progress(plan, change.detail.code);
    case "milestone":
      return paths.milestone(plan, change.detail.code, change.detail.milestone);
    case "comment":
      return `${paths.discussion(plan, change.detail.subject)}#comment-${change.detail.id}`;
    case "plan":
      return paths.plan(plan);
  }
}

function wordsOf(change: ShownChange): string {
  switch (change.kind) {
    case "figure": {
      const { name, organisation, fy, state } = change.detail;
      return `${subjectText(name, organisation, fy)}の${figureChangeLabels[state]}`;
    }
    case "update": {
      const { name, scope, status } = change.detail;
      const of = scope === "whole" ? "全体の" : "";
      return `「${name}」の${of}進捗を「${progressStatusLabels[status]}」と報告`;
    }
    case "milestone":
      return `${milestoneChangeLabels[change.detail.step]}：${change.detail.name}`;
    case "comment":
      return `「${change.detail.name}」への${change.detail.answer ? "返信" : "意見・質問"}`;
    case "plan":
      return `${planChangeLabels[change.detail.kind]}：${change.detail.title}`;
  }
}
