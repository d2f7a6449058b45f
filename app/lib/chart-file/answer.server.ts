import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { renderCsv } from "#app/lib/export/csv.server.ts";
import { renderPng } from "#app/lib/export/png.server.ts";
import { answerFile } from "#app/lib/export/respond.server.ts";
import type { Cells, Column } from "#app/lib/export/table-model.ts";
import { withOwnStyles } from "./paint.ts";

/** A chart or map as files: drawn, and its figures. */
export type ChartFile = {
  fileName: string;
  picture: () => { width: number; height: number; drawing: ReactNode };
  table: { columns: readonly Pick<Column, "header" | "kind">[]; rows: readonly Cells[] };
};

/**
 * Answers with a chart as the kind of file that the address ends in; `page` shows the same.
 */
export function answerChart(
  args: Pick<LoaderFunctionArgs, "request" | "context">,
  page: string,
  { fileName, picture, table }: ChartFile,
): Promise<Response> {
  const type = /\.(svg|png|csv)$/.exec(new URL(args.request.url).pathname)?.[1];
  return answerFile(args, page, async () => {
    if (type === "csv") return { type, fileName, bytes: renderCsv(table) };
    if (type !== "svg" && type !== "png") throw new Response(null, { status: 404 });
    const { drawing, width, height } = picture();
    const svg = withOwnStyles(renderToStaticMarkup(drawing));
    if (type === "svg") {
      const file = `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
      return { type, fileName, bytes: new TextEncoder().encode(file) };
    }
    const { signal } = args.request;
    return { type, fileName, bytes: await renderPng({ svg, width, height, signal }) };
  });
}
