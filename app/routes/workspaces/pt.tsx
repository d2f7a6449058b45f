import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { ChangeList } from "#app/components/workspace/change-list.tsx";
import { ContactTable } from "#app/components/workspace/contact-table.tsx";
import { NarrativeSummary } from "#app/components/workspace/narrative-summary.tsx";
import { OwnIndicatorTable } from "#app/components/workspace/own-indicator-table.tsx";
import { OwnProjects } from "#app/components/workspace/own-projects.tsx";
import { StandingTable } from "#app/components/workspace/standing-table.tsx";
import { WaitingList } from "#app/components/workspace/waiting-list.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { lookThrough } from "#app/services/workspace/look-through.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { paths } from "#app/site/paths.ts";

function codesOf({ params }: LoaderFunctionArgs) {
  return {
    organisation: String(params.organisation),
    plan: String(params.plan),
    pt: String(params.pt),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const now = new Date();
  const reading = await forPage(readPtWorkspace(context, codesOf(args), yearOf(args.request), now));
  return { ...reading, now, done: new URL(args.request.url).searchParams.get("done") };
}

/** 「ここまで確認した」. */
export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  await forPage(lookThrough(await serviceContext(args), codes, values));
  const fy = yearOf(args.request) ?? undefined;
  const to = new URL(paths.pt(codes.organisation, codes.plan, codes.pt, fy), args.request.url);
  to.searchParams.set("done", "looked");
  return redirect(to.pathname + to.search);
}

const doneTitles: Record<string, string> = {
  looked: "確認した時点を記録しました",
  contact: "連絡先を保存しました",
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data && `${data.goal.name}｜${data.membership.shortName}`,
    data && fiscalYearLabel(data.fy),
  );

export default function PtWorkspace() {
  const page = useLoaderData<typeof loader>();
  const { membership, plan, fy, round, goal, outcomes, policies, people, leads, now } = page;
  const names = (role: string) =>
    people.filter((person) => person.role === role).map((person) => person.shortName);
  const [lead = null] = names("lead");
  const outcomeWords = planWords(plan).outcomes;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: goal.name },
        ]}
        eyebrow={membership.shortName}
        title={goal.name}
        actions={
          <>
            {leads && (
              <ButtonLink to={paths.review(membership.slug)}>受理待ちを確認する</ButtonLink>
            )}
            {round?.asksReader && (
              <ButtonLink to={paths.entry(membership.slug, plan.code, round.number)}>
                一括入力
              </ButtonLink>
            )}
            <ButtonLink to={paths.node(plan.code, goal, fy)}>域内の集計を見る</ButtonLink>
          </>
        }
        meta={[
          { term: "幹事団体", description: names("lead").join("、") },
          { term: "経済団体", description: names("economic_partner").join("、") },
          ...(round ? [{ term: "回答期限", description: dayText(round.dueOn) }] : []),
        ].filter((fact) => fact.description !== "")}
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.pt(membership.slug, plan.code, goal.code)}
        />
      </PageHeader>
      {page.done && page.done in doneTitles && (
        <NotificationBanner kind="success" live title={doneTitles[page.done]} className="mb-8" />
      )}
      <WaitingList
        waiting={page.waiting}
        plan={plan.code}
        organisation={membership}
        mayReport={page.may.report}
      />
      {page.standings && <StandingTable plan={plan.code} rows={page.standings} fy={fy} />}
      <ChangeList changes={page.changes} plan={plan.code} />
      <Section title={`${membership.shortName}のプロジェクトと指標`}>
        {outcomes.length > 0 && (
          <Section level="h3" title={outcomeWords}>
            <OwnIndicatorTable
              lead={lead}
              caption={`${goal.name}の${outcomeWords}`}
              groups={[{ rows: outcomes }]}
              organisation={membership.slug}
              plan={plan.code}
              fy={fy}
            />
          </Section>
        )}
        {policies.map((policy) => (
          <OwnProjects
            lead={lead}
            key={policy.code}
            policy={policy}
            organisation={membership}
            plan={plan.code}
            fy={fy}
            leads={leads}
            now={now}
          />
        ))}
      </Section>
      <ContactTable
        people={people}
        leaders={page.leaders}
        own={membership.slug}
        plan={plan.code}
        pt={goal.code}
        maySave={page.may.saveContact}
      />
      <NarrativeSummary
        narratives={page.narratives}
        plan={plan.code}
        goal={goal}
        fy={fy}
        mayWrite={page.may.writeNarrative}
      />
    </>
  );
}
