import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PackDocument } from "#app/components/pack/pack-document.tsx";
import { PackForm } from "#app/components/pack/pack-form.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { packProblem } from "#app/i18n/pack.ts";
import { formValues } from "#app/lib/form-values.ts";
import { limited } from "#app/lib/limited.server.ts";
import { makePackFiles } from "#app/lib/pack/making.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { makePack } from "#app/services/pack/make.server.ts";
import { describePacks } from "#app/services/pack/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const now = new Date();
  const context = await serviceContext(args);
  const page = await forPage(describePacks(context, String(args.params.plan), now));
  if (!page.mayMake) throw new Response(null, { status: 403 });
  const { plan, editions, pts } = page;
  return { plan, editions, pts, fy: yearOf(args.request), today: dateInJapan(now) };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const plan = String(args.params.plan);
  const context = await serviceContext(args);
  const values = formValues(await args.request.formData());
  await limited(args, "pack");
  try {
    const { id, making } = await makePack(context, plan, values);
    // Making goes on after the answer; the next page shows how far it has come.
    if (making) void makePackFiles(context, making, PackDocument);
    return redirect(paths.pack(plan, id));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle("会議資料を作成する", page?.plan.name);

/** Where the council's office has the paper of a meeting made. */
export default function NewPack() {
  const { plan, editions, pts, fy, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {});
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code), label: plan.name },
          { to: paths.packs(plan.code), label: "会議資料" },
          { label: "資料を作成する" },
        ]}
        eyebrow={plan.name}
        title="会議資料を作成する"
        lead="公表した版を選ぶと、その版の実績と評価から、PDFとExcelを作成します。"
      />
      {errors.length > 0 && (
        <div className="mb-8">
          <ErrorSummary
            errors={errors.map(([field, key]) => ({ fieldId: field, message: packProblem(key) }))}
          />
        </div>
      )}
      {editions.length === 0 ? (
        <EmptyState title="公表した版がまだありません">
          会議資料は、照会を締め切って公表した後に作成できます。
        </EmptyState>
      ) : (
        <PackForm
          plan={plan}
          editions={editions}
          pts={pts}
          fy={fy}
          today={today}
          typed={refused?.values ?? null}
          errors={refused?.errors ?? {}}
        />
      )}
    </>
  );
}
