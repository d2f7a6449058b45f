import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type GuideName, guides } from "#app/i18n/guides.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export const meta = () => pageTitle("手引き");

export default function Guides() {
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: "手引き" }]}
        title="手引き"
        lead="役割ごとに、年に一度の手続をはじめから順に説明しています。"
      />
      <ul className="border-t border-solid-gray-420">
        {(Object.keys(guides) as GuideName[]).map((name) => (
          <li key={name} className="border-b border-solid-gray-420 py-4">
            <h2 className="text-std-18B-160">
              <TextLink to={paths.guide(name)}>{guides[name].title}</TextLink>
            </h2>
            <p className="text-dns-14N-130 text-solid-gray-700">{guides[name].reader}</p>
            <p className="mt-1 text-std-16N-170">{guides[name].lead}</p>
          </li>
        ))}
      </ul>
      <Section title="用語">
        <p>
          このポータルで使う用語は、<TextLink to={paths.glossary()}>用語集</TextLink>
          で説明しています。画面の用語に付いている丸い印を選んでも、説明を読むことができます。
        </p>
      </Section>
    </>
  );
}
