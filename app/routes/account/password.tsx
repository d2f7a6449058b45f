import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NewPasswordFields } from "#app/components/account/new-password-fields.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { ownContext, requireRecentProof } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { changePassword } from "#app/services/password/change.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { email } = await requireRecentProof(args);
  return { email };
}

export async function action(args: ActionFunctionArgs) {
  const context = ownContext(args, await requireRecentProof(args));
  try {
    const { setCookie } = await changePassword(context, formValues(await args.request.formData()));
    return redirect(`${paths.security}?done=password`, { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ errors: error.fieldErrors }, status);
  }
}

export const meta = () => pageTitle("パスワードの変更");

export default function Password() {
  const { email } = useLoaderData<typeof loader>();
  const errors: Record<string, string> = useActionData<typeof action>()?.errors ?? {};
  return (
    <div className="mx-auto max-w-[32rem]">
      <PageHeader
        breadcrumbs={[
          { to: paths.account, label: "アカウント" },
          { to: paths.security, label: "ログインとセキュリティ" },
          { label: "パスワードの変更" },
        ]}
        title="パスワードの変更"
        lead="変更すると、この端末を除くすべての端末からログアウトします。"
      />
      <ErrorSummary errors={errorsInOrder(errors, ["current", "password", "repeat"])} />
      <Form method="post" className="mt-6 space-y-6">
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <TextField
          id="current"
          name="current"
          type="password"
          label="今のパスワード"
          autoComplete="current-password"
          error={errors.current ? message(errors.current) : undefined}
          required
        />
        <NewPasswordFields errors={errors} />
        <Button size="lg">パスワードを変更する</Button>
      </Form>
    </div>
  );
}
