import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { HandOverForm, handOverFields } from "#app/components/member/hand-over-form.tsx";
import { OpenWorkList } from "#app/components/member/open-work-list.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { handOverMember } from "#app/services/member/hand-over.server.ts";
import { readHandOver } from "#app/services/member/read-hand-over.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const codesOf = ({ params }: LoaderFunctionArgs) => ({
  organisation: String(params.organisation),
  userId: String(params.user),
});

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireRecentProof(args);
  const context = await serviceContext(args);
  const reading = await forPage(readHandOver(context, codesOf(args), new Date()));
  return { signedOut: false as const, ...reading };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, errors: {} }, 401);
  await requireRecentProof(args);
  try {
    await handOverMember(context, codes, values, new Date());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
  const left = values.end === "yes" && codes.userId === context.actor.id;
  return redirect(left ? paths.front : `${paths.members(codes.organisation)}?done=hand-over`);
}

export const meta = () => pageTitle("業務の引継ぎ");

export default function HandOver() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} labels={{ note: "引継ぎの内容" }} />;
  const { membership, member, colleagues, items } = page;
  const organisation = membership.slug;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.workspace(organisation), label: `${membership.shortName}のワークスペース` },
          { to: paths.members(organisation), label: "構成員" },
          { to: paths.member(organisation, member.userId), label: member.name },
          { label: "引継ぎ" },
        ]}
        eyebrow={membership.shortName}
        title={`${member.name}の業務の引継ぎ`}
        lead="途中の仕事の一覧が、後任の人に届きます。担当PTと、これからの代決の予定は、後任の人に移ります。下書きや決裁待ちの報告は団体のものなので、そのまま残ります。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, handOverFields)} />
      </div>
      <Section title={`途中の仕事（${items.length}件）`}>
        {items.length === 0 ? (
          <p className="text-solid-gray-700">途中の仕事はありません。</p>
        ) : (
          <OpenWorkList items={items} />
        )}
      </Section>
      <Section title="引継ぎ先">
        {colleagues.length === 0 ? (
          <EmptyState
            headingLevel="h3"
            title="引き継げる人がいません"
            action={<ButtonLink to={paths.invite(organisation)}>構成員を招待する</ButtonLink>}
          >
            起案、決裁又は管理の役割を持つ人を、先に招待してください。
          </EmptyState>
        ) : (
          <HandOverForm colleagues={colleagues} input={refused?.values ?? {}} errors={errors} />
        )}
      </Section>
    </>
  );
}
