import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";

/** Where an organisation looks after itself: the pages that the reader may open, each with what it is for. */
export function OrganisationPages({
  pages,
}: {
  pages: readonly { to: string; label: string; about: string }[];
}) {
  if (pages.length === 0) return null;
  return (
    <Section title="団体の管理">
      <dl className="grid gap-x-8 border-t border-solid-gray-420 sm:grid-cols-2">
        {pages.map(({ to, label, about }) => (
          <div key={to} className="border-b border-solid-gray-420 py-3">
            <dt>
              <TextLink to={to}>{label}</TextLink>
            </dt>
            <dd className="text-dns-14N-130 text-solid-gray-700">{about}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
