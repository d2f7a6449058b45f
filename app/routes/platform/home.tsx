import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { FirstAdminForm } from "#app/components/member/first-admin-form.tsx";
import { InvitationTable } from "#app/components/member/invitation-table.tsx";
import { KeeperList } from "#app/components/member/keeper-list.tsx";
import { OrganisationTable } from "#app/components/member/organisation-table.tsx";
import { SentLinks } from "#app/components/member/sent-links.tsx";
import { SlowDown } from "#app/components/member/slow-down.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { inviteFrom } from "#app/lib/invitation.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readInvitation } from "#app/services/invitation/read.server.ts";
import { revokeInvitation } from "#app/services/invitation/revoke.server.ts";
import { endKeeper } from "#app/services/keeper/end.server.ts";
import { listOrganisation } from "#app/services/organisation/list.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args);
  const context = await serviceContext(args);
  const now = new Date();
  return {
    ...(await forPage(listOrganisation(context, now))),
    invitations: await forPage(readInvitation(context, null, now)),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const values = formValues(await args.request.formData());
  if (values.intent === "revoke") {
    await forPage(revokeInvitation(await serviceContext(args), null, values));
    return redirect(`${paths.platform}?done=revoke`);
  }
  if (values.intent === "end") {
    const context = await serviceContext(args);
    await forPage(endKeeper(context, values));
    // Who has just stepped back sees this page no more.
    const left = values.person === context.actor?.id;
    return redirect(left ? paths.front : `${paths.platform}?done=end`);
  }
  if (values.intent !== "send") throw new Response(null, { status: 400 });
  const answer = await inviteFrom(args, null, values);
  if (answer.said === "sent") return redirect(`${paths.platform}?done=invite`);
  return data(answer, { status: answer.status, headers: answer.headers });
}

const title = "ポータルの管理";
export const meta = () => pageTitle(title);

const doneTitles: Record<string, string> = {
  invite: "招待のメールを送信しました",
  revoke: "招待を取り消しました",
  end: "ポータルの管理を終了しました",
  create: "団体を登録しました",
};

export default function Platform() {
  const { organisations, keepers, invitations, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string> = answer?.said === "invalid" ? answer.errors : {};
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: title }]}
        title={title}
        lead="団体を登録し、団体の最初の管理者を招待します。団体の下書きや提出された報告は、ここからは閲覧できません。"
        actions={
          <>
            <ButtonLink to={paths.newOrganisation}>団体を登録する</ButtonLink>
            <ButtonLink to={paths.platformAudit()}>監査記録</ButtonLink>
            <ButtonLink to={paths.platformPeople}>利用者の認証と情報</ButtonLink>
          </>
        }
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, ["emails"])} />
        {answer?.said === "slow_down" && <SlowDown waitSeconds={answer.waitSeconds} />}
        {answer?.said === "links" && <SentLinks links={answer.links} />}
        {!answer && done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
      </div>
      <Section title={`団体（${organisations.length}団体）`}>
        <OrganisationTable organisations={organisations} />
      </Section>
      <Section title="ポータルの管理者">
        <KeeperList keepers={keepers} />
        <Section level="h3" title="管理者の招待">
          <FirstAdminForm
            label="新しい管理者のメールアドレス"
            input={answer && answer.said !== "links" ? answer.values : {}}
            errors={errors}
          />
          {invitations.length > 0 && (
            <div className="mt-6">
              <InvitationTable invitations={invitations} sendPath={paths.platform} />
            </div>
          )}
        </Section>
      </Section>
    </>
  );
}
