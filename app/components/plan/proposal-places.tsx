import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { paths } from "#app/site/paths.ts";
import type { Choice } from "./form-fields.ts";

export type ProposalPlace = Choice & {
  projects: readonly (Choice & { indicators: readonly { code: string; name: string }[] })[];
};

/** What the reader may propose to change: policies, with their projects and KPIs. */
export function ProposalPlaces({
  plan,
  number,
  places,
  projectWord,
}: {
  plan: string;
  number: number;
  places: readonly ProposalPlace[];
  /** What the plan calls a project. */
  projectWord: string;
}) {
  return (
    <div className="border-t border-solid-gray-420">
      {places.map((policy) => (
        <Disclosure
          key={policy.code}
          summary={`${policy.code}　${policy.number}${policy.name}`}
          className="border-b border-solid-gray-200 py-1"
        >
          <ul className="space-y-3">
            {policy.projects.map((project) => (
              <li key={project.code}>
                <TextLink to={paths.proposal(plan, number, "node", project.code)}>
                  {project.code}　{project.name}
                </TextLink>
                <ul className="mt-1 space-y-1 pl-5 text-dns-14N-130">
                  {project.indicators.map((indicator) => (
                    <li key={indicator.code}>
                      <TextLink to={paths.proposal(plan, number, "indicator", indicator.code)}>
                        {indicator.code}　{indicator.name}
                      </TextLink>
                    </li>
                  ))}
                  <li>
                    <TextLink to={paths.newProposal(plan, number, "indicator", project.code)}>
                      KPIを追加する
                      <span className="sr-only">（{project.name}）</span>
                    </TextLink>
                  </li>
                </ul>
              </li>
            ))}
          </ul>
          <ButtonLink
            to={paths.newProposal(plan, number, "node", policy.code)}
            size="sm"
            className="mt-3"
          >
            {projectWord}を追加する
            <span className="sr-only">（{policy.name}）</span>
          </ButtonLink>
        </Disclosure>
      ))}
    </div>
  );
}
