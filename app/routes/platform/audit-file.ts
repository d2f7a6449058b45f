import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditFile } from "#app/lib/export/audit-file.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";

/** The events about people and rights of all organisations as CSV or a workbook. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  await requireSession(args);
  return auditFile(args, await serviceContext(args), "portal");
}
