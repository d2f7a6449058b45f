import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { FirstAdminForm } from "#app/components/member/first-admin-form.tsx";
import { InvitationTable } from "#app/components/member/invitation-table.tsx";
import { OrganisationForm, organisationFields } from "#app/components/member/organisation-form.tsx";
import { SentLinks } from "#app/components/member/sent-links.tsx";
import { SlowDown } from "#app/components/member/slow-down.tsx";
import { ContentRows } from "#app/components/progress/content-rows.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { organisationKindLabels, organisationLabels } from "#app/i18n/organisation.ts";
import { formValues } from "#app/lib/form-values.ts";
import { inviteFrom } from "#app/lib/invitation.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readInvitation } from "#app/services/invitation/read.server.ts";
import { revokeInvitation } from "#app/services/invitation/revoke.server.ts";
import { changeOrganisation, organisationBase } from "#app/services/organisation/change.server.ts";
import { listOrganisation } from "#app/services/organisation/list.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args);
  const context = await serviceContext(args);
  const now = new Date();
  const { organisations } = await forPage(listOrganisation(context, now));
  const organisation = organisations.find(({ slug }) => slug === args.params.slug);
  if (!organisation) throw new Response(null, { status: 404 });
  return {
    organisation,
    base: organisationBase(organisation),
    invitations: await forPage(readInvitation(context, organisation.slug, now)),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const slug = String(args.params.slug);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (values.intent === "send") {
    const answer = await inviteFrom(args, slug, values);
    if (answer.said === "sent") return redirect(`${paths.organisation(slug)}?done=invite`);
    return data(answer, { status: answer.status, headers: answer.headers });
  }
  try {
    if (values.intent === "revoke") await revokeInvitation(context, slug, values);
    else if (values.intent === "save") await changeOrganisation(context, slug, values);
    else throw new Response(null, { status: 400 });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.organisation(slug)}?done=${values.intent}`);
}

export const meta = () => pageTitle("団体", "ポータルの管理");

const doneTitles: Record<string, string> = {
  create: "団体を登録しました。続けて、最初の管理者を招待してください",
  save: "変更を保存しました",
  invite: "招待のメールを送信しました",
  revoke: "招待を取り消しました",
};

export default function Organisation() {
  const { organisation, base, invitations, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string> = answer?.values ?? {};
  const errors: Record<string, string> = answer && "errors" in answer ? answer.errors : {};
  const saves = values.intent === "save";
  const { name, shortName, kind, code } = organisation;
  const input = saves ? values : { name, shortName, kind, code };
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.platform, label: "ポータルの管理" },
          { label: organisation.name },
        ]}
        title={organisation.name}
        meta={[
          { term: "アドレスに使う名前", description: organisation.slug },
          { term: "構成員", description: `${organisation.members}人` },
          { term: "管理者", description: `${organisation.admins}人` },
        ]}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, [...organisationFields, "emails"])} />
        {answer?.said === "conflict" && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title="ほかの人が先に変更したため、保存していません"
          >
            <p>内容を確かめて、必要であればもう一度保存してください。</p>
            <ContentRows
              rows={(["name", "shortName", "kind", "code"] as const).map((field) => ({
                term: organisationLabels[field],
                mine: shown(field, values[field]),
                theirs: shown(field, organisation[field]),
              }))}
            />
          </NotificationBanner>
        )}
        {answer?.said === "slow_down" && <SlowDown waitSeconds={answer.waitSeconds} />}
        {answer?.said === "links" && <SentLinks links={answer.links} />}
        {!answer && done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
      </div>
      <Section
        title="最初の管理者"
        lead="構成員の招待は、団体の管理者が行います。ここで招待できるのは、管理者がいない間だけです。"
      >
        {organisation.admins > 0 ? (
          <p className="text-solid-gray-700">この団体には、管理者がいます。</p>
        ) : (
          <FirstAdminForm
            label="管理者になる人のメールアドレス"
            input={values.intent === "send" && answer?.said !== "links" ? values : {}}
            errors={errors}
          />
        )}
        {invitations.length > 0 && (
          <div className="mt-6">
            <InvitationTable
              invitations={invitations}
              sendPath={organisation.admins > 0 ? null : paths.organisation(organisation.slug)}
            />
          </div>
        )}
      </Section>
      <Section title="名称と種類" lead="変更した名称は、過去の年度の画面にも表示されます。">
        <OrganisationForm
          input={input}
          errors={errors}
          base={saves && answer?.said === "invalid" ? (values.base ?? base) : base}
        />
      </Section>
    </>
  );
}

function shown(field: "name" | "shortName" | "kind" | "code", value: string | null | undefined) {
  if (field !== "kind") return value ?? "";
  return organisationKindLabels[value as keyof typeof organisationKindLabels] ?? "";
}
