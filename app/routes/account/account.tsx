import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { roleLabels } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { namedInLanguage } from "#app/lib/named-in-language.server.ts";
import { requireSession } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, email } = await requireSession(args);
  return { name: actor.name, email, memberships: namedInLanguage(actor.memberships) };
}

export const meta = () => pageTitle(t`アカウント`);

export default function Account() {
  const { name, email, memberships } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: t`トップ` }, { label: t`アカウント` }]}
        title={name}
        lead={email}
      />
      <Section title={t`所属と役割`}>
        <Table caption={t`所属と役割`} captionHidden>
          <THead>
            <Tr>
              <Th>{t`団体`}</Th>
              <Th>{t`役割`}</Th>
            </Tr>
          </THead>
          <TBody>
            {memberships.map((membership) => (
              <Tr key={membership.slug}>
                <Th scope="row">
                  <TextLink to={paths.workspace(membership.slug)} quiet>
                    {membership.shortName}
                  </TextLink>
                </Th>
                <Td>{roleLabels[membership.role]}</Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Section>
      <Section
        title={t`ログインとセキュリティ`}
        lead={t`パスワード、二要素認証、パスキーの設定と、ログイン中の端末の確認ができます。`}
      >
        <ButtonLink to={paths.security} variant="outline">{t`設定を開く`}</ButtonLink>
      </Section>
      <Section
        title={t`本人の情報`}
        lead={t`表示名の変更と、ポータルが保存している情報の確認、出力ができます。`}
      >
        <ButtonLink to={paths.ownData} variant="outline">{t`本人の情報を開く`}</ButtonLink>
      </Section>
      <Section
        title={t`ログアウト`}
        lead={t`共用の端末を使った場合や、端末を紛失した場合は、すべての端末からログアウトしてください。`}
      >
        <Form method="post" action={paths.signOut} className="flex flex-wrap gap-3">
          <Button variant="outline">{t`この端末からログアウト`}</Button>
          <Button variant="outline" name="everywhere" value="1">
            {t`すべての端末からログアウト`}
          </Button>
        </Form>
      </Section>
    </>
  );
}
