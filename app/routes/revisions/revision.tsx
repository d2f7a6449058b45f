import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { AdoptForm } from "#app/components/plan/adopt-form.tsx";
import { AdvanceForms } from "#app/components/plan/advance-forms.tsx";
import { ChangeCounts } from "#app/components/plan/change-counts.tsx";
import { ChangeTables } from "#app/components/plan/change-table.tsx";
import { ProposalPlaces } from "#app/components/plan/proposal-places.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { RevisionItems } from "#app/components/plan/revision-items.tsx";
import { RevisionMessages } from "#app/components/plan/revision-messages.tsx";
import { RevisionProblems } from "#app/components/plan/revision-problems.tsx";
import { RevisionSteps } from "#app/components/plan/revision-steps.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { subjectKinds } from "#app/domain/plan/revision.ts";
import { momentText } from "#app/i18n/labels.ts";
import { revisionStateLabels } from "#app/i18n/revision.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { adoptRevision } from "#app/services/revision/adopt.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { decideProposal } from "#app/services/revision/decide.server.ts";
import { readRevision } from "#app/services/revision/read.server.ts";
import { withdrawProposal } from "#app/services/revision/withdraw.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const codesOf = ({ params }: LoaderFunctionArgs) => ({
  plan: String(params.plan),
  number: Number(params.number),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const reading = await forPage(readRevision(await serviceContext(args), codesOf(args)));
  return {
    ...reading,
    today: dateInJapan(new Date()),
    requestKeys: Object.fromEntries(
      ["adopt", ...reading.items.map((item) => item.subjectCode)].map((of) => [
        of,
        crypto.randomUUID(),
      ]),
    ),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Carries out what a form of the page asks for; `intent` names it. */
async function carryOut(
  context: ServiceContext,
  codes: ReturnType<typeof codesOf>,
  { intent, ...values }: Record<string, string>,
): Promise<void> {
  if (intent === "advance") return await advanceRevision(context, codes, values);
  if (intent === "adopt") return await adoptRevision(context, codes, values, new Date());
  const kind = subjectKinds.find((known) => known === values.kind);
  if (!kind || values.code === undefined) throw new Response(null, { status: 400 });
  const subject = { kind, code: values.code };
  if (intent === "withdraw") return await withdrawProposal(context, codes, subject, values);
  if (intent !== "set_aside" && intent !== "take_up") throw new Response(null, { status: 400 });
  return await decideProposal(context, codes, subject, intent, values);
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  try {
    await carryOut(await serviceContext(args), codes, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "forbidden" || error.code === "not_found")
      throw new Response(null, { status });
    return data({ values, said: error.code, errors: error.fieldErrors }, status);
  }
  const done = values.intent === "advance" ? values.step : values.intent;
  return redirect(`${paths.revision(codes.plan, codes.number)}?done=${done}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.revision.title, "見直し");

export default function Revision() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { plan, revision, items, groups, places, steps, adoption } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  const { intent = "", code = "", step = "", reason = "" } = refused?.values ?? {};
  const proposed = items.filter(({ state }) => state === "proposed");
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan, { label: revision.title })}
        eyebrow={`${plan.name}　見直し`}
        title={revision.title}
        lead={revision.purpose}
        meta={[
          { term: "状態", description: revisionStateLabels[revision.state] },
          { term: "提案", description: `${items.length}件（案に含むもの ${proposed.length}件）` },
          { term: "開始", description: momentText(revision.createdAt) },
          ...(revision.stateReason ? [{ term: "理由", description: revision.stateReason }] : []),
        ]}
        actions={
          page.version && (
            <ButtonLink to={paths.version(plan.code, page.version.version)} variant="solid-fill">
              第{page.version.version}版の見直し一覧
            </ButtonLink>
          )
        }
      >
        <RevisionSteps state={revision.state} />
      </PageHeader>
      <div className="mb-8 space-y-4 empty:hidden">
        <RevisionMessages done={refused ? null : page.done} refused={refused} />
        <RevisionProblems
          plan={plan.code}
          number={revision.number}
          conflicts={page.conflicts}
          broken={page.broken}
        />
      </div>
      {groups.length > 0 && (
        <Section
          title="見直しの案"
          lead="案に含む提案をすべて反映した場合の、今の計画からの変更です。"
        >
          <ChangeCounts groups={groups} unit="事業" />
          <ChangeTables
            {...page}
            plan={plan.code}
            levelNames={plan.levelNames}
            fy={null}
            notes={Object.fromEntries(proposed.map((item) => [item.subjectCode, item.reason]))}
          />
        </Section>
      )}
      <Section id="items" title="提案" aside={`${items.length}件`}>
        {items.length === 0 ? (
          <p className="text-solid-gray-700">提案はまだありません。</p>
        ) : (
          <RevisionItems
            plan={plan.code}
            number={revision.number}
            items={items}
            adopted={revision.state === "adopted"}
            projectWord={plan.levelNames.project}
            requestKeys={page.requestKeys}
            refused={intent === "set_aside" ? { code, reason, error: errors.reason } : null}
          />
        )}
      </Section>
      {places.length > 0 && (
        <Section
          title="変更を提案する"
          lead={`${plan.levelNames.policy}を開き、変更する${plan.levelNames.project}かKPIを選んでください。`}
          className="print:hidden"
        >
          <ProposalPlaces
            plan={plan.code}
            number={revision.number}
            places={places}
            projectWord={plan.levelNames.project}
          />
        </Section>
      )}
      {adoption && (
        <Section title="決定" className="print:hidden">
          <AdoptForm
            adoption={adoption}
            today={page.today}
            baseStep={revision.step}
            requestKey={page.requestKeys.adopt ?? ""}
            typed={intent === "adopt" ? (refused?.values ?? {}) : {}}
            errors={intent === "adopt" ? errors : {}}
          />
        </Section>
      )}
      {steps.length > 0 && (
        <Section title="事務局の手続" className="print:hidden">
          <AdvanceForms
            steps={steps}
            baseStep={revision.step}
            refused={intent === "advance" ? { step, reason, error: errors.reason } : null}
          />
        </Section>
      )}
    </>
  );
}
