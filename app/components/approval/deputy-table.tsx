import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DeputyStanding } from "#app/domain/approval/deputy.ts";
import { deputyStandingLabels } from "#app/i18n/approval.ts";
import { dayText, momentText } from "#app/i18n/labels.ts";

export type ShownDeputy = {
  id: string;
  name: string;
  fromOn: string;
  untilOn: string;
  reason: string;
  namedBy: string;
  endedAt: Date | null;
  standing: DeputyStanding;
};

/** Who stands in, will, and did, each with the way to end it. */
export function DeputyTable({
  deputies,
  mayEnd,
}: {
  deputies: readonly ShownDeputy[];
  mayEnd: boolean;
}) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="end" />
      <Table caption="代決する人" captionHidden dense fixed stacks minWidth="md">
        <THead>
          <Tr>
            <Th className="w-[26%]">氏名</Th>
            <Th className="w-[24%]">期間</Th>
            <Th>理由</Th>
            <Th className="w-[22%]">状態</Th>
          </Tr>
        </THead>
        <TBody>
          {deputies.map((deputy) => (
            <Tr key={deputy.id}>
              <Th scope="row">
                {deputy.name}
                <span className="block font-normal text-note text-solid-gray-700">
                  登録：{deputy.namedBy}
                </span>
              </Th>
              <Td label="期間" className="whitespace-normal">
                {dayText(deputy.fromOn)}～{dayText(deputy.untilOn)}
              </Td>
              <Td label="理由">{deputy.reason}</Td>
              <Td label="状態">
                <Tag
                  tone={deputy.standing === "present" ? "blue" : "gray"}
                  variant={deputy.standing === "past" ? "outline" : "soft"}
                >
                  {deputyStandingLabels[deputy.standing]}
                </Tag>
                {deputy.endedAt && (
                  <span className="block text-note text-solid-gray-700">
                    {momentText(deputy.endedAt)}に終了
                  </span>
                )}
                {mayEnd && deputy.standing !== "past" && (
                  <span className="mt-1 block print:hidden">
                    <Button name="deputy" value={deputy.id} variant="outline" size="xs">
                      終了する<span className="sr-only">：{deputy.name}の代決</span>
                    </Button>
                  </span>
                )}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </form>
  );
}
