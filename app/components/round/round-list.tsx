import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { RoundState } from "#app/domain/round/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { roundStateLabels } from "#app/i18n/round.ts";
import { paths } from "#app/site/paths.ts";

const tones: Record<RoundState, TagTone> = {
  preparing: "yellow",
  open: "blue",
  closed: "gray",
  published: "green",
};

/** The state of a round in a word. */
export function RoundStateTag({ state }: { state: RoundState }) {
  return <Tag tone={tones[state]}>{roundStateLabels[state]}</Tag>;
}

/** The rounds of a plan, in progress and past. */
export function RoundList({
  plan,
  rounds,
}: {
  plan: string;
  rounds: readonly {
    number: number;
    title: string;
    fy: number;
    state: RoundState;
    dueOn: string;
    organisations: number;
    questions: number;
  }[];
}) {
  return (
    <Table caption="照会の一覧" captionHidden stacks>
      <THead>
        <Tr>
          <Th>名称</Th>
          <Th>対象年度</Th>
          <Th>状態</Th>
          <Th>回答期限</Th>
          <Th numeric>照会先</Th>
          <Th numeric>件数</Th>
        </Tr>
      </THead>
      <TBody>
        {rounds.map(({ number, title, fy, state, dueOn, organisations, questions }) => (
          <Tr key={number}>
            <Th scope="row">
              <TextLink to={paths.round(plan, number)}>{title}</TextLink>
            </Th>
            <Td label="対象年度">{fiscalYearLabel(fy)}</Td>
            <Td label="状態">
              <RoundStateTag state={state} />
            </Td>
            <Td label="回答期限">{dayText(dueOn)}</Td>
            <Td label="照会先" numeric>
              {organisations}団体
            </Td>
            <Td label="件数" numeric>
              {questions}件
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
