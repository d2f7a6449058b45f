import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import {
  readOrganisationSecurity,
  secureOrganisation,
} from "#app/services/organisation/secure.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { secondFactor } = await requireRecentProof(args);
  const slug = String(args.params.organisation);
  const reading = await forPage(readOrganisationSecurity(await serviceContext(args), slug));
  const done = new URL(args.request.url).searchParams.has("done");
  return { ...reading, secondFactor, done };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireRecentProof(args);
  const slug = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  try {
    await secureOrganisation(await serviceContext(args), slug, values, session);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "locked") throw new Response(null, { status });
    return data({ locked: true }, status);
  }
  return redirect(`${paths.organisationSecurity(slug)}?done=1`);
}

const title = "ログインの条件";
export const meta = () => pageTitle(title);

export default function OrganisationSecurity() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { membership, requiresSecondFactor } = page;
  const mayRequire = requiresSecondFactor || page.secondFactor;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: title },
        ]}
        eyebrow={membership.shortName}
        title={title}
        lead="団体の業務を行うために、構成員にどのようなログインを求めるかを定めます。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {!refused && page.done && (
          <NotificationBanner kind="success" live title="設定を保存しました" />
        )}
        {(refused?.locked || !mayRequire) && (
          <NotificationBanner
            kind="warning"
            live={Boolean(refused)}
            title="先に御自身の二要素認証を設定してください"
            actions={<ButtonLink to={paths.security}>二要素認証を設定する</ButtonLink>}
          >
            <p>
              必須にすると、二要素認証を使わずにログインした人は、管理担当を含めて団体の業務を行えなくなります。
            </p>
          </NotificationBanner>
        )}
      </div>
      <Section
        title="二要素認証"
        lead="必須にすると、認証アプリの確認コード又はパスキーでログインした人だけが、団体の業務を行えます。すでにログインしている人にも、すぐに適用されます。設定していない人は、ログインしたあとの画面の案内に従って設定できます。"
      >
        <Form method="post" className="space-y-6">
          <RadioGroup
            id="requiresSecondFactor"
            name="requiresSecondFactor"
            label="団体の業務に二要素認証を"
            defaultValue={requiresSecondFactor ? "yes" : "no"}
            options={[
              { value: "yes", label: "必須にする" },
              { value: "no", label: "必須にしない" },
            ]}
          />
          <Button>保存する</Button>
        </Form>
      </Section>
    </>
  );
}
