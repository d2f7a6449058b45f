import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EarlierImports } from "#app/components/import/earlier-imports.tsx";
import { PlanUploadForm } from "#app/components/import/plan-upload-form.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { planImportText } from "#app/i18n/plan-import.ts";
import { readPlanFile } from "#app/lib/import/plan-reading.server.ts";
import { limited } from "#app/lib/limited.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { beginPlanImport, largestPlanFile } from "#app/services/plan-import/begin.server.ts";
import { describePlanImport } from "#app/services/plan-import/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const slugOf = ({ params }: LoaderFunctionArgs) => String(params.organisation);

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const page = await forPage(describePlanImport(await serviceContext(args), slugOf(args)));
  return { ...page, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  // Nothing was typed that could be lost: the file is chosen again after sign-in.
  await requireSession(args);
  const organisation = slugOf(args);
  const context = await serviceContext(args);
  // Who may not bring a plan in has nothing read either.
  const { mayImport, membership } = await forPage(describePlanImport(context, organisation));
  if (!mayImport) throw new Response(null, { status: 403 });
  await limited(args, "import");
  const { values, files } = await readForm(args, largestPlanFile);
  try {
    const [file] = files;
    const key = values.requestKey ?? "";
    const { id, isNew } = await beginPlanImport(context, organisation, file, key);
    const reading = { id, organisationId: membership.organisationId, slug: organisation };
    // Reading goes on after the answer; the next page shows how far it has come.
    if (isNew && file?.bytes)
      void readPlanFile(context, reading, { name: file.name, bytes: file.bytes }, new Date());
    return redirect(paths.planImport(organisation, id));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { files: reason } = error.fieldErrors;
    if (reason === undefined) throw new Response(null, { status: statusOf[error.code] });
    return data({ reason }, 422);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle("計画の取込", page?.membership.shortName);

/** Where an organisation brings in a whole plan by one workbook. */
export default function PlanImport() {
  const { membership, mayImport, earlier, requestKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused && planImportText(refused.reason);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: "計画の取込" },
        ]}
        eyebrow={membership.shortName}
        title="計画を取り込む"
        lead="計画の体系、指標、年度ごとの目標値及び過去の実績を、1つの様式から登録します。登録する前に、内容を画面で確認できます。"
      />
      {error && (
        <div className="mb-8">
          <ErrorSummary errors={[{ fieldId: "files", message: error }]} />
        </div>
      )}
      <Section title="様式をダウンロードする">
        <p className="mb-4 text-std-16N-170">
          記入の方法と例は、様式のシート「説明」と各シートの2行目にあります。
        </p>
        <ButtonLink to={paths.planTemplate(membership.slug)} download>
          様式（Excel）
        </ButtonLink>
      </Section>
      <Section title="記入した様式を送信する">
        {mayImport ? (
          <PlanUploadForm requestKey={requestKey} error={error} />
        ) : (
          <NotificationBanner title="閲覧のみできます">
            <p>計画の取込は、決裁又は管理の役割を持つ人が行います。</p>
          </NotificationBanner>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title="これまでに送信したファイル">
          <EarlierImports
            caption="これまでに送信したファイル"
            addressOf={(id) => paths.planImport(membership.slug, id)}
            imports={earlier}
          />
        </Section>
      )}
    </>
  );
}
