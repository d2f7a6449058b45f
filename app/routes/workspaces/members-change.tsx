import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { MemberConflict } from "#app/components/member/member-conflict.tsx";
import { MemberForm, memberFields } from "#app/components/member/member-form.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { changeMember } from "#app/services/member/change.server.ts";
import { endMember } from "#app/services/member/end.server.ts";
import { readMember } from "#app/services/member/read.server.ts";
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
  const { organisation, userId } = codesOf(args);
  const reading = await forPage(readMember(await serviceContext(args), organisation, new Date()));
  if (!reading.may.change) throw new Response(null, { status: 403 });
  const person = reading.people.find((each) => each.userId === userId);
  if (!person) throw new Response(null, { status: 404 });
  return { signedOut: false as const, ...reading, person };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ said: "signed_out" as const, values, errors: {} }, 401);
  await requireRecentProof(args);
  const { intent } = values;
  try {
    if (intent === "change") await changeMember(context, codes, values);
    else if (intent === "end") await endMember(context, codes);
    else throw new Response(null, { status: 400 });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
  // Who has just left sees the list no more.
  const left = intent === "end" && codes.userId === context.actor.id;
  return redirect(left ? paths.front : `${paths.members(codes.organisation)}?done=${intent}`);
}

export const meta = () => pageTitle("構成員の変更");

export default function ChangeMember() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { membership, person, goals } = page;
  const organisation = membership.slug;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.workspace(organisation), label: `${membership.shortName}のワークスペース` },
          { to: paths.members(organisation), label: "構成員" },
          { label: person.name },
        ]}
        eyebrow={membership.shortName}
        title={`${person.name}の変更`}
        lead={person.details?.email}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, memberFields)} />
        {refused?.said === "conflict" && (
          <MemberConflict goals={goals} typed={refused.values} kept={person} />
        )}
      </div>
      <Section title="役割と担当PT" lead="変更は、本人の次の操作から反映されます。">
        <MemberForm
          goals={goals}
          kept={person}
          refused={
            refused?.values.intent === "change" ? { ...refused, values: refused.values } : null
          }
          errors={errors}
        />
      </Section>
      <Section
        title="引継ぎ"
        lead="異動などで担当が替わるときは、途中の仕事を一覧にして、後任の人に引き継いでください。"
      >
        <ButtonLink to={paths.handOver(organisation, person.userId)}>業務を引き継ぐ</ButtonLink>
      </Section>
      <Section
        title="所属の終了"
        lead={`${membership.shortName}のワークスペースを使えなくします。これまでの入力や手続の記録は残り、下書きは団体のものとして引き続き編集できます。この人が送った招待のうち、まだ参加していないものは取り消されます。`}
      >
        <p className="mb-4">
          この人が発行した
          <TextLink to={paths.tokens(organisation)}>APIキー</TextLink>
          は、団体のものとして有効なまま残ります。本人が控えているおそれがある場合は、失効させてください。
        </p>
        <form method="post">
          <Button name="intent" value="end" variant="outline" id="end">
            所属を終了する<span className="sr-only">：{person.name}</span>
          </Button>
        </form>
      </Section>
    </>
  );
}
