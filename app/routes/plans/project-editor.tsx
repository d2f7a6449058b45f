import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { fieldOf } from "#app/components/plan/form-fields.ts";
import { ProjectFields } from "#app/components/plan/project-fields.tsx";
import { proposalRows } from "#app/components/plan/proposal-rows.ts";
import { ContentRows } from "#app/components/progress/content-rows.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { proposalFieldLabels } from "#app/i18n/revision.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { editPlan } from "#app/services/plan/edit.server.ts";
import { readPlan } from "#app/services/plan/read.server.ts";
import { readPlanEditor } from "#app/services/plan/read-editor.server.ts";
import { defaultYear } from "#app/services/rollup/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** The address names the project to change, or the policy to add one to. */
function codesOf({ params, request }: LoaderFunctionArgs) {
  const isNew = new URL(request.url).pathname.endsWith("/new-project");
  const kind = isNew ? ("policy" as const) : ("project" as const);
  return { plan: String(params.plan), node: String(params.node), kind };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const reading = await forPage(readPlanEditor(await serviceContext(args), codesOf(args)));
  return { signedOut: false as const, ...reading, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { plan, node, kind } = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, said: "signed_out" as const, errors: {} }, 401);
  const codes = { plan, node: kind === "project" ? node : null };
  try {
    const code = await editPlan(context, codes, values, new Date());
    const { plan: inForce, planVersion } = await readPlan(context, plan);
    const fy = Math.max(defaultYear(inForce, new Date()), planVersion.firstFy);
    return redirect(paths.node(plan, { kind: "project", code }, fy));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ values, said: error.code, errors: error.fieldErrors }, status);
  }
}

export const meta: MetaFunction<typeof loader> = () => pageTitle("計画の編集");

/** Those who keep a project change its texts and activities, or add one. */
export default function ProjectEditor() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return (
      <SignedOutForm
        values={refused?.values ?? {}}
        unread={["baseVersion", "requestKey"]}
        labels={proposalFieldLabels}
      />
    );
  const { plan, node, isNew } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  const form = { input: refused?.values ?? page.input, errors };
  // What a colleague changed meanwhile is still to be met after a mistake has been put right.
  const baseVersion = baseVersionOf(refused, page.baseVersion);
  const thing = plan.levelNames.project;
  const title = isNew ? `${thing}の追加` : `${thing}の編集`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code), label: plan.name },
          { to: paths.node(plan.code, node), label: node.name },
          { label: title },
        ]}
        eyebrow={`${node.code}　${node.number}${node.name}`}
        title={title}
        actions={
          page.policy && (
            <ButtonLink to={paths.newProject(plan.code, page.policy)}>
              同じ{plan.levelNames.policy}に{thing}を追加する
            </ButtonLink>
          )
        }
        lead="保存すると、計画の新しい版としてすぐに公開され、改定履歴に残ります。KPIや目標、名称、終了・統合の変更は、見直しで提案してください。"
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary errors={errorsInOrder(errors, Object.keys(proposalFieldLabels))} />
        )}
        {refused?.said === "conflict" && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title="ほかの人が先に同じ欄を変更したため、保存していません"
          >
            <p>
              入力した内容は下の欄に残っています。内容を確かめて、必要であればもう一度保存してください。
            </p>
            <ContentRows rows={proposalRows(refused.values, page.input, [])} />
          </NotificationBanner>
        )}
        {node.closedReason && (
          <NotificationBanner kind="warning" title={`終了した${thing}のため、編集できません`}>
            <p>{node.closedReason}</p>
          </NotificationBanner>
        )}
      </div>
      {!node.closedReason && (
        <form method="post" className="max-w-4xl space-y-10">
          <input type="hidden" name="baseVersion" value={baseVersion} />
          <input type="hidden" name="requestKey" value={page.requestKey} />
          <ProjectFields
            scope="edit"
            isNew={isNew}
            options={{ policies: page.policies, projects: [] }}
            {...form}
          />
          <div className="space-y-6 border-t border-solid-gray-420 pt-4">
            <TextareaField
              {...fieldOf(form, "reason")}
              label="変更の理由"
              support="改定履歴に載り、だれでも読むことができます。"
              required={false}
              rows={2}
            />
            <Button size="lg">保存する</Button>
          </div>
        </form>
      )}
    </>
  );
}
