import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Theme } from "#app/domain/indicator/definition.ts";
import { type RolloutState, rolloutStates } from "#app/domain/practice/states.ts";
import { paths } from "#app/site/paths.ts";
import { RolloutBadge } from "./rollout-badge.tsx";

/** A case as the library lists it. */
export type ListedPractice = {
  practiceId: string;
  title: string;
  effect: string;
  isDemo: boolean;
  organisation: { shortName: string };
  themes: readonly Theme[];
  goals: readonly { code: string; name: string }[];
  indicators: readonly { code: string; name: string }[];
  rollouts: readonly { state: RolloutState; organisation: { slug: string; shortName: string } }[];
};

/** Cases at a glance: what and whose, what came of it, where it belongs, and who took it up. */
export function PracticeTable({
  practices,
  plan,
  goalWord,
}: {
  practices: readonly ListedPractice[];
  plan: string;
  goalWord: string;
}) {
  return (
    <Table caption="好事例の一覧" captionHidden fixed stacks minWidth="lg">
      <THead>
        <Tr>
          <Th className="w-[36%]">事例</Th>
          <Th className="w-[9%]">団体</Th>
          <Th className="w-[17%]">{goalWord}・横断テーマ</Th>
          <Th className="w-[21%]">寄与したKPI</Th>
          <Th>横展開</Th>
        </Tr>
      </THead>
      <TBody>
        {practices.map((practice) => (
          <Tr key={practice.practiceId}>
            <Th scope="row">
              <TextLink
                to={paths.practice(plan, practice.practiceId)}
                quiet
                className="text-dns-16B-130 leading-140"
              >
                {practice.title}
              </TextLink>
              {practice.isDemo && <DemoTag className="ml-2" />}
              <span className="mt-1 line-clamp-2 leading-150 text-solid-gray-700 print:line-clamp-none">
                {practice.effect}
              </span>
            </Th>
            <Td label="団体">{practice.organisation.shortName}</Td>
            <Td label={`${goalWord}・横断テーマ`} className="leading-150">
              {practice.goals.map(({ code, name }) => (
                <span key={code} className="block">
                  {name}
                </span>
              ))}
              <span className="mt-1 inline-flex flex-wrap gap-1">
                <ThemeTags themes={practice.themes} />
              </span>
            </Td>
            <Td label="寄与したKPI" className="leading-150">
              {practice.indicators.length === 0 && "－"}
              {practice.indicators.map(({ code, name }) => (
                <TextLink key={code} to={paths.indicator(plan, code)} quiet className="block">
                  {name}
                </TextLink>
              ))}
            </Td>
            <Td label="横展開">
              <RolloutCounts rollouts={practice.rollouts} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** How many organisations have come how far. */
function RolloutCounts({ rollouts }: Pick<ListedPractice, "rollouts">) {
  if (rollouts.length === 0) return <span className="text-solid-gray-600">まだありません</span>;
  return (
    <ul className="space-y-1">
      {rolloutStates.map((state) => {
        const count = rollouts.filter((rollout) => rollout.state === state).length;
        return (
          count > 0 && (
            <li key={state} className="flex flex-wrap items-center gap-x-2">
              <RolloutBadge state={state} />
              <span className="tabular-nums">{count}団体</span>
            </li>
          )
        );
      })}
    </ul>
  );
}
