import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { PackForm } from "#app/components/pack/pack-form.tsx";
import { PackList } from "#app/components/pack/pack-list.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { packProblem } from "#app/i18n/pack.ts";
import { t } from "#app/i18n/t.ts";
import { formValues } from "#app/lib/form-values.ts";
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
  return { ...page, fy: yearOf(args.request), today: dateInJapan(now) };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const plan = String(args.params.plan);
  const context = await serviceContext(args);
  const values = formValues(await args.request.formData());
  try {
    const { id, making } = await makePack(context, plan, values);
    // Making goes on after the answer; the next page shows how far it has come.
    if (making) void makePackFiles(context, making);
    return redirect(paths.pack(plan, id));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(t`会議資料`, page?.plan.name);

/** The papers of the council's meetings, and for its office the form that has one made. */
export default function Packs() {
  const { plan, packs, mayMake, editions, pts, fy, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {});
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code), label: plan.name }, { label: t`会議資料` }]}
        eyebrow={plan.name}
        title={t`会議資料`}
        lead={t`公表した版から作成した会議の資料です。同じ版と内容からは、いつ作成しても同じ資料になります。`}
      />
      {errors.length > 0 && (
        <div className="mb-8">
          <ErrorSummary
            errors={errors.map(([field, key]) => ({ fieldId: field, message: packProblem(key) }))}
          />
        </div>
      )}
      <Section title={t`作成した資料`}>
        {packs.length === 0 ? (
          <EmptyState title={t`会議資料はまだありません`}>
            {t`資料を作成すると、PDFとExcelをここからダウンロードできます。`}
          </EmptyState>
        ) : (
          <PackList plan={plan} packs={packs} />
        )}
      </Section>
      {mayMake && (
        <Section title={t`資料を作成する`} className="print:hidden">
          {editions.length === 0 ? (
            <p>{t`公表した版がまだありません。資料は、照会を締め切って公表した後に作成できます。`}</p>
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
        </Section>
      )}
    </>
  );
}
