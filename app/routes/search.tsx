import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { placePath } from "#app/components/attachment/place-path.ts";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { type SearchResult, searchPortal } from "#app/services/search/find.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const parameters = new URL(args.request.url).searchParams;
  // NULs are nothing that anybody types, and no text of the database.
  const typed = (parameters.get("q") ?? "").replaceAll("\0", "").slice(0, 200);
  const plan = parameters.get("plan") || undefined;
  const context = await serviceContext(args);
  const found = await forPage(searchPortal(context, typed, { plan }));
  return {
    ...found,
    typed,
    plan: plan ?? null,
    signedIn: context.actor !== null,
    showsDemo: found.results.some(({ isDemo }) => isDemo),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.typed ? `「${data.typed}」の検索結果` : "検索");

const kindLabels: Record<SearchResult["kind"], string> = {
  goal: "目標・PT",
  policy: "施策",
  project: "プロジェクト・事業",
  strategy: "戦略",
  indicator: "指標",
  update: "進捗報告",
  practice: "好事例",
  attachment: "添付ファイル",
};

/** The page that shows what was found. */
function pathOf({ plan, kind, code, subject }: SearchResult): string {
  if (subject) return placePath(subject);
  return kind === "indicator"
    ? paths.indicator(plan.code, code)
    : paths.node(plan.code, { kind: kind as NodeKind, code });
}

export default function Search() {
  const { typed, terms, results, more, plan, signedIn } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: "検索" }]}
        title="検索"
        lead={`計画の目標、施策、プロジェクト、指標${signedIn ? "と、進捗報告、好事例、添付ファイルの名前" : ""}を探します。2文字から検索でき、空白で区切るとすべてを含むものに絞り込みます。`}
      />
      <search className="mb-8 block">
        <form action={paths.search} method="get">
          {plan && <input type="hidden" name="plan" value={plan} />}
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              id="q"
              name="q"
              label="検索する言葉"
              defaultValue={typed}
              inputSize="lg"
              frameClassName="grow max-w-xl"
            />
            <Button type="submit">検索</Button>
          </div>
        </form>
      </search>
      {typed !== "" && terms.length === 0 && (
        <EmptyState title="2文字以上で検索してください">
          1文字では該当が多すぎるため、検索していません。
        </EmptyState>
      )}
      {terms.length > 0 && results.length === 0 && (
        <EmptyState title={`「${typed}」は見つかりませんでした`}>
          言葉を短くするか、別の言い方で試してください。全角・半角、ひらがな・カタカナの違いは気にせず検索できます。
        </EmptyState>
      )}
      {results.length > 0 && (
        <Section
          title="検索結果"
          aside={more ? `上位${results.length}件を表示しています` : `${results.length}件`}
        >
          <ol className="border-t border-solid-gray-420">
            {results.map((result) => (
              <li
                key={`${result.plan.code} ${result.kind} ${result.code}`}
                className="border-b border-solid-gray-420 py-3"
              >
                <p className="flex flex-wrap items-center gap-x-3 text-dns-14N-130 text-solid-gray-700">
                  <Tag>{kindLabels[result.kind]}</Tag>
                  {result.subject === null && result.code}
                  {result.isDemo && <DemoTag />}
                </p>
                <p className="text-std-17B-170">
                  <TextLink to={pathOf(result)} quiet>
                    {result.name}
                  </TextLink>
                </p>
                <p className="text-dns-14N-130 text-solid-gray-700">
                  {[result.plan.name, result.place].filter(Boolean).join("　＞　")}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
