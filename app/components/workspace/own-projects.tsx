import { Section } from "#app/components/layout/section.tsx";
import { StatusLine } from "#app/components/progress/status-line.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Theme } from "#app/domain/indicator/definition.ts";
import type { ProgressStatus } from "#app/domain/progress/status.ts";
import { paths } from "#app/site/paths.ts";
import { type OwnIndicator, OwnIndicatorTable } from "./own-indicator-table.tsx";

type Said = { status: ProgressStatus; isDemo: boolean; createdAt: Date } | null;

export type OwnPolicy = {
  code: string;
  number: string;
  name: string;
  themes: readonly Theme[];
  projects: readonly {
    kind: "goal" | "policy" | "project" | "strategy";
    code: string;
    number: string;
    name: string;
    repostOfId: string | null;
    purpose: string | null;
    progress: { whole: Said; own: Said };
    indicators: readonly OwnIndicator[];
  }[];
};

/** A policy of a PT with its projects, and their KPIs as one organisation works on them. */
export function OwnProjects({
  policy,
  organisation,
  plan,
  fy,
  lead,
  leads,
  now,
}: {
  policy: OwnPolicy;
  organisation: { slug: string; shortName: string };
  plan: string;
  fy: number;
  /** The PT's lead organisation. */
  lead: string | null;
  leads: boolean;
  now: Date;
}) {
  return (
    <Section
      level="h3"
      title={
        <span className="inline-flex flex-wrap items-center gap-x-3">
          {policy.number}　{policy.name}
          <ThemeTags themes={policy.themes} />
        </span>
      }
    >
      <OwnIndicatorTable
        lead={lead}
        caption={`${policy.name}のKPI`}
        groups={policy.projects.map((project) => ({
          rows: project.indicators,
          heading: {
            key: project.code,
            title: (
              <>
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <TextLink to={paths.node(plan, project, fy)} quiet>
                    {project.number}　{project.name}
                  </TextLink>
                  {project.repostOfId && <Tag>再掲</Tag>}
                </span>
                {project.purpose && (
                  <span className="mt-0.5 block font-normal text-solid-gray-700">
                    {project.purpose}
                  </span>
                )}
                <StatusLine
                  progress={project.progress}
                  to={paths.progress(plan, project.code)}
                  project={project.name}
                  organisation={organisation.shortName}
                  leads={leads}
                  now={now}
                />
              </>
            ),
          },
        }))}
        organisation={organisation.slug}
        plan={plan}
        fy={fy}
      />
    </Section>
  );
}
