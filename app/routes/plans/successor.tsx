import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listVersions } from "#app/services/plan/list-versions.server.ts";
import { succeedPlan } from "#app/services/plan/succeed.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const { plan, maySucceed } = await forPage(listVersions(context, String(args.params.plan)));
  if (!maySucceed) throw new Response(null, { status: 403 });
  return { plan, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const values = formValues(await args.request.formData());
  try {
    const context = await serviceContext(args);
    return redirect(paths.versions(await succeedPlan(context, String(args.params.plan), values)));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta = () => pageTitle("次期計画の策定");

const fields = [
  { name: "name", label: "計画の名称", support: "例：第３期九州創生アクションプラン" },
  { name: "nickname", label: "略称", support: "", optional: true },
  {
    name: "code",
    label: "計画のコード",
    support: "アドレスに使います。半角英小文字で始まる英数字とハイフン（例：jewels-3）",
  },
  { name: "firstFy", label: "開始年度", support: "例：R10" },
  { name: "lastFy", label: "最終年度", support: "例：R14" },
];

/** Begins a plan that succeeds another one. */
export default function Successor() {
  const { plan, requestKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan, { label: "次期計画の策定" })}
        eyebrow={plan.name}
        title="次期計画の策定を始める"
        lead="終了していないPT、基本施策、プロジェクト及びKPIを引き継いだ計画を作成します。それぞれ、引継元の計画に結び付けられます。基準値、目標値及びロードマップは引き継がず、見直しの手順で定めます。決定されるまで、計画は会員だけが閲覧できます。"
      />
      <div className="mb-8 empty:hidden">
        <ErrorSummary
          errors={errorsInOrder(
            errors,
            fields.map(({ name }) => name),
          )}
        />
      </div>
      <form method="post" className="max-w-3xl space-y-6">
        <input type="hidden" name="requestKey" value={values.requestKey ?? requestKey} />
        {fields.map(({ name, label, support, optional = false }) => (
          <TextField
            key={name}
            id={name}
            name={name}
            label={label}
            support={support || undefined}
            required={!optional}
            defaultValue={values[name] ?? ""}
            error={errors[name] && message(errors[name])}
          />
        ))}
        <Button size="lg">策定を始める</Button>
      </form>
    </>
  );
}
