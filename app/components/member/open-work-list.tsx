import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type HandedOver, handoverKinds } from "#app/domain/identity/handover.ts";
import { handoverKindLabels } from "#app/i18n/member.ts";

/** What somebody has begun and not ended, kind by kind, each with the way to it. */
export function OpenWorkList({ items }: { items: readonly HandedOver[] }) {
  return handoverKinds.map((kind) => {
    const of = items.filter((item) => item.kind === kind);
    if (of.length === 0) return null;
    return (
      <Section key={kind} level="h3" title={`${handoverKindLabels[kind]}（${of.length}件）`}>
        <ul className="list-disc pl-6">
          {of.map(({ label, path }) => (
            <li key={`${path} ${label}`}>
              <TextLink to={path}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
