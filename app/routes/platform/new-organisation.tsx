import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { OrganisationForm, organisationFields } from "#app/components/member/organisation-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { can } from "#app/policy/can.ts";
import { createOrganisation } from "#app/services/organisation/create.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireRecentProof(args);
  if (!can(actor, "organisation.create")) throw new Response(null, { status: 403 });
  return null;
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const values = formValues(await args.request.formData());
  try {
    const slug = await createOrganisation(await serviceContext(args), values);
    return redirect(`${paths.organisation(slug)}?done=create`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta = () => pageTitle("団体の登録", "ポータルの管理");

export default function NewOrganisation() {
  const refused = useActionData<typeof action>();
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.platform, label: "ポータルの管理" },
          { label: "団体の登録" },
        ]}
        title="団体の登録"
        lead="登録したあとに、団体の最初の管理者を招待します。"
      />
      <div className="mb-6 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, organisationFields)} />
      </div>
      <OrganisationForm input={refused?.values ?? {}} errors={errors} base={null} />
    </>
  );
}
