import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PackContent } from "#app/domain/pack/content.ts";
import { type MissingRow, missingBy } from "#app/domain/pack/missing.ts";

/** Who has not reported what, and whose figures are not final yet. */
export function PackMissing({ content }: { content: PackContent }) {
  const { goals, organisationNames, fy, plan } = content;
  const names = Object.values(organisationNames);
  const year = fiscalYearShort(fy);
  const tables = [
    {
      title: `${year}の実績が報告されていないKPI`,
      none: "すべて報告されています。",
      rows: missingBy("missing", goals, names),
    },
    {
      title: `${year}の実績が集計中・調査中のKPI`,
      none: "集計中・調査中のものはありません。",
      rows: missingBy("provisional", goals, names),
    },
  ];
  return tables.map(({ title, none, rows }) => (
    <section key={title} className="mt-6 first:mt-0">
      <h3 className="mb-2 text-std-17B-170">{title}</h3>
      {rows.length === 0 ? <p>{none}</p> : <MissingTable title={title} rows={rows} plan={plan} />}
    </section>
  ));
}

function MissingTable({
  title,
  rows,
  plan,
}: {
  title: string;
  rows: readonly MissingRow[];
  plan: PackContent["plan"];
}) {
  return (
    <SheetTable caption={title}>
      <thead>
        <tr>
          <th scope="col" className="w-[13%]">
            団体
          </th>
          <th scope="col" className="w-[8%]">
            件数
          </th>
          <th scope="col" className="w-[22%]">
            {plan.levelNames.goal}
          </th>
          <th scope="col">KPI</th>
        </tr>
      </thead>
      {rows.map(({ organisation, count, goals }) => (
        <tbody key={organisation}>
          {goals.map(({ name, kpis }, index) => (
            <tr key={name}>
              {index === 0 && (
                <>
                  <th scope="rowgroup" rowSpan={goals.length}>
                    {organisation}
                  </th>
                  <td rowSpan={goals.length} data-count>
                    {count}
                  </td>
                </>
              )}
              <th scope="row">{name}</th>
              <td>{kpis.join("、")}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </SheetTable>
  );
}
