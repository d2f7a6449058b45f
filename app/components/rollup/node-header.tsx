import type { ReactNode } from "react";
import { type Breadcrumb, PageHeader } from "#app/components/layout/page-header.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
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
  page,
}: {
  plan: { code: string; name: string; firstFy: number; lastFy: number };
  fy: number;
  path: readonly NodeLink[];
  node: NodeLink;
  levelName: string;
  lead?: ReactNode;
  meta?: readonly { term: string; description: ReactNode }[];
  /** A page below the node's own; `action` is where another year of it is. */
  page?: { label: string; action: string };
}) {
  const name = node.kind === "goal" ? node.name : numbered(node);
  const crumbs: Breadcrumb[] = [
    { to: paths.plan(plan.code, fy), label: plan.name },
    ...path.map((above) => ({
      to: paths.node(plan.code, above, fy),
      label: above.kind === "policy" ? numbered(above) : above.name,
    })),
    ...(page ? [{ to: paths.node(plan.code, node, fy), label: name }, page] : [{ label: name }]),
  ];
  return (
    <PageHeader
      breadcrumbs={crumbs}
      eyebrow={
        page
          ? t`${page.label}　${levelName}　${node.code}　${fiscalYearLabel(fy)}`
          : t`${levelName}　${node.code}`
      }
      title={node.name}
      lead={lead}
      meta={meta}
    >
      <YearSelect
        years={yearRange(plan.firstFy, plan.lastFy)}
        current={fy}
        action={page?.action ?? paths.node(plan.code, node)}
        name="fy"
      />
    </PageHeader>
  );
}

/** 「①若者の…」, and 「3　地方創生…」 where the number has no brackets of its own. */
function numbered({ number, name }: NodeLink): string {
  return /[0-9]$/.test(number) ? t`${number}　${name}` : `${number}${name}`;
}
