import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDetail } from "#app/domain/audit/detail.ts";
import { oneLine } from "#app/domain/mail/mail.ts";
import {
  auditActionText,
  auditFieldText,
  auditMomentText,
  auditValueText,
} from "#app/i18n/audit.ts";
import type { AuditRow } from "#app/services/audit/describe.server.ts";
import { exportAudit } from "#app/services/audit/export.server.ts";
import { type AuditPlace, readAuditFilter } from "#app/services/audit/read.server.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { forPage } from "../respond.server.ts";
import { streamCsv } from "./csv.server.ts";
import { streamResponse } from "./respond.server.ts";
import { streamWorkbook } from "./streamed-workbook.server.ts";
import type { Cells, Column } from "./table-model.ts";

const columns: readonly Column[] = [
  { header: "番号", width: 10, kind: "text" },
  { header: "日時", width: 20, kind: "text" },
  { header: "団体", width: 14, kind: "text" },
  { header: "操作した人", width: 24, kind: "text" },
  { header: "操作", width: 36, kind: "text" },
  { header: "操作の名称", width: 22, kind: "text" },
  { header: "対象", width: 40, kind: "text" },
  { header: "内容", width: 60, kind: "text" },
  { header: "リクエスト番号", width: 38, kind: "text" },
  { header: "封印の番号", width: 12, kind: "text" },
];

/** The audit events of an address as a file, as they are read; its name ends in what kind of file it is. */
export async function auditFile(
  { request }: LoaderFunctionArgs,
  context: ServiceContext,
  place: AuditPlace,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const type = pathname.endsWith(".csv") ? "csv" : "xlsx";
  const filter = readAuditFilter(searchParams);
  const batches = cellsOf(await forPage(exportAudit(context, place, filter, type)));
  const fileName = `監査記録_${place === "portal" ? "ポータル" : place.slug}`;
  if (type === "csv") return streamResponse({ fileName, type }, streamCsv(columns, batches));
  const heading = ["監査記録", `作成 ${auditMomentText(new Date())}`];
  return streamResponse(
    { fileName, type },
    streamWorkbook({ name: "監査記録", heading, columns }, batches),
  );
}

async function* cellsOf(batches: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<Cells[]> {
  for await (const rows of batches)
    yield rows.map((row) => [
      row.id,
      auditMomentText(row.at),
      row.actor?.office ?? row.organisation ?? "",
      row.actor ? oneLine(row.actor.name, 100) : "",
      auditActionText(row.action),
      row.action,
      oneLine(row.subject, 300),
      contentOf(row),
      row.requestId === null ? "" : oneLine(row.requestId, 100),
      row.seal ?? "なし",
    ]);
}

function contentOf({ action, detail }: AuditRow): string {
  const { changes, facts } = readDetail(detail);
  const text = (value: unknown) => auditValueText(action, value);
  return [
    ...changes.map(
      ({ field, before, after }) => `${auditFieldText(field)}：${text(before)} → ${text(after)}`,
    ),
    ...facts.map(({ field, value }) => `${auditFieldText(field)}：${text(value)}`),
  ].join("\n");
}
