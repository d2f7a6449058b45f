import { type ServiceContext, transaction } from "../context.server.ts";
import { type AuditRow, describeEvents } from "./describe.server.ts";
import type { AuditFilter } from "./events.server.ts";
import { selectEvents } from "./events.server.ts";
import { type AuditPlace, authorizeAudit } from "./read.server.ts";
import { record } from "./record.server.ts";

/** No more leave as one file; who needs more asks for them by period. */
export const eventsPerFile = 50_000;
const eventsPerBatch = 1000;

/**
 * The audit events as they leave the portal, newest first and batch by batch: nobody holds them all.
 * That they left is an event itself. Throws as readAudit does, before anything is sent.
 */
export async function exportAudit(
  context: ServiceContext,
  place: AuditPlace,
  filter: AuditFilter,
  format: "csv" | "xlsx",
): Promise<AsyncGenerator<AuditRow[]>> {
  const { context: signedIn, membership, sight } = authorizeAudit(context, place);
  await transaction(signedIn, (tx) =>
    record(tx, signedIn, {
      action: "audit.read",
      organisationId: membership?.organisationId ?? null,
      subject: membership?.slug ?? "portal",
      // Not whom it was about: names stay out of the events.
      detail: {
        format,
        ...(filter.from !== "" && { fromOn: filter.from }),
        ...(filter.until !== "" && { untilOn: filter.until }),
        filter: (["actor", "action", "organisation", "subject", "request"] as const).filter(
          (field) => filter[field] !== "",
        ),
      },
    }),
  );
  return batches();

  async function* batches() {
    let before: bigint | null = null;
    for (let left = eventsPerFile; left > 0; left -= eventsPerBatch) {
      const window: { before: bigint | null; limit: number } = { before, limit: eventsPerBatch };
      const rows: AuditRow[] = await transaction(signedIn, async (tx) =>
        describeEvents(
          tx,
          await selectEvents(tx, sight, filter, window),
          membership?.shortName ?? null,
        ),
      );
      if (rows.length > 0) yield rows;
      const last: AuditRow | undefined = rows.at(-1);
      if (last === undefined || rows.length < eventsPerBatch) return;
      before = BigInt(last.id);
    }
  }
}
