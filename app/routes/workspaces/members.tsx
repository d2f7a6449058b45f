import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { InvitationTable } from "#app/components/member/invitation-table.tsx";
import { MemberTable } from "#app/components/member/member-table.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { roleSentences } from "#app/i18n/invitation.ts";
import { dayText, roleLabels } from "#app/i18n/labels.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireRecentProof, requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { roles } from "#app/policy/roles.ts";
import { readInvitation } from "#app/services/invitation/read.server.ts";
import { revokeInvitation } from "#app/services/invitation/revoke.server.ts";
import { readMember } from "#app/services/member/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const organisation = String(args.params.organisation);
  const now = new Date();
  const reading = await forPage(readMember(context, organisation, now));
  return {
    ...reading,
    invitations: reading.may.invite
      ? await forPage(readInvitation(context, organisation, now))
      : [],
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  if (values.intent !== "revoke") throw new Response(null, { status: 400 });
  await forPage(revokeInvitation(await serviceContext(args), organisation, values));
  return redirect(`${paths.members(organisation)}?done=revoke`);
}

export const meta = () => pageTitle("構成員");

const doneTitles: Record<string, string> = {
  invite: "招待のメールを送信しました",
  revoke: "招待を取り消しました",
  change: "役割と担当PTを変更しました",
  end: "所属を終了しました",
  "hand-over": "業務を引き継ぎました",
};

export default function Members() {
  const { membership, people, deputies, invitations, may, done } = useLoaderData<typeof loader>();
  const organisation = membership.slug;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.workspace(organisation), label: `${membership.shortName}のワークスペース` },
          { label: "構成員" },
        ]}
        eyebrow={membership.shortName}
        title="構成員"
        lead="この団体の利用者と、その役割です。招待、役割の変更、引継ぎは、管理の役割を持つ人が行います。"
        actions={
          may.invite && (
            <>
              <ButtonLink to={paths.invite(organisation)}>構成員を招待する</ButtonLink>
              <ButtonLink to={paths.audit(organisation)}>監査記録</ButtonLink>
            </>
          )
        }
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
      </div>
      <Section title={`構成員（${people.length}人）`}>
        <MemberTable organisation={organisation} people={people} mayChange={may.change} />
      </Section>
      {may.invite && (
        <Section title="招待" lead="招待のリンクは、7日間、一度だけ使えます。">
          {invitations.length === 0 ? (
            <p className="text-solid-gray-700">回答待ちの招待はありません。</p>
          ) : (
            <InvitationTable invitations={invitations} sendPath={paths.invite(organisation)} />
          )}
        </Section>
      )}
      <Section title="本日の代決">
        {deputies.length === 0 ? (
          <p className="text-solid-gray-700">本日、代決する人はいません。</p>
        ) : (
          <ul className="list-disc pl-6">
            {deputies.map(({ id, name, untilOn }) => (
              <li key={id}>
                {name}（{dayText(untilOn)}まで）
              </li>
            ))}
          </ul>
        )}
        <p className="mt-2">
          <TextLink to={paths.approvalSettings(organisation)}>決裁の設定</TextLink>
        </p>
      </Section>
      <Section title="役割について">
        <DefinitionList
          items={roles.map((role) => ({
            term: roleLabels[role],
            description: roleSentences[role],
          }))}
        />
      </Section>
    </>
  );
}
