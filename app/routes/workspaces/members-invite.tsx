import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { InviteForm, inviteFields } from "#app/components/member/invite-form.tsx";
import { SentLinks } from "#app/components/member/sent-links.tsx";
import { SlowDown } from "#app/components/member/slow-down.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { inviteFrom } from "#app/lib/invitation.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readMember } from "#app/services/member/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireRecentProof(args);
  const context = await serviceContext(args);
  const reading = await forPage(readMember(context, String(args.params.organisation), new Date()));
  if (!reading.may.invite) throw new Response(null, { status: 403 });
  return { signedOut: false as const, membership: reading.membership, goals: reading.goals };
}

export async function action(args: ActionFunctionArgs) {
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  if (!(await sessionOf(args.request, args.context)))
    return data({ said: "signed_out" as const, values }, 401);
  await requireRecentProof(args);
  const answer = await inviteFrom(args, organisation, values);
  if (answer.said === "sent") throw redirect(`${paths.members(organisation)}?done=invite`);
  return data(answer, { status: answer.status, headers: answer.headers });
}

export const meta = () => pageTitle("構成員の招待");

export default function Invite() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={answer?.values ?? {}} labels={{ emails: "メールアドレス" }} />;
  const { membership, goals } = page;
  const errors: Record<string, string> = answer?.said === "invalid" ? answer.errors : {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: paths.members(membership.slug), label: "構成員" },
          { label: "招待" },
        ]}
        eyebrow={membership.shortName}
        title="構成員の招待"
        lead="招待された人は、届いたリンクから氏名とパスワードを設定して参加します。同じ人をもう一度招待すると、前のリンクは使えなくなります。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, inviteFields)} />
        {answer?.said === "slow_down" && <SlowDown waitSeconds={answer.waitSeconds} />}
        {answer?.said === "links" && <SentLinks links={answer.links} />}
      </div>
      {answer?.said === "links" ? (
        <p className="flex flex-wrap gap-6">
          <TextLink to={paths.members(membership.slug)}>構成員の一覧に戻る</TextLink>
          <TextLink to={paths.invite(membership.slug)}>続けて招待する</TextLink>
        </p>
      ) : (
        <InviteForm goals={goals} input={answer?.values ?? { role: "editor" }} errors={errors} />
      )}
    </>
  );
}
