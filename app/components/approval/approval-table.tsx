import { Button } from "#app/components/ui/button.tsx";
import { GroupRow, Table, TBody, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import { reviewField } from "#app/domain/observation/review-rows.ts";
import { message } from "#app/i18n/messages.ts";
import { paths } from "#app/site/paths.ts";
import { ApprovalRow, keyOfItem, type ProposedItem } from "./approval-row.tsx";

/** A form that was refused: what it sent, and where it was wrong. */
export type RefusedApproval = {
  values: Record<string, string>;
  /** The field's name and the key of the message. */
  field: string;
  error: string;
};

/** Everything that waits for a decision inside an organisation, to be approved together. */
export function ApprovalTable({
  organisation,
  items,
  mayDecide,
  behalf,
  ticked,
  refused,
}: {
  organisation: string;
  items: readonly ProposedItem[];
  mayDecide: boolean;
  /** The reader decides in the approvers' place, for what was said when they were named. */
  behalf: { reason: string } | null;
  /** All boxes are ticked. */
  ticked: boolean;
  refused: RefusedApproval | null;
}) {
  const here = paths.approval(organisation);
  const decides = mayDecide && items.some(({ own, closed }) => !own && !closed);
  const groups = groupBy(items, ({ plan, goal }) => `${plan} ${goal.code}`);
  const sent = refused?.values;
  const errorAt = (field: string) => (refused?.field === field ? refused.error : null);
  return (
    <form method="post" action={here} noValidate aria-label="決裁待ちの報告">
      {/* What the Enter key presses: nothing is approved by accident. */}
      <button type="submit" disabled aria-hidden="true" tabIndex={-1} className="sr-only" />
      {decides && (
        <p className="mb-3 flex flex-wrap gap-4 print:hidden">
          <TextLink to={`${here}?ticked=all`}>すべて選択する</TextLink>
          <TextLink to={here}>選択を解除する</TextLink>
        </p>
      )}
      <Table caption="決裁待ちの報告" captionHidden stickyHead stacks dense fixed minWidth="xl">
        <THead>
          <Tr>
            <Th className="w-[23%]">指標</Th>
            <Th numeric className="w-[13%]">
              報告値
            </Th>
            <Th numeric className="w-[12%]">
              前回
            </Th>
            <Th numeric className="w-[11%]">
              目標（域内）
            </Th>
            <Th>備考・添付</Th>
            <Th className="w-[21%]">起案</Th>
          </Tr>
        </THead>
        {[...groups].map(([group, ofGoal]) => (
          <TBody key={group}>
            <GroupRow colSpan={6}>{ofGoal[0]?.goal.name}</GroupRow>
            {ofGoal.map((item) => {
              const key = keyOfItem(item);
              const reason = reviewField("reason", key);
              const error = errorAt(reason);
              return (
                <ApprovalRow
                  key={key}
                  item={item}
                  mayDecide={mayDecide}
                  ticked={sent ? reviewField("tick", key) in sent : ticked}
                  refused={error === null ? null : { reason: sent?.[reason] ?? "", error }}
                />
              );
            })}
          </TBody>
        ))}
      </Table>
      {decides && (
        <div className="mt-6 space-y-4 print:hidden">
          {behalf && (
            <TextField
              id="behalf"
              name="behalf"
              label="代決の理由"
              support="報告の履歴に残ります。例：決裁者の出張"
              required
              className="w-full max-w-xl"
              defaultValue={sent?.behalf ?? behalf.reason}
              error={errorAt("behalf") === null ? undefined : message(errorAt("behalf") ?? "")}
            />
          )}
          <Button name="intent" value="approve" size="lg">
            {behalf ? "選択した報告を代決する" : "選択した報告を決裁する"}
          </Button>
        </div>
      )}
    </form>
  );
}
