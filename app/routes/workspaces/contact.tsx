import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { ContactForm, type ContactInput } from "#app/components/workspace/contact-form.tsx";
import { type ContactField, contactLabels } from "#app/i18n/workspace.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readContact } from "#app/services/contact/read.server.ts";
import { saveContact } from "#app/services/contact/save.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

function codesOf({ params }: LoaderFunctionArgs) {
  return {
    organisation: String(params.organisation),
    plan: String(params.plan),
    pt: String(params.pt),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const reading = await forPage(readContact(await serviceContext(args), codesOf(args)));
  if (!reading.maySave) throw new Response(null, { status: 403 });
  return { signedOut: false as const, ...reading };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ said: "signed_out" as const, values, errors: {} }, 401);
  try {
    await saveContact(context, codes, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.pt(codes.organisation, codes.plan, codes.pt)}?done=contact#contacts`);
}

export const meta = () => pageTitle("PTの連絡先");

const fields = Object.keys(contactLabels) as ContactField[];

export default function Contact() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { organisation, plan, node, newest } = page;
  const typed: Record<string, string> | undefined = refused?.values;
  const text = (field: ContactField) => typed?.[field] ?? newest?.[field] ?? "";
  const input = Object.fromEntries(fields.map((field) => [field, text(field)])) as ContactInput;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(organisation.slug),
            label: `${organisation.shortName}のワークスペース`,
          },
          { to: paths.pt(organisation.slug, plan.code, node.code), label: node.name },
          { label: "連絡先" },
        ]}
        eyebrow={organisation.shortName}
        title={`${node.name}の連絡先`}
        lead="このPTについて、ほかの団体が問い合わせるときの窓口を記入してください。"
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && <ErrorSummary errors={errorsInOrder(errors, fields)} />}
        {refused?.said === "conflict" && newest && (
          <BothContents
            kept={newest}
            rows={fields.map((field) => ({
              term: contactLabels[field],
              mine: input[field],
              theirs: newest[field],
            }))}
          />
        )}
      </div>
      <ContactForm
        input={input}
        errors={errors}
        baseVersion={baseVersionOf(refused, newest?.version ?? 0)}
      />
    </>
  );
}
