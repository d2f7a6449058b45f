import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { NarrativeForm } from "#app/components/sheet/narrative-form.tsx";
import { NarrativeHistory } from "#app/components/sheet/narrative-history.tsx";
import { SheetFigures } from "#app/components/sheet/sheet-figures.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { isNarrativePart } from "#app/domain/sheet/narratives.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { nodeTitle } from "#app/i18n/sheet.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { readNarrative } from "#app/services/narrative/read.server.ts";
import { saveNarrative } from "#app/services/narrative/save.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

function placeOf({ params, request }: LoaderFunctionArgs) {
  const fy = yearOf(request);
  const part = String(params.part);
  if (fy === null || !isNarrativePart(part)) throw new Response(null, { status: 404 });
  return { plan: String(params.plan), node: String(params.node), part, fy };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const { sheet, ...reading } = await forPage(
    readNarrative(await serviceContext(args), placeOf(args)),
  );
  if (!sheet) throw new Response(null, { status: 404 });
  const done = new URL(args.request.url).searchParams.has("done");
  return { signedOut: false as const, ...reading, sheet, done };
}

export async function action(args: ActionFunctionArgs) {
  const place = placeOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ said: "signed_out" as const, values, errors: {} }, 401);
  try {
    await saveNarrative(context, place, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.narrative(place.plan, place.node, place.part, place.fy)}&done`);
}

export const meta = () => pageTitle("評価調書の文章");

export default function Narrative() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { sheet, part, newest, versions, olderVersions, maySave, done } = page;
  const { plan, node, fy } = sheet;
  const title = nodeTitle(plan.levelNames, node);
  const sheetPath = paths.sheet(plan.code, node.code, fy);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: paths.sheets(plan.code, fy), label: "評価調書" },
          { to: sheetPath, label: title },
          { label: narrativeLabels[part] },
        ]}
        eyebrow={`評価調書　${fiscalYearLabel(fy)}`}
        title={narrativeLabels[part]}
        lead={title}
      />
      <div className="mb-6 max-w-3xl space-y-4 empty:hidden">
        {refused?.said === "conflict" && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title="ほかの人が先に保存したため、保存していません"
          >
            <p>
              保存されている文章を確かめ、下の欄で必要な内容を合わせてから、もう一度保存してください。
            </p>
            <p className="mt-2 text-eyebrow text-solid-gray-700">保存されている文章</p>
            <p className="mt-1 border-l-2 border-solid-gray-420 pl-3 whitespace-pre-line">
              {newest.text || "（空）"}
            </p>
          </NotificationBanner>
        )}
        {!refused && done && (
          <NotificationBanner kind="success" live title="保存しました">
            <p>
              <TextLink to={sheetPath}>評価調書で確認する</TextLink>
            </p>
          </NotificationBanner>
        )}
        {!maySave && (
          <NotificationBanner title="閲覧のみできます">
            <p>評価調書の文章は、幹事団体の担当者と計画の所管が書きます。</p>
          </NotificationBanner>
        )}
      </div>
      {maySave ? (
        <NarrativeForm
          part={part}
          text={refused?.values.text ?? newest.text}
          baseVersion={baseVersionOf(refused, newest.version)}
          errors={refused?.errors ?? {}}
        />
      ) : (
        <p className="prose-report whitespace-pre-line">{newest.text || "未記入"}</p>
      )}
      <SheetFigures sheet={sheet} />
      {versions.length > 0 && (
        <Section title="履歴" lead="下線は追加された語、取り消し線は削除された語です。">
          <NarrativeHistory versions={versions} older={olderVersions} />
        </Section>
      )}
    </>
  );
}
