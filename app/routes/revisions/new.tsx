import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listVersions } from "#app/services/plan/list-versions.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const { plan, mayOpen } = await forPage(listVersions(context, String(args.params.plan)));
  if (!mayOpen) throw new Response(null, { status: 403 });
  return { plan, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const plan = String(args.params.plan);
  const values = formValues(await args.request.formData());
  try {
    const number = await openRevision(await serviceContext(args), plan, values);
    return redirect(`${paths.revision(plan, number)}?done=open`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta = () => pageTitle("見直しの開始");

/** Begins a revision of a plan. */
export default function NewRevision() {
  const { plan, requestKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: Record<string, string> = refused?.errors ?? {};
  const error = (field: string) => errors[field] && message(errors[field]);
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan, { label: "見直しの開始" })}
        eyebrow={plan.name}
        title="見直しを始める"
        lead="見直しを始めると、各PTの幹事団体と事務局が、プロジェクトやKPIの変更を提案できるようになります。計画は、見直しが決定されるまで変わりません。"
      />
      <div className="mb-8 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, ["title", "purpose"])} />
      </div>
      <form method="post" className="max-w-3xl space-y-6">
        <input type="hidden" name="requestKey" value={requestKey} />
        <TextField
          id="title"
          name="title"
          label="見直しの名称"
          support="例：令和8年度の見直し"
          required
          defaultValue={refused?.values.title ?? ""}
          error={error("title")}
        />
        <TextareaField
          id="purpose"
          name="purpose"
          label="趣旨"
          support="なぜ、何を見直すのか。改定履歴に載ります。"
          required={false}
          rows={4}
          defaultValue={refused?.values.purpose ?? ""}
          error={error("purpose")}
        />
        <Button size="lg">見直しを始める</Button>
      </form>
    </>
  );
}
