import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NewPasswordFields } from "#app/components/account/new-password-fields.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { expiredSessionCookie } from "#app/lib/session-cookie.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPasswordReset, resetPassword } from "#app/services/password/reset.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** What the link opens; a link that is over is said so, in one way for all of them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    await readPasswordReset(databases().identity, String(params.secret), context);
    return { usable: true };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return data({ usable: false }, { status: statusOf[error.code] });
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = formValues(await request.formData());
  try {
    await resetPassword(databases().identity, String(params.secret), form, context);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return data({ errors: error.fieldErrors }, statusOf[error.code]);
  }
  return redirect(`${paths.signIn}?reset=1`, {
    headers: { "Set-Cookie": expiredSessionCookie() },
  });
}

export const meta = () => pageTitle("新しいパスワードの設定");

export default function PasswordReset() {
  const { usable } = useLoaderData<typeof loader>();
  const errors: Record<string, string> = useActionData<typeof action>()?.errors ?? {};
  return (
    <div className="mx-auto max-w-[32rem]">
      <PageHeader title="新しいパスワードの設定" />
      {usable ? (
        <>
          <ErrorSummary errors={errorsInOrder(errors, ["password", "repeat"])} />
          <Form method="post" className="mt-6 space-y-6">
            <NewPasswordFields errors={errors} />
            <Button size="lg">設定する</Button>
          </Form>
        </>
      ) : (
        <NotificationBanner
          kind="warning"
          title="このリンクは使えません"
          actions={<ButtonLink to={paths.passwordForgotten}>もう一度申請する</ButtonLink>}
        >
          <p>
            有効期限（1時間）が過ぎたか、すでに使われたか、新しいリンクが送られています。お手数ですが、もう一度申請してください。
          </p>
        </NotificationBanner>
      )}
    </div>
  );
}
