import type { ReactNode } from "react";
import { type Breadcrumb, PageHeader } from "#app/components/layout/page-header.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import { paths } from "#app/site/paths.ts";

/** The head of a goal's, policy's or project's page: the way up, the name, the year. */
export function NodeHeader({
  plan,
  fy,
  path,
  node,
  levelName,
  lead,
  meta,
  action = paths.node(plan.code, node),
}: {
  plan: { code: string; name: string; firstFy: number; lastFy: number };
  fy: number;
  path: readonly NodeLink[];
  node: NodeLink;
  levelName: string;
  lead?: ReactNode;
  meta?: readonly { term: string; description: ReactNode }[];
  /** Where another year of the same page is. */
  action?: string;
}) {
  const crumbs: Breadcrumb[] = [
    { to: paths.plan(plan.code, fy), label: plan.name },
    ...path.map((above) => ({
      to: paths.node(plan.code, above, fy),
      label: above.kind === "policy" ? numbered(above) : above.name,
    })),
    { label: node.kind === "goal" ? node.name : numbered(node) },
  ];
  return (
    <PageHeader
      breadcrumbs={crumbs}
      eyebrow={`${levelName}　${node.code}`}
      title={node.name}
      lead={lead}
      meta={meta}
    >
      <YearSelect
        years={yearRange(plan.firstFy, plan.lastFy)}
        current={fy}
        action={action}
        name="fy"
      />
    </PageHeader>
  );
}

/** 「①若者の…」, and 「3　地方創生…」 where the number has no brackets of its own. */
function numbered({ number, name }: NodeLink): string {
  return /[0-9]$/.test(number) ? `${number}　${name}` : `${number}${name}`;
}
