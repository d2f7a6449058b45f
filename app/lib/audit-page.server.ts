import type { AuditFilter } from "#app/services/audit/events.server.ts";
import { type AuditPlace, readAudit, readAuditFilter } from "#app/services/audit/read.server.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { forPage } from "./respond.server.ts";

/**
 * What a page of audit events shows: `?before=` is the event below which it begins. `addressOf` makes
 * the addresses of the page and of its files.
 */
export async function readAuditPage(
  request: Request,
  context: ServiceContext,
  place: AuditPlace,
  addressOf: (query: Record<string, string>, ending?: ".csv" | ".xlsx") => string,
) {
  const { searchParams } = new URL(request.url);
  const filter = readAuditFilter(searchParams);
  const before = searchParams.get("before");
  if (before !== null && !/^[1-9]\d{0,17}$/.test(before)) throw new Response(null, { status: 404 });
  const { rows, next, ...more } = await forPage(
    readAudit(context, place, filter, before === null ? null : BigInt(before)),
  );
  const asked = queryOf(filter);
  return {
    ...more,
    events: rows,
    filter,
    page: {
      address: addressOf({}),
      csv: addressOf(asked, ".csv"),
      workbook: addressOf(asked, ".xlsx"),
      newest: before === null ? null : addressOf(asked),
      older: next === null ? null : addressOf({ ...asked, before: next }),
    },
  };
}

function queryOf(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}
