import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GlossaryList } from "#app/components/guide/glossary-list.tsx";
import { GuideSteps } from "#app/components/guide/guide-steps.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type GuideName, guides } from "#app/i18n/guides.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export function loader({ params }: LoaderFunctionArgs) {
  const name = String(params.guide);
  if (!Object.hasOwn(guides, name)) throw new Response(null, { status: 404 });
  return { name: name as GuideName };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && guides[data.name].title, "手引き");

export default function GuidePage() {
  const { title, reader, lead, steps, notes, terms } = guides[useLoaderData<typeof loader>().name];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.guides, label: "手引き" },
          { label: title },
        ]}
        eyebrow="手引き"
        title={title}
        lead={lead}
        meta={[{ term: "対象", description: reader }]}
      />
      <GuideSteps steps={steps} />
      <Section title="あわせて確認してください">
        <ul className="list-disc space-y-1 pl-6">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      <Section
        title="この手引きで使う用語"
        aside={<TextLink to={paths.glossary()}>用語集を見る</TextLink>}
      >
        <GlossaryList terms={terms} />
      </Section>
    </>
  );
}
