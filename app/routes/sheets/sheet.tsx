import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SheetDocument } from "#app/components/sheet/sheet-document.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { nodeTitle } from "#app/i18n/sheet.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { readSheet, type SheetReading } from "#app/services/sheet/read.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    (context, plan, fy, unless) =>
      readSheet(context, { plan, node: String(args.params.node) }, fy, unless),
    (reading) => ({
      title: [
        `${nodeTitle(reading.sheet.plan.levelNames, reading.sheet.node)}　評価調書`,
        fiscalYearLabel(reading.sheet.fy),
      ],
      body: <Sheet {...reading} />,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Sheet({ sheet, member }: SheetReading) {
  const { plan, fy, node, edition, figures } = sheet;
  return (
    <SheetDocument
      sheet={sheet}
      editable={member}
      breadcrumbs={[
        { to: paths.plan(plan.code, fy), label: plan.name },
        { to: paths.sheets(plan.code, fy), label: "評価調書" },
        { label: nodeTitle(plan.levelNames, node) },
      ]}
      actions={
        <>
          <ButtonLink size="sm" to={paths.sheetFile(plan.code, node.code, "pdf", fy)}>
            PDF
          </ButtonLink>
          <ButtonLink size="sm" to={paths.sheetFile(plan.code, node.code, "xlsx", fy)}>
            Excel
          </ButtonLink>
        </>
      }
    >
      <YearSelect
        years={yearRange(plan.firstFy, plan.lastFy)}
        current={fy}
        action={paths.sheet(plan.code, node.code)}
        name="fy"
      />
      {(edition || !figures) && (
        <div className="mt-6 print:hidden">
          {edition ? <EditionNotice edition={edition} /> : <PublishedNotice />}
        </div>
      )}
    </SheetDocument>
  );
}
