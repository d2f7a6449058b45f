import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { AcceptForm, acceptFields } from "#app/components/member/accept-form.tsx";
import { InvitationGone } from "#app/components/member/invitation-gone.tsx";
import { SomebodyElse } from "#app/components/member/somebody-else.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { invitedTo, roleSentences } from "#app/i18n/invitation.ts";
import { momentText, roleLabels } from "#app/i18n/labels.ts";
import { goalsText } from "#app/i18n/member.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { idOfSecret, linkSecretOf } from "#app/lib/secret-link.server.ts";
import { sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { openInvitation } from "#app/services/invitation/open.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { beginSession } from "#app/services/session/begin.server.ts";
import { paths } from "#app/site/paths.ts";

/** The invitation of a secret address; what was guessed opens nothing. */
function idOf({ params }: LoaderFunctionArgs): string {
  const secret = linkSecretOf(webConfig().authSecret);
  const id = idOfSecret(secret, "invitation", String(params.secret));
  if (id === null) throw new Response(null, { status: 404 });
  return id;
}

export async function loader(args: LoaderFunctionArgs) {
  const id = idOf(args);
  const session = await sessionOf(args.request, args.context);
  const whose = { email: session?.email ?? null, now: new Date() };
  const invitation = await forPage(openInvitation(databases().identity, id, whose));
  return data(
    { ...invitation, signedInAs: whose.email, here: new URL(args.request.url).pathname },
    { status: invitation.invited === "gone" ? 410 : 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const id = idOf(args);
  const { requestId } = args.context;
  const { password, ...values } = formValues(await args.request.formData());
  const session = await sessionOf(args.request, args.context);
  const { identity } = databases();
  try {
    const person = session && { id: session.actor.id, email: session.email };
    const { userId, slug } = await acceptInvitation(
      identity,
      id,
      { ...values, password },
      { person, requestId, now: new Date() },
    );
    // The way on is chosen there, by what the session is worth.
    const to = slug === null ? paths.platform : paths.workspace(slug);
    const way = `${paths.signIn}?${new URLSearchParams({ to })}`;
    if (session) return redirect(way);
    const opening = { secondFactor: false, requestHeaders: args.request.headers, requestId };
    const cookie = await beginSession(identity, userId, opening);
    return redirect(way, { headers: { "Set-Cookie": cookie } });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code } = error;
    if (code === "not_found") throw new Response(null, { status: 404 });
    // What is over, or meant for somebody else, the page itself says.
    return data({ values, errors: error.fieldErrors, code }, statusOf[code]);
  }
}

export const meta = () => pageTitle("招待");

export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { organisation, standing, invited, role, goals, here } = page;
  if (invited === "gone") return <InvitationGone standing={standing} />;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader
        title={`${invitedTo(organisation)}への招待`}
        lead={page.inviter && `${page.inviter}から招待されています。`}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, acceptFields)} />
        {refused?.code === "conflict" && (
          <NotificationBanner kind="warning" live title="もう一度お試しください">
            <p>同じメールアドレスの登録が、同時に行われました。</p>
          </NotificationBanner>
        )}
      </div>
      <DefinitionList
        items={[
          ...(organisation === null ? [] : [{ term: "団体", description: organisation }]),
          {
            term: "役割",
            description:
              organisation === null
                ? "ポータルの管理（団体の登録と、団体の最初の管理者の招待を行います）"
                : `${roleLabels[role]}（${roleSentences[role]}）`,
          },
          ...(goals.length === 0 ? [] : [{ term: "担当PT", description: goalsText(goals) }]),
          ...(page.email === null ? [] : [{ term: "招待された人", description: page.email }]),
          { term: "期限", description: momentText(page.expiresAt) },
        ]}
      />
      <div className="mt-8">
        {invited === "somebody_else" && (
          <SomebodyElse invited={page.email} signedInAs={page.signedInAs} />
        )}
        {invited === "sign_in_first" && (
          <>
            <p>このメールアドレスの利用者は、登録済みです。ログインすると、参加できます。</p>
            <p className="mt-4">
              <ButtonLink
                to={`${paths.signIn}?${new URLSearchParams({ to: here })}`}
                variant="solid-fill"
                size="lg"
              >
                ログインして参加する
              </ButtonLink>
            </p>
          </>
        )}
        {invited === "as_signed_in" && (
          <form method="post">
            <Button size="lg">参加する</Button>
          </form>
        )}
        {invited === "new_here" && (
          <AcceptForm
            asksAddress={page.email === null}
            input={refused?.values ?? {}}
            errors={errors}
          />
        )}
      </div>
    </div>
  );
}
