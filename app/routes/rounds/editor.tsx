import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { roundCrumbs } from "#app/components/round/round-crumbs.ts";
import { RoundForm } from "#app/components/round/round-form.tsx";
import { roundInput, roundRows } from "#app/components/round/round-input.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { roundFieldLabels } from "#app/i18n/round.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { prepareRound } from "#app/services/round/prepare.server.ts";
import { readRoundForm } from "#app/services/round/read-form.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** Without a round in the address it is a new one. */
const codesOf = ({ params }: LoaderFunctionArgs) => ({
  plan: String(params.plan),
  round: params.round === undefined ? null : Number(params.round),
});

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const fy = yearOf(args.request);
  const form = await forPage(readRoundForm(context, codesOf(args), fy, new Date()));
  // A round for a few KPIs is chosen faster from none than from all.
  const fromNone = new URL(args.request.url).searchParams.has("none");
  return { signedOut: false as const, ...form, fromNone, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const { values, files } = await readForm(args);
  const sent = { values, files: files.length };
  const context = await serviceContext(args);
  if (!context.actor) return data({ ...sent, said: "signed_out" as const, errors: {} }, 401);
  try {
    const number = await prepareRound(context, codes, values, files);
    return redirect(`${paths.round(codes.plan, number)}?done=prepare`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ ...sent, said: error.code, errors: error.fieldErrors }, status);
  }
}

const fieldOrder = ["title", "fy", "dueOn", "instructions", "files", "indicators"];

export const meta = () => pageTitle("照会の準備");

export default function RoundEditor() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  if (page.signedOut)
    return (
      <SignedOutForm
        values={refused?.values ?? {}}
        files={refused?.files}
        labels={roundFieldLabels}
      />
    );
  const { plan, fy, round, outline, organisations } = page;
  const title = round ? "照会の内容の変更" : "照会の準備";
  const everything = page.fromNone ? { ...page.everything, indicators: [] } : page.everything;
  const offered = { fy, everything, title: `${fiscalYearLabel(fy)}実績の照会` };
  const here = round ? paths.roundEditor(plan.code, round.number) : paths.newRound(plan.code);
  const kpis = outline.flatMap((goal) =>
    [goal, ...goal.projects].flatMap(({ indicators }) => indicators),
  );
  return (
    <>
      <PageHeader
        breadcrumbs={roundCrumbs(plan, round, title)}
        eyebrow={plan.name}
        title={title}
        lead="何を、どの団体に、いつまでに照会するかを決めます。開始するまでは、計画の所管以外には表示されません。"
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={here}
          label="対象年度"
        />
        {!round && (
          <p className="mt-4 text-dns-14N-130 text-solid-gray-700">
            {page.fromNone ? (
              <>
                指標を選択していない状態から始めています。
                <TextLink to={`${here}?fy=${fy}`}>すべての指標を選択した状態から始める</TextLink>
              </>
            ) : (
              <>
                すべての指標を選択した状態から始めています。一部の指標だけを照会する場合は、
                <TextLink to={`${here}?fy=${fy}&none`}>指標を選択していない状態から始める</TextLink>
                こともできます。
              </>
            )}
          </p>
        )}
      </PageHeader>
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary errors={errorsInOrder(refused.errors, fieldOrder)} />
        )}
        {refused?.said === "conflict" && round && (
          <BothContents
            kept={round}
            rows={roundRows(roundInput(refused.values, null, offered), round, {
              indicators: new Map(kpis.map(({ code, name }) => [code, name])),
              organisations: new Map(organisations.map(({ slug, shortName }) => [slug, shortName])),
            })}
          />
        )}
        {refused?.said === "conflict" && !round && (
          <NotificationBanner kind="warning" live takesFocus title="保存していません">
            <p>
              この画面からは、すでに照会を保存しています。もう1件準備する場合は、内容を確かめてもう一度送信してください。
            </p>
          </NotificationBanner>
        )}
      </div>
      {page.attachments.length > 0 && (
        <AttachmentList attachments={page.attachments} className="mb-8" />
      )}
      <RoundForm
        key={fy}
        fy={fy}
        input={roundInput(refused?.values ?? null, round, offered)}
        errors={refused?.errors ?? {}}
        baseVersion={baseVersionOf(refused, round?.version ?? 0)}
        requestKey={page.requestKey}
        filesAgain={(refused?.files ?? 0) > 0}
        outline={outline}
        organisations={organisations}
        parts={page.parts}
        unsurveyed={page.unsurveyed}
      />
    </>
  );
}
