import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { isLandscape, SheetDocument } from "#app/components/sheet/sheet-document.tsx";
import { sheetFileName, sheetFileTitle } from "#app/lib/evaluation-sheet/file-name.ts";
import { readRequestedSheet } from "#app/lib/evaluation-sheet/requested.server.ts";
import { keptPdf } from "#app/lib/export/kept-pdf.server.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import { paths } from "#app/site/paths.ts";

/** The sheet as the screen shows it, printed. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const sheet = await readRequestedSheet(args);
  const { plan, node, fy, layout } = sheet;
  return answerFile(args, paths.sheet(plan.code, node.code, fy), async () => ({
    type: "pdf",
    fileName: sheetFileName(sheet),
    bytes: await keptPdf({
      html: renderToStaticMarkup(<SheetDocument sheet={sheet} />),
      title: sheetFileTitle(sheet),
      landscape: isLandscape(layout),
      signal: args.request.signal,
    }),
  }));
}
