import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { EditionList } from "#app/components/changes/edition-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { RoundActions } from "#app/components/round/round-actions.tsx";
import { roundCrumbs } from "#app/components/round/round-crumbs.ts";
import { RoundHistory } from "#app/components/round/round-history.tsx";
import { RoundMessages } from "#app/components/round/round-messages.tsx";
import { RoundSteps } from "#app/components/round/round-steps.tsx";
import { RoundTable } from "#app/components/round/round-table.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { roundCapabilities, roundSteps } from "#app/domain/round/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { closeRound } from "#app/services/round/close.server.ts";
import { extendRound } from "#app/services/round/extend.server.ts";
import { openRound } from "#app/services/round/open.server.ts";
import { publishRound } from "#app/services/round/publish.server.ts";
import { readRound } from "#app/services/round/read.server.ts";
import { reopenRound } from "#app/services/round/reopen.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const codesOf = ({ params }: LoaderFunctionArgs) => ({
  plan: String(params.plan),
  round: Number(params.round),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const reading = await forPage(readRound(await serviceContext(args), codesOf(args), new Date()));
  const of = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, crypto.randomUUID()]));
  return {
    ...reading,
    keys: { steps: of(roundSteps), extensions: of(reading.rows.map(({ slug }) => slug)) },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const verbs = {
  open: openRound,
  extend: extendRound,
  close: closeRound,
  reopen: reopenRound,
  publish: publishRound,
};

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const intent = values.intent as keyof typeof verbs;
  if (!Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    await verbs[intent](await serviceContext(args), codes, values, new Date());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "forbidden" || error.code === "not_found")
      throw new Response(null, { status });
    return data({ intent, values, said: error.code, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.round(codes.plan, codes.round)}?done=${intent}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.round.title, "照会");

export default function Round() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { plan, round, rows, total, may, own } = page;
  const started = roundCapabilities[round.state].visibleToReporters;
  const questions = rows.reduce((sum, { asked }) => sum + asked, 0);
  const extension = refused?.intent === "extend" ? refused : null;
  const { organisation = "", dueOn = "", reason = "" } = extension?.values ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={roundCrumbs(plan, null, round.title)}
        eyebrow={`${plan.name}　照会`}
        title={round.title}
        meta={[
          { term: "対象年度", description: fiscalYearLabel(round.fy) },
          { term: "回答期限", description: dayText(round.dueOn) },
          { term: "照会先", description: `${rows.length}団体` },
          { term: "件数", description: `${questions}件` },
        ]}
        actions={
          <>
            {started &&
              own.map(({ slug, shortName }) => (
                <ButtonLink key={slug} to={paths.entry(slug, plan.code, round.number)}>
                  {shortName}の回答を見る
                </ButtonLink>
              ))}
            {started && may.seeBoard && (
              <ButtonLink to={paths.completeness(plan.code, { round: round.number })}>
                回答状況を見る
              </ButtonLink>
            )}
          </>
        }
      >
        <RoundSteps state={round.state} />
      </PageHeader>
      <RoundMessages page={page} done={refused ? null : page.done} refused={refused} />
      {(round.instructions !== "" || page.attachments.length > 0) && (
        <Section title="照会文">
          {round.instructions !== "" && (
            <p className="max-w-3xl whitespace-pre-line text-std-16N-170">{round.instructions}</p>
          )}
          <AttachmentList attachments={page.attachments} className="mt-4" />
        </Section>
      )}
      {may.steps.length > 0 && (
        <Section title="手続" className="print:hidden">
          <RoundActions
            plan={plan.code}
            steps={may.steps}
            keys={page.keys.steps}
            refused={refused}
            round={{ ...round, organisations: rows.length, questions }}
            total={total}
            waitingFor={page.waitingFor}
          />
        </Section>
      )}
      <Section title="照会先と回答" aside={`${rows.length}団体　${questions}件`}>
        {rows.length === 0 ? (
          <p className="text-solid-gray-700">照会する指標がまだありません。</p>
        ) : (
          <RoundTable
            rows={rows}
            total={total}
            started={started}
            keys={may.extend ? page.keys.extensions : null}
            refused={extension && { organisation, dueOn, reason, errors: extension.errors }}
          />
        )}
        <Disclosure summary={`照会する指標　${page.indicators.length}指標`} className="mt-6">
          <ul className="list-disc space-y-1 pl-6">
            {page.indicators.map(({ code, name, organisations, questions: count }) => (
              <li key={code}>
                {name}（{organisations}団体　{count}件）
              </li>
            ))}
          </ul>
        </Disclosure>
      </Section>
      {page.editions.length > 0 && (
        <Section title="公表した版" aside={`${fiscalYearLabel(round.fy)}の実績と評価`}>
          <EditionList plan={plan.code} editions={page.editions} />
        </Section>
      )}
      <Section title="履歴">
        <RoundHistory records={page.records} extensions={page.extensions} />
      </Section>
    </>
  );
}
