import { GlossaryList } from "#app/components/guide/glossary-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { type GlossaryTerm, glossaryParts } from "#app/i18n/glossary.ts";
import { t } from "#app/i18n/t.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export const meta = () => pageTitle(t`用語集`, t`手引き`);

export default function Glossary() {
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: t`トップ` },
          { to: paths.guides, label: t`手引き` },
          { label: t`用語集` },
        ]}
        eyebrow={t`手引き`}
        title={t`用語集`}
        lead={t`このポータルで使う用語の意味です。`}
      />
      {glossaryParts().map(({ title, terms }) => (
        <Section key={title} title={title}>
          <GlossaryList terms={Object.keys(terms) as GlossaryTerm[]} />
        </Section>
      ))}
    </>
  );
}
