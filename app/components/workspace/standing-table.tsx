import { Section } from "#app/components/layout/section.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { missing, type Standing } from "#app/domain/workspace/standing.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { dateText } from "#app/i18n/progress.ts";
import { paths } from "#app/site/paths.ts";

type Row = Standing & { organisation: { slug: string; shortName: string } };

/** How every organisation of a PT stands, for its lead: who is late stands first and says so. */
export function StandingTable({
  rows,
  plan,
  fy,
}: {
  rows: readonly Row[];
  plan: string;
  fy: number;
}) {
  return (
    <Section
      id="standings"
      title="団体ごとの状況"
      lead="幹事団体だけに表示しています。遅れている団体から順に並べています。"
      aside={<TextLink to={paths.completeness(plan, { fy })}>回答状況を見る</TextLink>}
    >
      <Table caption="団体ごとの報告と進捗の状況" captionHidden dense fixed stacks minWidth="lg">
        <THead>
          <Tr>
            <Th className="w-[15%]">団体</Th>
            <Th className="w-[34%]">{fiscalYearShort(fy)}実績の報告</Th>
            <Th className="w-[18%]">進捗報告</Th>
            <Th className="w-[17%]">マイルストーン</Th>
            <Th>最終の記録</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map((row) => (
            <Tr key={row.organisation.slug}>
              <Th scope="row">{row.organisation.shortName}</Th>
              <Td label={`${fiscalYearShort(fy)}実績の報告`}>
                <Figures row={row} />
              </Td>
              <Td label="進捗報告">
                {row.updates.expected === 0
                  ? "－"
                  : `${row.updates.current}／${row.updates.expected}件`}
              </Td>
              <Td label="マイルストーン">
                {row.overdueMilestones === 0 ? (
                  "超過なし"
                ) : (
                  <Tag tone="red">期限超過{row.overdueMilestones}件</Tag>
                )}
              </Td>
              <Td label="最終の記録">{row.lastActivity ? dateText(row.lastActivity) : "なし"}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}

function Figures({ row }: { row: Row }) {
  const { asked, accepted, submitted, returned } = row.figures;
  if (asked === 0) return <span className="text-solid-gray-600">報告する指標なし</span>;
  const parts = [
    { label: "受理", count: accepted },
    { label: "受理待ち", count: submitted },
    { label: "差戻し", count: returned },
    { label: "未提出", count: missing(row) },
  ].filter(({ count }) => count > 0);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular-nums">全{asked}件</span>
      {parts.map(({ label, count }) => (
        <span key={label} className="whitespace-nowrap tabular-nums">
          {label}
          {count}
        </span>
      ))}
      {row.overdue && <Tag tone="red">期限超過</Tag>}
    </span>
  );
}
