import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import { dayText } from "#app/i18n/labels.ts";
import { versionKindLabels } from "#app/i18n/plan-version.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** The versions of the plan that changed a project, with what they say of it. */
export function ProjectHistory({
  plan,
  history,
}: {
  plan: string;
  history: readonly {
    version: number;
    kind: VersionKind;
    title: string;
    effectiveOn: string;
    notes: readonly string[];
  }[];
}) {
  if (history.length === 0) return null;
  return (
    <Section title={t`改定履歴`}>
      <ul className="space-y-3">
        {history.map(({ version, kind, title, effectiveOn, notes }) => (
          <li key={version}>
            <TextLink to={paths.version(plan, version)}>
              {t`第${version}版　${kind === "edit" ? versionKindLabels.edit : title}`}
            </TextLink>
            <span className="ml-3 text-dns-14N-130 text-solid-gray-700">
              {t`${dayText(effectiveOn)}から`}
            </span>
            {notes.map((note) => (
              <span key={note} className="block max-w-[52rem] leading-160">
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
