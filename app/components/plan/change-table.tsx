import type { ComponentProps } from "react";
import { Section } from "#app/components/layout/section.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { ChangeContext } from "#app/domain/plan/change-context.ts";
import type { ChangeEntry, ChangeGroup } from "#app/domain/plan/change-list.ts";
import type { SubjectChange } from "#app/domain/plan/diff.ts";
import { paths } from "#app/site/paths.ts";
import { ChangeTag } from "./change-tag.tsx";
import { FieldChanges } from "./field-changes.tsx";
import { NewIndicator, NewNode } from "./new-subject.tsx";

/** What the plan calls its levels. */
type LevelNames = Partial<Record<NodeKind, string>>;

type Changes = ChangeContext & {
  groups: readonly ChangeGroup[];
  organisationNames: Record<string, string>;
  /** What is said of single changes, by code. */
  notes: Record<string, string>;
};

/** What a version changes, PT by PT, as a 見直し一覧 prints it. */
export function ChangeTables({
  plan,
  fy,
  levelNames,
  level,
  ...changes
}: Changes & {
  plan: string;
  /** Of the headings. */
  level?: ComponentProps<typeof Section>["level"];
  /** The year whose pages show the things of the list; null where none does yet. */
  fy: number | null;
  levelNames: LevelNames;
}) {
  return changes.groups.map(({ goal, entries }) => (
    <Section key={goal?.code ?? ""} level={level} title={goal?.name ?? "計画全体"}>
      <Table caption={`${goal?.name ?? "計画全体"}の変更`} captionHidden dense fixed stacks>
        <THead>
          <Tr>
            <Th className="w-[24%]">項目</Th>
            <Th className="w-[8%]">区分</Th>
            <Th>変更の内容</Th>
            <Th className="w-[22%]">要旨・理由</Th>
          </Tr>
        </THead>
        <TBody>
          {entries.map((entry) => (
            <Entry
              key={entry.node.code}
              entry={entry}
              plan={plan}
              fy={fy}
              levelNames={levelNames}
              {...changes}
            />
          ))}
        </TBody>
      </Table>
    </Section>
  ));
}

function Entry({
  entry: { node, policy, change, own, indicators },
  plan,
  fy,
  levelNames,
  ...changes
}: Changes & { entry: ChangeEntry; plan: string; fy: number | null; levelNames: LevelNames }) {
  const said = [node, ...indicators].flatMap(({ code }) => changes.notes[code] || []);
  const newNode = changes.newNodes[node.code];
  return (
    <Tr className="align-top">
      <Th scope="row">
        {policy && (
          <span className="block text-note text-solid-gray-600">
            {policy.number}
            {policy.name}
          </span>
        )}
        {node.kind !== "project" && (
          <span className="block text-note text-solid-gray-600">{levelNames[node.kind]}</span>
        )}
        <span className="text-solid-gray-600">{node.code}　</span>
        {fy === null ? (
          node.name
        ) : (
          <TextLink to={paths.node(plan, node, fy)} quiet>
            {node.name}
          </TextLink>
        )}
      </Th>
      <Td label="区分">
        <ChangeTag change={change} />
      </Td>
      <Td label="変更の内容">
        <div className="space-y-3">
          {newNode ? (
            <NewNode node={newNode} names={changes.names} />
          ) : (
            own && <FieldChanges fields={own.fields} {...changes} />
          )}
          {indicators.map((indicator) => (
            <IndicatorEntry key={indicator.code} change={indicator} {...changes} />
          ))}
        </div>
      </Td>
      <Td label="要旨・理由" className="leading-160 whitespace-pre-line">
        {said.join("\n") || "－"}
      </Td>
    </Tr>
  );
}

function IndicatorEntry({ change, ...changes }: Changes & { change: SubjectChange }) {
  const added = changes.newIndicators[change.code];
  return (
    <div className="border-l-2 border-solid-gray-200 pl-3">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <span className="text-dns-14B-130">{change.name}</span>
        <span className="text-solid-gray-600">{change.code}</span>
        <ChangeTag change={change.change} />
      </p>
      {added ? (
        <NewIndicator indicator={added} />
      ) : (
        <FieldChanges fields={change.fields} unit={changes.units[change.code]} {...changes} />
      )}
    </div>
  );
}
