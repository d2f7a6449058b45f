import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { HoldingsTable } from "#app/components/person/holdings-table.tsx";
import { RenameForm } from "#app/components/person/rename-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { ownContext, requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPerson } from "#app/services/person/read.server.ts";
import { renamePerson } from "#app/services/person/rename.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  const { viaOrganisationId } = await requireSession(args);
  const held = await forPage(readPerson(await serviceContext(args), databases().identity));
  return {
    signedOut: false as const,
    mayTake: viaOrganisationId === null,
    name: held.profile?.name ?? "",
    email: held.profile?.email ?? "",
    since: held.profile?.createdAt ?? null,
    counts: {
      memberships: held.memberships.length,
      signIn: held.signInMethods.length + held.passkeys.length + held.secondFactors.length,
      sessions: held.sessions.length,
      preferences: held.preferences.length,
      notifications: held.notifications.length,
      mails: held.mails.length,
      visits: held.visits.length,
      works: held.works.length,
      events: held.events.length,
    },
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const values = formValues(await args.request.formData());
  const session = await sessionOf(args.request, args.context);
  if (!session) return data({ values, errors: {} }, 401);
  try {
    await renamePerson(ownContext(args, session), values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== "invalid") throw new Response(null, { status: statusOf[error.code] });
    return data({ values, errors: error.fieldErrors }, statusOf.invalid);
  }
  return redirect(`${paths.ownData}?done`);
}

export const meta = () => pageTitle("本人の情報");

export default function OwnData() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} labels={{ name: "表示名" }} />;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.account, label: "アカウント" },
          { label: "本人の情報" },
        ]}
        title="本人の情報"
        lead="ポータルが保存しているあなたの情報を確かめ、ファイルに出力することができます。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {refused && <ErrorSummary errors={errorsInOrder(errors, ["name"])} />}
        {!refused && page.done && (
          <NotificationBanner kind="success" live title="表示名を変更しました" />
        )}
      </div>
      <Section
        title="表示名"
        lead="報告や意見などに、団体名とともに表示します。変更すると、これまでの記録の表示も変わります。"
      >
        <RenameForm name={refused?.values.name ?? page.name} error={errors.name} />
      </Section>
      <Section
        title="保存している情報"
        lead="パスワードと認証の鍵は、だれも読むことができない形で保存しているため、出力に含みません。"
        aside={
          page.mayTake ? (
            <ButtonLink to={paths.ownDataFile}>ファイルに出力（JSON）</ButtonLink>
          ) : (
            "出力するときは、パスワード又はパスキーでログインしてください。"
          )
        }
      >
        <HoldingsTable email={page.email} since={page.since} counts={page.counts} />
      </Section>
      <Section title="情報の消去">
        <p className="max-w-[52rem] text-std-16N-170">
          団体に所属しなくなったあとは、名前、メールアドレス及びログインの情報の消去を、ポータル管理者に求めることができます。団体の名で行った報告や書き込みは、公の記録として、団体名とともに残ります。
        </p>
      </Section>
    </>
  );
}
