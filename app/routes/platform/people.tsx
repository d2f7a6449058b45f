import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { PersonSearchForm } from "#app/components/person/person-search.tsx";
import { PersonTable } from "#app/components/person/person-table.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { resetFactor } from "#app/services/factor/reset.server.ts";
import { erasePerson } from "#app/services/person/erase.server.ts";
import { readPeopleSearch, searchPeople } from "#app/services/person/search.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

const nothing = readPeopleSearch({});

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args);
  const { organisations } = await forPage(searchPeople(await serviceContext(args), nothing));
  return { organisations, done: new URL(args.request.url).searchParams.get("done") };
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (values.intent === "search") {
    const search = readPeopleSearch(values);
    const { people } = await forPage(searchPeople(context, search));
    return { search, people, refused: null };
  }
  const does = values.intent === "reset" ? "reset" : "erase";
  try {
    if (does === "erase") await erasePerson(context, values);
    else await resetFactor({ ...context, database: databases().identity }, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "locked") throw new Response(null, { status });
    return data({ search: nothing, people: null, refused: does }, status);
  }
  return redirect(`${paths.platformPeople}?done=${does}`);
}

const title = "利用者の認証と情報";
export const meta = () => pageTitle(title);

const doneTitles: Record<string, string> = {
  erase: "個人の情報を消去しました",
  reset: "二要素認証とパスキーを解除し、本人にメールで知らせました",
};

export default function People() {
  const { organisations, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.platform, label: "ポータルの管理" },
          { label: title },
        ]}
        title={title}
        lead="認証手段を失った人の二要素認証とパスキーを解除します。また、本人から求めがあったときなどに、どの団体にも所属していない人の名前、メールアドレス及びログインの情報を消去します。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {done && done in doneTitles && !answer && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
        )}
        {answer?.refused === "reset" && (
          <NotificationBanner kind="error" live title="解除する認証手段がありません">
            この人には、二要素認証もパスキーも設定されていません。
          </NotificationBanner>
        )}
        {answer?.refused === "erase" && (
          <NotificationBanner kind="error" live title="所属がある人の情報は消去できません">
            先に、団体の管理の役割を持つ人が、所属を終了してください。ポータルの管理をしている人は、管理を終了してください。
          </NotificationBanner>
        )}
      </div>
      <Section title="人を探す">
        <PersonSearchForm
          search={answer?.search ?? { address: "", name: "", organisation: "" }}
          organisations={organisations}
        />
      </Section>
      {answer?.people && (
        <Section title="見つかった人">
          {answer.people.length > 0 ? (
            <PersonTable people={answer.people} />
          ) : (
            <EmptyState title="該当する人はいません">
              メールアドレスの全部を入力するか、名前の一部と団体を指定してください。
            </EmptyState>
          )}
        </Section>
      )}
    </>
  );
}
