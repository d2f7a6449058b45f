import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import type { EditorResult, ShownPreview } from "#app/components/rubric/editor-data.ts";
import { EditorPage } from "#app/components/rubric/editor-page.tsx";
import { parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type Fields, fromFields, toFields } from "#app/domain/rubric/form.ts";
import { formErrors } from "#app/domain/rubric/form-errors.ts";
import { findStep, focusAfter, takeStep } from "#app/domain/rubric/form-steps.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { rubricTemplates } from "#app/domain/rubric/templates.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { readPlan } from "#app/services/plan/read.server.ts";
import { defaultYear } from "#app/services/rollup/read.server.ts";
import { adoptRubric, readRubric } from "#app/services/rubric/adopt.server.ts";
import { previewRubric } from "#app/services/rubric/preview.server.ts";
import { readRubricHistory } from "#app/services/rubric/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** The page's script lets the preview follow what is typed. */
export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const posted = args.request.headers.has("content-type");
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (posted && !(await sessionOf(args.request, args.context))) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const code = String(args.params.plan);
  const { plan, inForce, versions, mayAdopt } = await forPage(readRubricHistory(context, code));
  if (!mayAdopt) throw new Response(null, { status: 403 });
  const years = (await forPage(readPlan(context, code))).plan;
  const fy = defaultYear(years, new Date());
  const start = startOf(new URL(args.request.url).searchParams, versions);
  const rubric = start?.rubric ?? inForce.content;
  return {
    signedOut: false as const,
    plan,
    versions,
    startedFrom: start?.title ?? null,
    fields: { ...toFields(rubric), fy: String(fy), baseVersion: String(inForce.version) },
    fy,
    preview: start && !posted ? await tried(context, code, rubric, fy) : null,
    editions: years.editions.length,
  };
}

/** Where to begin instead of with the rubric in force: an earlier version, or a template. */
function startOf(
  query: URLSearchParams,
  versions: readonly { version: number; content: Rubric }[],
) {
  const from = query.get("from");
  const earlier = versions.find(({ version }) => String(version) === from);
  if (earlier) return { title: `第${earlier.version}版`, rubric: earlier.content };
  const name = query.get("template") ?? "";
  const template = Object.hasOwn(rubricTemplates, name) ? rubricTemplates[name] : undefined;
  const read = template && readRubric(template.data);
  return read?.ok ? { title: template?.title ?? name, rubric: read.rubric } : null;
}

async function tried(
  context: ServiceContext,
  plan: string,
  rubric: Rubric,
  fy: number,
): Promise<ShownPreview> {
  return { rubric, fy, ...(await forPage(previewRubric(context, plan, rubric, fy))) };
}

export async function action(args: ActionFunctionArgs) {
  const plan = String(args.params.plan);
  const { intent = "", ...values } = formValues(await args.request.formData());
  const context = await serviceContext(args);
  const answer = (part: Partial<EditorResult>): EditorResult => ({
    error: null,
    stage: "edit",
    values,
    errors: {},
    focus: null,
    preview: null,
    turn: crypto.randomUUID(),
    ...part,
  });
  if (!context.actor)
    return data(answer({ error: "signed_out", values: { ...values, intent } }), 401);
  const { mayAdopt } = await forPage(readRubricHistory(context, plan));
  if (!mayAdopt) throw new Response(null, { status: 403 });
  const fy = parseFiscalYear(values.fy ?? "");
  const step = findStep(intent);
  if (fy === null || !(step || ["preview", "confirm", "edit", "adopt"].includes(intent)))
    throw new Response(null, { status: 400 });

  const fields = step ? takeStep(values, step) : values;
  const { content, errors } = readForm(fields);
  const preview = content && (await tried(context, plan, content, fy));
  if (step) return answer({ values: fields, preview, focus: focusAfter(step, fields) });
  if (intent === "edit") return answer({ preview, focus: "name" });
  if (!content) return data(answer({ error: "invalid", errors, focus: null }), statusOf.invalid);
  if (intent === "preview") return answer({ preview, focus: "preview" });
  if (intent === "confirm") return answer({ preview, stage: "confirm" });
  try {
    const { reason, baseVersion } = values;
    await adoptRubric(context, plan, { content, reason, baseVersion });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== "invalid" && error.code !== "conflict")
      throw new Response(null, { status: statusOf[error.code] });
    const refused = { error: error.code, errors: error.fieldErrors, preview };
    return data(answer({ ...refused, stage: "confirm" }), statusOf[error.code]);
  }
  return redirect(`${paths.rubric(plan)}?done=adopt`);
}

/** The rubric of a form, or what is wrong with it, by field. */
function readForm(fields: Fields): { content: Rubric | null; errors: Record<string, string> } {
  const { content, unread } = fromFields(fields);
  const read = readRubric(content);
  if (read.ok) return { content: read.rubric, errors: {} };
  return { content: null, errors: formErrors(fields, read.errors, unread) };
}

/** The page reads again what is in force when a version was to be adopted, and not while one types. */
export const shouldRevalidate = ({ formData, actionStatus }: ShouldRevalidateFunctionArgs) =>
  formData?.get("intent") === "adopt" && actionStatus !== 401;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("評価基準の変更", data && !data.signedOut ? data.plan.name : null);

export default function RubricEditor() {
  const editor = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  // Without scripts the loader says so, with them the action: it leaves the loader's data as it was.
  if (editor.signedOut || result?.error === "signed_out")
    return <SignedOutForm values={result?.values ?? {}} />;
  return <EditorPage editor={editor} result={result} />;
}
