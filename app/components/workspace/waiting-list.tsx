import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { MilestoneBadge } from "#app/components/progress/milestone-badge.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { Due, MilestoneState } from "#app/domain/progress/milestone.ts";
import type { UpdateScope } from "#app/domain/progress/status.ts";
import { openReason } from "#app/i18n/approval.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { dayText, momentText, periodLabel } from "#app/i18n/labels.ts";
import { dateText, dueText, updateScopeLabel } from "#app/i18n/progress.ts";
import { subjectText } from "#app/i18n/workspace.ts";
import { paths } from "#app/site/paths.ts";
import { actionWord } from "./round-overview.tsx";
import { WaitingGroup, type WaitingItem } from "./waiting-group.tsx";

type WaitingFigure = {
  code: string;
  name: string;
  frequency: Frequency;
  fy: number;
  period: number;
  state: ObservationState | null;
  reason: string | null;
  dueOn: string;
  late: boolean;
};
type WaitingMilestone = Due & {
  milestoneId: string;
  project: { code: string; name: string };
  name: string;
  state: MilestoneState;
  overdue: boolean;
  isDemo: boolean;
};
type WaitingUpdate = {
  project: { code: string; name: string };
  scope: UpdateScope;
  last: Date | null;
};
type WaitingThread = {
  id: string;
  subject: DiscussionSubject;
  name: string;
  reporter: string | null;
  organisation: string;
  at: string;
  isDemo: boolean;
};

export type Waits = {
  reviews: number;
  figures: readonly WaitingFigure[];
  milestones: readonly WaitingMilestone[];
  updates: readonly WaitingUpdate[];
  threads: readonly WaitingThread[];
};

type Party = {
  plan: string;
  organisation: { slug: string; shortName: string };
  /** The reader may write status updates; who only reads is led to what was said. */
  mayReport: boolean;
};

/** What waits for an organisation in a PT, each with the one way to get it done. */
export function WaitingList({ waiting, ...party }: Party & { waiting: Waits }) {
  const { reviews, figures, milestones, updates, threads } = waiting;
  const all = reviews + figures.length + milestones.length + updates.length + threads.length;
  return (
    <Section title="いま対応が必要なもの" aside={all > 0 && `${all}件`}>
      {all === 0 && (
        <p className="text-solid-gray-700">
          いま対応が必要なものはありません。回答期限や新しい質問などがあると、ここに表示されます。
        </p>
      )}
      <WaitingGroup title="受理待ちの報告" items={reviewItems(reviews, party)} count={reviews} />
      <WaitingGroup title="宛先になっている質問" items={threads.map((t) => threadItem(t, party))} />
      <WaitingGroup title="報告する指標" items={figures.map((f) => figureItem(f, party))} />
      <WaitingGroup
        title="期限を過ぎた、又は期限の近いマイルストーン"
        items={milestones.map((m) => milestoneItem(m, party))}
      />
      <WaitingGroup title="進捗報告" items={updates.map((u) => updateItem(u, party))} />
    </Section>
  );
}

function reviewItems(count: number, { organisation }: Party): WaitingItem[] {
  if (count === 0) return [];
  const title = `幹事団体として確認する報告が${count}件あります`;
  const action = {
    to: paths.review(organisation.slug),
    label: "確認する",
    about: "受理待ちの報告",
  };
  return [{ key: "reviews", title, action }];
}

function threadItem(thread: WaitingThread, { plan }: Party): WaitingItem {
  const { id, subject, name, reporter, organisation, at, isDemo } = thread;
  const of = subjectText(name, reporter, subject.kind === "figure" ? subject.fy : null);
  return {
    key: id,
    title: (
      <>
        {of}への意見・質問
        {isDemo && <DemoTag />}
      </>
    ),
    detail: `${organisation}　${momentText(new Date(at))}`,
    action: {
      to: `${paths.discussion(plan, subject)}#comment-${id}`,
      label: "返信する",
      about: of,
    },
  };
}

function figureItem(figure: WaitingFigure, { plan, organisation }: Party): WaitingItem {
  const { code, name, fy, period, state, reason, dueOn, late } = figure;
  const part = periodLabel(figure.frequency, period);
  return {
    key: `${code} ${fy} ${period}`,
    title: (
      <>
        <StateBadge state={state ?? "none"} short />
        {name}
        {part && `　${part}`}
        {late && <Tag tone="red">期限超過</Tag>}
      </>
    ),
    detail: (
      <>
        {fiscalYearShort(fy)}実績　回答期限 {dayText(dueOn)}
        {openReason({ state, reason }) && (
          <span className="block">{openReason({ state, reason })}</span>
        )}
      </>
    ),
    action: {
      to: paths.report(organisation.slug, plan, code, fy, period),
      label: actionWord(state),
      about: `${name}${part}`,
    },
  };
}

function milestoneItem(milestone: WaitingMilestone, { plan }: Party): WaitingItem {
  const { milestoneId, project, name, state, overdue, isDemo } = milestone;
  return {
    key: milestoneId,
    title: (
      <>
        <MilestoneBadge state={state} overdue={overdue} />
        {name}
        {isDemo && <DemoTag />}
      </>
    ),
    detail: `期限 ${dueText(milestone)}　${project.code} ${project.name}`,
    action: {
      to: paths.milestone(plan, project.code, milestoneId),
      label: "状況を記録",
      about: name,
    },
  };
}

function updateItem({ project, scope, last }: WaitingUpdate, party: Party): WaitingItem {
  const { plan, organisation, mayReport } = party;
  const part = updateScopeLabel(scope, organisation.shortName);
  return {
    key: `${project.code} ${scope}`,
    title: `${project.code}　${project.name}`,
    detail: `${part}　${last ? `前回の報告 ${dateText(last)}` : "まだ報告していません"}`,
    action: {
      to: mayReport
        ? paths.progressReport(plan, project.code, organisation.slug, scope)
        : paths.progress(plan, project.code),
      label: mayReport ? "報告する" : "進み具合を見る",
      about: `${project.name} ${part}`,
    },
  };
}
