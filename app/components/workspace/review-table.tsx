import { Form } from "@remix-run/react";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { GroupRow, Table, TBody, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { groupBy } from "#app/domain/group-by.ts";
import { reviewField } from "#app/domain/observation/review-rows.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { paths } from "#app/site/paths.ts";
import type { ReviewedItem } from "./review-item.tsx";
import { keyOfItem, ReviewRow } from "./review-row.tsx";

/** Everything that waits, by PT and KPI, all organisations beside each other, to be accepted together. */
export function ReviewTable({
  organisation,
  items,
  mayJudge,
  goal,
  ticked,
  sent,
}: {
  organisation: string;
  items: readonly ReviewedItem[];
  mayJudge: boolean;
  /** The PT that the table is of, where it is of one. */
  goal: string | null;
  /** All boxes are ticked. */
  ticked: boolean;
  /** A form that was refused, with the key and the error of the return it asked for. */
  sent: { values: Record<string, string>; key: string; error: string } | null;
}) {
  const groups = groupBy(items, ({ plan, indicator, fy }) => `${plan} ${indicator.code} ${fy}`);
  const here = paths.reviewTable(organisation, goal ?? undefined);
  const allTicked = `${here}${goal === null ? "?" : "&"}ticked=all`;
  const judges = mayJudge && items.some(({ own }) => !own);
  return (
    <Form method="post" action={here} noValidate aria-label="受理待ちの報告">
      {/* What the Enter key presses: nothing is accepted by accident. */}
      <button type="submit" disabled aria-hidden="true" tabIndex={-1} className="sr-only" />
      {judges && (
        <p className="mb-3 flex flex-wrap gap-4 print:hidden">
          <TextLink to={allTicked}>すべて選択する</TextLink>
          <TextLink to={here}>選択を解除する</TextLink>
        </p>
      )}
      <Table caption="受理待ちの報告" captionHidden stickyHead stacks dense fixed minWidth="xl">
        <THead>
          <Tr>
            <Th className="w-[15%]">団体</Th>
            <Th numeric className="w-[12%]">
              報告値
            </Th>
            <Th numeric className="w-[11%]">
              前年度
            </Th>
            <Th numeric className="w-[10%]">
              前年度比
            </Th>
            <Th numeric className="w-[9%]">
              対目標
            </Th>
            <Th>備考・添付</Th>
            <Th className="w-[21%]">提出</Th>
          </Tr>
        </THead>
        {[...groups].map(([key, [first, ...more]]) => (
          <TBody key={key}>
            {first && <KpiRow item={first} />}
            {[first, ...more].flatMap((item) => {
              if (!item) return [];
              const key = keyOfItem(item);
              const refused =
                sent?.key === key
                  ? { reason: sent.values[reviewField("reason", key)] ?? "", error: sent.error }
                  : null;
              const wasTicked = sent ? reviewField("tick", key) in sent.values : ticked;
              return (
                <ReviewRow
                  key={key}
                  item={item}
                  mayJudge={mayJudge}
                  ticked={wasTicked}
                  refused={refused}
                />
              );
            })}
          </TBody>
        ))}
      </Table>
      {judges && (
        <Button name="intent" value="accept" size="lg" className="mt-6">
          選択した報告を受理する
        </Button>
      )}
    </Form>
  );
}

function KpiRow({ item: { plan, goal, indicator, fy, target } }: { item: ReviewedItem }) {
  return (
    <GroupRow
      colSpan={7}
      aside={
        <>
          {fiscalYearShort(fy)}目標（域内）{" "}
          <Figure
            value={displayFigure(target?.value ?? null, indicator)}
            unit={indicator.unit}
            text={target?.value ? null : target?.text}
          />
        </>
      }
    >
      {`${goal.name}　＞　`}
      <TextLink to={paths.indicator(plan, indicator.code, fy)} quiet>
        {indicator.name}
      </TextLink>
      {indicator.unit && <span className="font-normal">（{indicator.unit}）</span>}
    </GroupRow>
  );
}
