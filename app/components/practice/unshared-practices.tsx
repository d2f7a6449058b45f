import { Section } from "#app/components/layout/section.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { PracticeState } from "#app/domain/practice/states.ts";
import { momentText } from "#app/i18n/labels.ts";
import { practiceStateLabels } from "#app/i18n/practice.ts";
import { paths } from "#app/site/paths.ts";

/** What the reader's own organisations have not shared yet, or have taken back. */
export function UnsharedPractices({
  practices,
  plan,
}: {
  practices: readonly {
    practiceId: string;
    title: string;
    state: PracticeState;
    organisation: { shortName: string };
    author: string;
    createdAt: Date;
  }[];
  plan: string;
}) {
  return (
    <Section
      title="自団体の共有前・取下げの事例"
      lead="自団体の職員だけが閲覧できます。"
      className="print:hidden"
    >
      <ul className="border-t border-solid-gray-420">
        {practices.map((practice) => (
          <li
            key={practice.practiceId}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-solid-gray-420 py-2.5"
          >
            <Tag tone={practice.state === "draft" ? "blue" : "gray"}>
              {practiceStateLabels[practice.state]}
            </Tag>
            <TextLink to={paths.practice(plan, practice.practiceId)} quiet>
              {practice.title}
            </TextLink>
            <span className="text-dns-14N-130 text-solid-gray-600">
              {practice.organisation.shortName}　{momentText(practice.createdAt)}　{practice.author}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
