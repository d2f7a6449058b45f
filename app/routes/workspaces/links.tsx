import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { LinkTable } from "#app/components/link/link-table.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { linkStandings } from "#app/domain/link/standing.ts";
import { linkStandingLabels } from "#app/i18n/link.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readLink } from "#app/services/link/read.server.ts";
import { revokeLink } from "#app/services/link/revoke.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const { searchParams } = new URL(args.request.url);
  const organisation = String(args.params.organisation);
  const context = await serviceContext(args);
  const standing = searchParams.get("state");
  const page = await forPage(readLink(context, organisation, standing, new Date()));
  return { ...page, done: searchParams.get("done") };
}

export async function action(args: ActionFunctionArgs) {
  // Nothing is typed here that could be lost.
  await requireSession(args);
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  await forPage(revokeLink(await serviceContext(args), organisation, values));
  return redirect(paths.links(organisation, { done: "revoke" }));
}

export const meta = () => pageTitle("外部への照会");

/** Whom an organisation asked for figures by a link, and what became of it. */
export default function Links() {
  const { membership, links, counts, chosen, mayAsk, done } = useLoaderData<typeof loader>();
  const { slug, shortName } = membership;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.workspace(slug), label: `${shortName}のワークスペース` },
          { label: "外部への照会" },
        ]}
        eyebrow={shortName}
        title="外部への照会"
        lead="会員企業や事業所などに、専用のリンクで回答を依頼した数値です。照会は、数値の報告の画面から始めます。回答は、その画面で下書きに取り込みます。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {done && (
          <NotificationBanner
            kind="success"
            live
            title={
              done === "revoke"
                ? "照会を取り消しました"
                : "回答の依頼を受け付けました。順次メールで送信します"
            }
          />
        )}
      </div>
      {all === 0 ? (
        <EmptyState title="外部への照会はありません">
          数値の報告の画面にある「この数値を外部に照会する」から依頼すると、ここに一覧を表示します。
        </EmptyState>
      ) : (
        <>
          <nav aria-label="状態による絞込み" className="mb-4 print:hidden">
            <ul className="flex flex-wrap gap-x-5 gap-y-2">
              <li>
                {chosen === null ? (
                  <b>すべて（{all}）</b>
                ) : (
                  <TextLink to={paths.links(slug)}>すべて（{all}）</TextLink>
                )}
              </li>
              {linkStandings.map((standing) => {
                const label = `${linkStandingLabels[standing]}（${counts[standing]}）`;
                return (
                  <li key={standing}>
                    {chosen === standing ? (
                      <b aria-current="true">{label}</b>
                    ) : (
                      <TextLink to={paths.links(slug, { state: standing })}>{label}</TextLink>
                    )}
                  </li>
                );
              })}
            </ul>
          </nav>
          {links.length === 0 ? (
            <p className="text-solid-gray-700">この状態の照会はありません。</p>
          ) : (
            <LinkTable links={links} organisation={slug} mayAsk={mayAsk} />
          )}
        </>
      )}
    </>
  );
}
