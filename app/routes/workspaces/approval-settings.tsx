import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChoiceForm } from "#app/components/approval/choice-form.tsx";
import { DeputyForm, deputyFields } from "#app/components/approval/deputy-form.tsx";
import { DeputyTable } from "#app/components/approval/deputy-table.tsx";
import { Term } from "#app/components/guide/term.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { chooseApproval } from "#app/services/approval/choose.server.ts";
import { deputise } from "#app/services/approval/deputise.server.ts";
import { endDeputy } from "#app/services/approval/end-deputy.server.ts";
import { readApprovalSettings } from "#app/services/approval/read-settings.server.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const organisation = String(args.params.organisation);
  const settings = await forPage(readApprovalSettings(context, organisation, new Date()));
  return {
    signedOut: false as const,
    ...settings,
    requestKey: crypto.randomUUID(),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const verbs = {
  choose: chooseApproval,
  deputise: (context: ServiceContext, slug: string, input: Record<string, unknown>) =>
    deputise(context, slug, input, new Date()),
  end: endDeputy,
};

export async function action(args: ActionFunctionArgs) {
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, errors: {} }, 401);
  const intent = values.intent as keyof typeof verbs;
  if (!Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    await verbs[intent](context, organisation, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.approvalSettings(organisation)}?done=${intent}`);
}

export const meta = () => pageTitle("決裁の設定");

const doneTitles: Record<string, string> = {
  choose: "設定を保存しました",
  deputise: "代決する人を登録しました",
  end: "代決を終了しました",
};

export default function ApprovalSettings() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { membership, may, deputies } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: paths.approval(membership.slug), label: "決裁待ちの報告" },
          { label: "決裁の設定" },
        ]}
        eyebrow={membership.shortName}
        title="決裁の設定"
        lead="報告を幹事団体に提出する前に、団体内の決裁を求めるかどうかを定めます。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {refused && <ErrorSummary errors={errorsInOrder(errors, deputyFields)} />}
        {!refused && page.done && page.done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[page.done]} />
        )}
      </div>
      <Section title="提出前の決裁">
        <ChoiceForm requiresApproval={page.requiresApproval} mayChoose={may.choose} />
      </Section>
      <Section
        title="決裁する人"
        lead="決裁又は管理の役割を持つ人です。自分が起案した報告は、ほかの人が決裁します。"
      >
        <ul className="list-disc pl-6">
          {page.deciders.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </Section>
      <Section
        title="代決"
        aside={<Term of="deputy" />}
        lead="決裁する人が不在の間、起案の役割を持つ人が代わって決裁できます。代決したことは、報告の履歴に残ります。"
      >
        {deputies.length === 0 ? (
          <p className="text-solid-gray-700">代決する人は登録されていません。</p>
        ) : (
          <DeputyTable deputies={deputies} mayEnd={may.deputise} />
        )}
        {may.deputise && (
          <Section level="h3" title="代決する人の登録">
            <DeputyForm
              drafters={page.drafters}
              input={refused?.values ?? { fromOn: page.today }}
              errors={errors}
              requestKey={page.requestKey}
            />
          </Section>
        )}
      </Section>
    </>
  );
}
