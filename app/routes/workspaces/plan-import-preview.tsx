import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { PlanImportOutcome } from "#app/components/import/plan-import-outcome.tsx";
import { PlanImportProgress } from "#app/components/import/plan-import-progress.tsx";
import { PlanPreview } from "#app/components/import/plan-preview.tsx";
import { PlanRefusals } from "#app/components/import/plan-refusals.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { fileSizeText } from "#app/i18n/attachment.ts";
import { importStateWords } from "#app/i18n/import.ts";
import { momentText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { planImportText } from "#app/i18n/plan-import.ts";
import { formValues } from "#app/lib/form-values.ts";
import { readPlanFile, writePlanFile } from "#app/lib/import/plan-reading.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPlanImport } from "#app/services/plan-import/read.server.ts";
import {
  discardPlanImport,
  readPlanFileAgain,
  releasePlanImport,
  takePlanImport,
} from "#app/services/plan-import/step.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const codesOf = ({ params }: LoaderFunctionArgs) =>
  [String(params.organisation), String(params.import)] as const;

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  return forPage(readPlanImport(context, ...codesOf(args), new Date()));
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const values = formValues(await args.request.formData());
  const [organisation, id] = codesOf(args);
  try {
    await takeStep(args, values);
    return redirect(paths.planImport(organisation, id));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    const { leaveOut } = error.fieldErrors;
    // Somebody was faster, or the draft is another one by now: the page shows what holds.
    if (error.code === "conflict" || error.code === "locked" || leaveOut !== undefined)
      return data({ leaveOut, moved: leaveOut === undefined }, status);
    throw new Response(null, { status });
  }
}

async function takeStep(args: ActionFunctionArgs, values: Record<string, string>): Promise<void> {
  const context = await serviceContext(args);
  const [organisation, id] = codesOf(args);
  // Reading and writing go on after the answer; the next page shows how far they have come.
  if (values.intent === "apply") {
    const asked = { baseVersion: Number(values.baseVersion), leaveOut: values.leaveOut === "on" };
    void writePlanFile(context, await takePlanImport(context, organisation, id, asked));
  } else if (values.intent === "discard") {
    await discardPlanImport(context, organisation, id);
  } else {
    const { import: found, isInterrupted } = await readPlanImport(
      context,
      organisation,
      id,
      new Date(),
    );
    if (!isInterrupted) return;
    if (found.state === "applying")
      await releasePlanImport(context, organisation, id, "plan_import.interrupted");
    else {
      const { file, ...reading } = await readPlanFileAgain(context, organisation, id);
      void readPlanFile(context, reading, file, new Date());
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageTitle(page?.import.fileName, "計画の取込", page?.membership.shortName),
  // Without scripts: the page asks again until there is something to decide.
  ...(page && isMoving(page.import.state) && !page.isInterrupted
    ? [{ httpEquiv: "refresh", content: "1" }]
    : []),
];

function isMoving(state: string): boolean {
  return state === "reading" || state === "applying";
}

/** A plan's file: how far it has come, what it would bring, and what became of it. */
export default function PlanImportPreview() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { pathname } = useLocation();
  const { membership, import: file, preview, plan, mayImport } = page;
  const { result, state } = file;
  const leaveOut = refused?.leaveOut;
  const stale = preview?.refusals ?? [];
  const definition = result?.definition ?? { refusals: [], count: 0 };
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: paths.planImports(membership.slug), label: "計画の取込" },
          { label: file.fileName },
        ]}
        eyebrow={membership.shortName}
        title="計画の取込"
        meta={[
          {
            term: "ファイル",
            description: (
              <TextLink to={paths.importFile(membership.slug, file.id)}>{file.fileName}</TextLink>
            ),
          },
          { term: "大きさ", description: fileSizeText(file.size) },
          { term: "状態", description: importStateWords[state] },
          { term: "送信", description: `${momentText(file.createdAt)}　${file.author}` },
        ]}
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {leaveOut && (
          <ErrorSummary errors={[{ fieldId: "leaveOut", message: planImportText(leaveOut) }]} />
        )}
        {refused?.moved && (
          <NotificationBanner kind="warning" title="取り込みませんでした" live>
            <p>ほかの人が先に手続を進めたか、下書きが変わりました。内容を確かめてください。</p>
          </NotificationBanner>
        )}
        {state === "ready" && result?.failed && (
          <NotificationBanner kind="error" title="取り込めませんでした">
            <p>{planImportText(result.failed)}</p>
          </NotificationBanner>
        )}
        {state === "refused" && (
          <NotificationBanner kind="error" title="ファイルを読み取れませんでした">
            <p>{message(`table.${file.problem} ${file.fileName}`)}</p>
          </NotificationBanner>
        )}
        {state === "discarded" && (
          <NotificationBanner title="このファイルは取り込まないことにしました" />
        )}
        {state === "applied" && plan && result?.written && (
          <PlanImportOutcome plan={plan} written={result.written} leftOut={result.figures.count} />
        )}
        {isMoving(state) && (
          <PlanImportProgress
            isReading={state === "reading"}
            done={file.rowsDone}
            total={file.rowsTotal}
            isInterrupted={page.isInterrupted}
            mayResume={mayImport}
            here={pathname}
          />
        )}
      </div>
      {state === "ready" && definition.count + stale.length > 0 && (
        <Section
          title={`直すところ　${definition.count + stale.length}件`}
          lead="計画、体系、指標及び目標値のシートに誤りがあるため、取り込めません。ファイルを直して、もう一度送信してください。実績は、そのときに読み取ります。"
        >
          <PlanRefusals caption="直すところ" refusals={[...definition.refusals, ...stale]} />
        </Section>
      )}
      {state === "ready" && result && preview?.refusals === null && (
        <PlanPreview
          preview={preview}
          figures={result.figures}
          mayImport={mayImport}
          error={leaveOut}
        />
      )}
    </>
  );
}
