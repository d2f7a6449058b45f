import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placePath } from "#app/components/attachment/place-path.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { describeAttachment } from "#app/services/attachment/describe.server.ts";
import { withdrawAttachment } from "#app/services/attachment/withdraw.server.ts";
import { ServiceError } from "#app/services/service-error.ts";

const idOf = ({ params }: LoaderFunctionArgs) => String(params.attachment);

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const found = await forPage(describeAttachment(await serviceContext(args), idOf(args)));
  return { signedOut: false as const, ...found };
}

export async function action(args: ActionFunctionArgs) {
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, errors: {} }, 401);
  try {
    return redirect(placePath(await withdrawAttachment(context, idOf(args), values)));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors }, status);
  }
}

export const meta = () => pageTitle("添付ファイルの取り下げ");

export default function WithdrawAttachment() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const errors: Record<string, string> = refused?.errors ?? {};
  const error = errors.reason === undefined ? undefined : message(errors.reason);
  const back = placePath(page.place);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: back, label: "添付先の画面" }, { label: "添付ファイルの取り下げ" }]}
        title="添付ファイルの取り下げ"
        lead={page.name}
      />
      {error && (
        <div className="mb-8">
          <ErrorSummary errors={[{ fieldId: "reason", message: error }]} />
        </div>
      )}
      <form method="post" className="max-w-3xl space-y-6">
        <p>
          取り下げると、だれもこのファイルを開けなくなります。元に戻すことはできません。ファイル名と理由は、添付先の画面に残ります。
        </p>
        <TextareaField
          id="reason"
          name="reason"
          label="理由"
          support="誤ったファイルを添付した、内容に誤りがあったなど、ほかの団体が読んで分かるように書いてください。"
          required
          rows={3}
          defaultValue={refused?.values.reason}
          error={error}
        />
        <div className="flex flex-wrap gap-3">
          <Button>取り下げる</Button>
          <ButtonLink to={back}>取り下げずに戻る</ButtonLink>
        </div>
      </form>
    </>
  );
}
