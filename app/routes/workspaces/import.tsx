import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EarlierImports } from "#app/components/import/earlier-imports.tsx";
import { importCrumbs } from "#app/components/import/import-crumbs.ts";
import { UploadForm } from "#app/components/import/upload-form.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formWords } from "#app/i18n/import.ts";
import { dayText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { closedRoundText } from "#app/i18n/round.ts";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { readUpload } from "#app/lib/import-form/read-upload.server.ts";
import { limited } from "#app/lib/limited.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { describeImport } from "#app/services/import/describe.server.ts";
import { prepareImport } from "#app/services/import/prepare.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const page = await forPage(describeImport(context, entryCodes(args.params)));
  return { ...page, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  // Nothing was typed that could be lost: the file is chosen again after sign-in.
  await requireSession(args);
  const codes = entryCodes(args.params);
  const context = await serviceContext(args);
  // Who may not bring anything in has nothing read either.
  const { takesFigures, mayPrepare } = await forPage(describeImport(context, codes));
  if (!mayPrepare) throw new Response(null, { status: 403 });
  const { organisation, plan, round } = codes;
  // The page itself says that the round is closed.
  const closed = () => redirect(paths.imports(organisation, plan, round));
  if (!takesFigures) return closed();
  await limited(args, "import");
  const { values, files } = await readForm(args);
  const read = await readUpload(files, args.request.signal);
  if (!read.ok) return data({ error: read.error }, 422);
  try {
    const given = { requestKey: values.requestKey ?? "", words: formWords };
    const id = await prepareImport(context, codes, read, given);
    return redirect(paths.import(organisation, plan, round, id));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { files: about } = error.fieldErrors;
    if (error.code === "locked") return closed();
    if (about === undefined) throw new Response(null, { status: statusOf[error.code] });
    return data({ error: about }, 422);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle("様式の取込", page?.membership.shortName, page?.title);

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { membership, plan, number, earlier } = page;
  return (
    <>
      <PageHeader
        breadcrumbs={[...importCrumbs(membership, plan, number), { label: "様式の取込" }]}
        eyebrow={`${membership.shortName}　${plan.name}`}
        title="様式を取り込む"
        lead={`「${page.title}」の様式に入力した内容を取り込みます。取り込む前に、変更点を画面で確認できます。`}
        meta={[{ term: "回答期限", description: dayText(page.dueOn) }]}
      />
      {refused && (
        <div className="mb-8">
          <ErrorSummary errors={[{ fieldId: "files", message: message(refused.error) }]} />
        </div>
      )}
      <Section title="様式をダウンロードする">
        <p className="mb-4 text-std-16N-170">
          様式には、今保存されている内容が入っています。数値だけを別のシステムから移す場合は、データ（CSV）も利用できます。
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={paths.entryForm(membership.slug, plan.code, number, "xlsx")}>
            様式（Excel）
          </ButtonLink>
          <ButtonLink to={paths.entryForm(membership.slug, plan.code, number, "csv")}>
            データ（CSV）
          </ButtonLink>
        </div>
      </Section>
      <Section title="入力した様式を取り込む">
        {page.takesFigures && page.mayPrepare ? (
          <UploadForm requestKey={page.requestKey} error={refused?.error} />
        ) : (
          <NotificationBanner title={page.takesFigures ? "閲覧のみできます" : "今は取り込めません"}>
            <p>
              {page.takesFigures
                ? "取込は、起案又は決裁の役割を持つ人が行います。"
                : closedRoundText()}
            </p>
          </NotificationBanner>
        )}
        <p className="mt-6 text-dns-16N-130">
          <TextLink to={paths.entry(membership.slug, plan.code, number)}>
            画面の表で入力する（一括入力）
          </TextLink>
        </p>
      </Section>
      {earlier.length > 0 && (
        <Section title="これまでに取り込んだファイル">
          <EarlierImports
            addressOf={(id) => paths.import(membership.slug, plan.code, number, id)}
            imports={earlier}
          />
        </Section>
      )}
    </>
  );
}
