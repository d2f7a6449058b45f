import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { OpenWorkList } from "#app/components/member/open-work-list.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { findHandover } from "#app/services/member/find-handover.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const { organisation, handover } = args.params;
  const codes = { organisation: String(organisation), handover: String(handover) };
  return forPage(findHandover(await serviceContext(args), codes));
}

export const meta = () => pageTitle("引継ぎの内容");

export default function Handover() {
  const { membership, from, to, note, items, createdAt } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: paths.notifications, label: "お知らせ" },
          { label: "引継ぎの内容" },
        ]}
        eyebrow={membership.shortName}
        title={`${from}からの引継ぎ`}
        meta={[
          { term: "引き継いだ人", description: to },
          { term: "引継ぎの日時", description: momentText(createdAt) },
        ]}
      />
      <Section title="引継ぎの内容">
        {note === "" ? (
          <p className="text-solid-gray-700">記入はありません。</p>
        ) : (
          <p className="max-w-[52rem] whitespace-pre-line">{note}</p>
        )}
      </Section>
      <Section
        title={`途中の仕事（${items.length}件）`}
        lead="引き継いだときの一覧です。その後に進んだものもあります。"
      >
        {items.length === 0 ? (
          <p className="text-solid-gray-700">途中の仕事はありませんでした。</p>
        ) : (
          <OpenWorkList items={items} />
        )}
      </Section>
    </>
  );
}
