import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { PracticeBody, PracticePlaces } from "#app/components/practice/practice-body.tsx";
import { practiceCrumbs } from "#app/components/practice/practice-crumbs.ts";
import { PracticeHistory } from "#app/components/practice/practice-history.tsx";
import { RolloutTable } from "#app/components/practice/rollout-table.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { rolloutCounts } from "#app/domain/practice/states.ts";
import { practiceStateLabels } from "#app/i18n/practice.ts";
import { dateText } from "#app/i18n/progress.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPractice } from "#app/services/practice/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const codes = { plan: String(args.params.plan), practice: String(args.params.practice) };
  const reading = await forPage(readPractice(await serviceContext(args), codes));
  return { ...reading, done: new URL(args.request.url).searchParams.get("done") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? data.practice.title : "好事例", data ? data.plan.name : null);

const doneTitles: Record<string, string> = {
  save: "保存しました",
  share: "共有しました",
  withdraw: "取り下げました",
  rollout: "記録しました",
};

export default function Practice() {
  const { plan, practice, versions, rollouts, files, taken, may, done } =
    useLoaderData<typeof loader>();
  const { organisation, state, sharedAt, themes } = practice;
  const counted = taken.filter(({ rollout }) => rollout && rolloutCounts[rollout.state]).length;
  return (
    <>
      <PageHeader
        breadcrumbs={practiceCrumbs(plan, practice)}
        eyebrow={`好事例　${organisation.shortName}`}
        title={practice.title}
        meta={[
          {
            term: "状態",
            description: (
              <>
                {practiceStateLabels[state]}
                {practice.isDemo && <DemoTag className="ml-2" />}
              </>
            ),
          },
          { term: "共有日", description: sharedAt && dateText(sharedAt) },
          { term: "横断テーマ", description: themes.length > 0 && <ThemeTags themes={themes} /> },
          { term: "横展開", description: state === "shared" && `${counted}団体` },
        ].filter((fact) => fact.description)}
        actions={
          <>
            {may.edit && (
              <ButtonLink to={paths.practiceEditor(plan.code, practice.practiceId)}>
                {state === "shared" ? "訂正・取下げ" : "編集して共有する"}
              </ButtonLink>
            )}
            {may.rollOut.map(({ slug, shortName, begun }) => (
              <ButtonLink
                key={slug}
                to={paths.rollout(plan.code, practice.practiceId, slug)}
                variant="solid-fill"
              >
                {begun ? `${shortName}の状況を更新する` : rollOutWords(may.rollOut, shortName)}
              </ButtonLink>
            ))}
          </>
        }
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
        {state === "draft" && (
          <NotificationBanner title="下書きです">
            <p>{organisation.shortName}の職員だけが閲覧できます。</p>
          </NotificationBanner>
        )}
        {state === "withdrawn" && (
          <NotificationBanner kind="warning" title="取り下げた事例です">
            <p>{organisation.shortName}の職員だけが閲覧できます。KPIの件数には数えません。</p>
            <p className="mt-1 whitespace-pre-line">取下げの理由：{practice.reason}</p>
          </NotificationBanner>
        )}
      </div>
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <PracticeBody practice={practice} />
        <aside aria-label="事例の位置付け" className="space-y-4 rounded-8 bg-solid-gray-50 p-5">
          <PracticePlaces {...practice} plan={plan.code} words={plan.levelNames} />
          <div>
            <h2 className="text-eyebrow text-solid-gray-600">問合せ先</h2>
            <p className="mt-1 leading-150 whitespace-pre-line">{practice.contact || "－"}</p>
          </div>
          {files.length > 0 && (
            <div>
              <h2 className="mb-1 text-eyebrow text-solid-gray-600">添付ファイル</h2>
              <AttachmentList attachments={files} />
            </div>
          )}
        </aside>
      </div>
      {state !== "draft" && (
        <Section
          title="横展開の状況"
          aside={`実施中・実施済 ${counted}団体`}
          lead="ほかの団体が、この事例を参考に取り組んだ状況です。"
        >
          <RolloutTable rows={taken} caption={`${practice.title}の横展開の状況`} />
        </Section>
      )}
      <Section title="履歴">
        <PracticeHistory versions={versions} rollouts={rollouts} />
      </Section>
    </>
  );
}

/** Who works for one organisation need not be told which. */
function rollOutWords(mine: readonly unknown[], shortName: string): string {
  return mine.length === 1 ? "自団体で取り組む" : `${shortName}で取り組む`;
}
