import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boardOf } from "#app/components/completeness/board-of.ts";
import { BoardTable } from "#app/components/completeness/board-table.tsx";
import { CellAnswers } from "#app/components/completeness/cell-answers.tsx";
import { RoundSelect } from "#app/components/completeness/round-select.tsx";
import { Term } from "#app/components/guide/term.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { sentencesText } from "#app/i18n/list.ts";
import { roundStateLabels } from "#app/i18n/round.ts";
import { rich, t } from "#app/i18n/t.ts";
import { boardChoice } from "#app/lib/completeness/choice.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readCompleteness } from "#app/services/completeness/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const { searchParams } = new URL(args.request.url);
  const [organisation, pt] = [searchParams.get("organisation"), searchParams.get("pt")];
  const cell = organisation && pt ? { organisation, pt } : null;
  const context = await serviceContext(args);
  const plan = String(args.params.plan);
  return forPage(readCompleteness(context, plan, boardChoice(args.request), cell, new Date()));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(t`回答状況`, data ? (data.round?.title ?? fiscalYearLabel(data.fy)) : null);

/** Who has reported what of a round or a year, for those who wait for it. */
export default function Completeness() {
  const { plan, fy, round, rounds, goals, organisationNames, board, cell } =
    useLoaderData<typeof loader>();
  const of = boardOf({ round, fy });
  const { asked, accepted } = board.total.total;
  const goal = goals.find(({ code }) => code === cell?.pt);
  const partly = goals.some(({ seesSubmitted }) => !seesSubmitted);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code, fy), label: plan.name }, { label: t`回答状況` }]}
        eyebrow={plan.name}
        title={t`回答状況`}
        lead={sentencesText([
          round
            ? t`「${round.title}」に、どの団体がどこまで回答したかを示します。`
            : t`${fiscalYearLabel(fy)}実績の照会に、どの団体がどこまで回答したかを示します。`,
          partly && t`幹事を務めていないPTは、受理された報告だけを数えます。`,
        ])}
        meta={
          round
            ? [
                { term: t`状態`, description: roundStateLabels[round.state] },
                { term: t`回答期限`, description: dayText(round.dueOn) },
              ]
            : []
        }
        actions={
          <>
            {round && (
              <ButtonLink
                to={paths.round(plan.code, round.number)}
              >{t`照会の内容を見る`}</ButtonLink>
            )}
            <ButtonLink to={paths.completenessFile(plan.code, of)}>{t`Excelで保存`}</ButtonLink>
          </>
        }
      >
        {round ? (
          <RoundSelect plan={plan.code} rounds={rounds} current={round.number} />
        ) : (
          <YearSelect
            years={yearRange(plan.firstFy, plan.lastFy)}
            current={fy}
            action={paths.completeness(plan.code)}
          />
        )}
      </PageHeader>
      <ProgressBar label={t`受理済み`} labelVisible value={accepted} total={asked} unit={t`件`} />
      {cell && goal && <CellAnswers plan={plan.code} fy={fy} cell={cell} goal={goal} />}
      <Section
        title={t`団体とPTごとの回答`}
        aside={rich`${<Term of="acceptance" />}　${<Term of="provisional" />}　${<Term of="under_survey" />}`}
      >
        {asked === 0 ? (
          <p className="text-solid-gray-700">{t`照会している指標はありません。`}</p>
        ) : (
          <BoardTable
            plan={plan.code}
            of={of}
            board={board}
            goals={goals}
            names={organisationNames}
          />
        )}
      </Section>
    </>
  );
}
