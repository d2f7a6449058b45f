import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Between } from "#app/components/changes/between.tsx";
import { ChangesTable } from "#app/components/changes/changes-table.tsx";
import { CountsTable } from "#app/components/changes/counts-table.tsx";
import { KindCounts } from "#app/components/changes/kind-counts.tsx";
import { TimesForm } from "#app/components/changes/times-form.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { problemWords, timeWords } from "#app/i18n/changes.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { askedTimes, chosenDays } from "#app/lib/changes/asked-times.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { compareTimes } from "#app/services/rollup/compare-times.server.ts";
import { CarriedAsOf } from "#app/site/carried-link.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const now = new Date();
  const chosen = chosenDays(args.request, now);
  if (chosen !== null) throw redirect(chosen);
  const { unreadable, ...times } = askedTimes(args.request, now);
  const context = await serviceContext(args);
  const reading = await forPage(
    compareTimes(context, String(args.params.plan), yearOf(args.request), unreadable ? {} : times),
  );
  const problem = unreadable ? ("unreadable" as const) : reading.problem;
  const { total } = reading.comparison ?? {};
  const page = {
    ...reading,
    comparison: problem === null ? reading.comparison : null,
    problem,
    today: dateInJapan(now),
    showsDemo: (total?.before.isDemo || total?.after.isDemo) ?? false,
    title: [
      t`変更点`,
      ...(reading.from && reading.to ? [between(reading.from.text, reading.to.text)] : []),
      fiscalYearLabel(reading.fy),
    ],
  };
  return data(page, problem === null || problem === "nothing_before" ? 200 : 404);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

const between = (from: string, to: string) => t`${timeWords(from)} → ${timeWords(to)}`;

/** How a plan's year was seen at two times, and why. What is published is public. */
export default function Changes() {
  const page = useLoaderData<typeof loader>();
  const { plan, fy, from, to, comparison, problem } = page;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: paths.editions(plan.code), label: t`公表された版` },
          { label: t`変更点` },
        ]}
        eyebrow={t`${plan.name}　${fiscalYearLabel(fy)}`}
        title={from && to && comparison ? t`変更点：${between(from.text, to.text)}` : t`変更点`}
        lead={comparison && to?.edition?.note}
        actions={
          comparison && (
            <>
              <Download {...page} type="xlsx" label={t`Excelで保存`} />
              <Download {...page} type="csv" label={t`CSVで保存`} />
            </>
          )
        }
      >
        <TimesForm {...page} plan={plan.code} from={from?.text ?? null} to={to?.text ?? null} />
      </PageHeader>
      {problem !== null && <Problem problem={problem} />}
      {comparison && <Comparison {...page} comparison={comparison} />}
      <p className="mt-10 text-std-16N-170 print:hidden">
        <TextLink to={paths.editions(plan.code)}>{t`公表された版の一覧`}</TextLink>
      </p>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Download({
  plan,
  fy,
  from,
  to,
  type,
  label,
}: Page & { type: "xlsx" | "csv"; label: string }) {
  const times = { from: from?.text ?? "", to: to?.text ?? "" };
  return (
    <ButtonLink to={paths.changesFile(plan.code, type, fy, times)} download>
      {label}
    </ButtonLink>
  );
}

function Problem({ problem }: { problem: NonNullable<Page["problem"]> }) {
  const [title, sentence] = problemWords(problem);
  if (problem === "nothing_before") return <EmptyState title={title}>{sentence}</EmptyState>;
  return (
    <NotificationBanner kind="warning" title={title}>
      <p>{sentence}</p>
    </NotificationBanner>
  );
}

function Comparison({
  plan,
  fy,
  to,
  published,
  comparison,
}: Page & { comparison: NonNullable<Page["comparison"]> }) {
  const { groups, marks } = comparison;
  const words = planWords(plan);
  const otherwise = comparison.gradedByOther
    ? t`計画の見直しによる`
    : comparison.rubrics.length > 0
      ? t`評価基準の変更による`
      : null;
  return (
    <CarriedAsOf.Provider value={to === null || to.text === "now" ? null : to.text}>
      <Section title={t`件数の変化`}>
        <KindCounts groups={groups} />
        <CountsTable
          plan={plan}
          fy={fy}
          total={comparison.total}
          goals={comparison.goals}
          rubric={marks.after}
        />
      </Section>
      <Between plan={plan.code} fy={fy} editions={published} {...comparison} />
      {groups.length === 0 ? (
        <EmptyState title={t`変更はありません`} className="mt-12">
          {t`2つの時点で、すべての指標の実績と評価は同じです。`}
        </EmptyState>
      ) : (
        groups.map(({ goal, projects, indicators }) => (
          <Section
            key={goal?.code ?? ""}
            title={<span lang="ja">{goal?.name ?? words.whole}</span>}
          >
            <ChangesTable
              plan={plan.code}
              fy={fy}
              marks={marks}
              caption={t`${goal?.name ?? words.whole}の変更点`}
              {...{ projects, indicators, otherwise }}
            />
          </Section>
        ))
      )}
    </CarriedAsOf.Provider>
  );
}
