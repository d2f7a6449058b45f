import { RoundStateTag } from "#app/components/round/round-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { BoardCounts } from "#app/domain/completeness/board.ts";
import type { RoundState } from "#app/domain/round/states.ts";
import { dayText } from "#app/i18n/labels.ts";
import { timelinessLabels } from "#app/i18n/round.ts";
import { paths } from "#app/site/paths.ts";

/** What an organisation answered in the rounds that are closed. */
export function ClosedRounds({
  rounds,
}: {
  rounds: readonly {
    plan: { code: string; name: string };
    number: number;
    title: string;
    state: RoundState;
    dueOn: string;
    counts: BoardCounts;
  }[];
}) {
  if (rounds.length === 0) return null;
  return (
    <Disclosure summary={`締め切られた照会　${rounds.length}件`} className="mt-10">
      <Table caption="締め切られた照会" captionHidden dense stacks minWidth="md">
        <THead>
          <Tr>
            <Th>照会</Th>
            <Th>状態</Th>
            <Th>回答期限</Th>
            <Th numeric>照会</Th>
            <Th numeric>受理</Th>
            <Th numeric>{timelinessLabels.in_time}</Th>
            <Th numeric>{timelinessLabels.late}</Th>
            <Th numeric>{timelinessLabels.missing}</Th>
          </Tr>
        </THead>
        <TBody>
          {rounds.map(({ plan, number, title, state, dueOn, counts }) => {
            const { asked, accepted, inTime, late } = counts;
            return (
              <Tr key={`${plan.code} ${number}`}>
                <Th scope="row">
                  <TextLink to={paths.round(plan.code, number)}>{title}</TextLink>
                  <span className="block font-normal text-note text-solid-gray-600">
                    {plan.name}
                  </span>
                </Th>
                <Td label="状態">
                  <RoundStateTag state={state} />
                </Td>
                <Td label="回答期限">{dayText(dueOn)}</Td>
                <Td numeric label="照会">
                  {asked}件
                </Td>
                <Td numeric label="受理">
                  {accepted}件
                </Td>
                <Td numeric label={timelinessLabels.in_time}>
                  {inTime}件
                </Td>
                <Td numeric label={timelinessLabels.late}>
                  {late}件
                </Td>
                <Td numeric label={timelinessLabels.missing}>
                  {asked - inTime - late}件
                </Td>
              </Tr>
            );
          })}
        </TBody>
      </Table>
    </Disclosure>
  );
}
