import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { AttachmentPlace } from "#app/domain/attachment/place.ts";
import { attachments } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { findAttachment } from "./find.server.ts";

const fields = z.object({
  reason: requiredText(1000, "attachment.reason", "attachment.reason"),
});

/**
 * Takes back a file that was put up by mistake: its name stays with the reason, its content is no
 * longer given out. Answers what it stood behind. Throws `not_found`, `forbidden`, `invalid`, and
 * `locked` where it was withdrawn for another reason already or an accepted figure rests on it.
 */
export function withdrawAttachment(
  context: ServiceContext,
  id: string,
  input: Record<string, unknown>,
): Promise<AttachmentPlace> {
  return transaction(context, async (tx) => {
    const found = await findAttachment(tx, id);
    const { organisationId, place } = found;
    const { context: signedIn } = authorizeAs(context, "attachment.withdraw", { organisationId });
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { reason } = parsed.data;
    // The form sent again finds what it did itself.
    if (found.withdrawnReason === reason) return place;
    if (found.settled || found.withdrawnReason !== null) throw new ServiceError("locked");
    // Whoever accepts the figure at this moment is waited for; the policy then sees what they did.
    await tx.execute(sql`select from observations o join attachments a on a.observation_id = o.id
      where a.id = ${found.id} for update of o`);
    const withdrawn = await tx
      .update(attachments)
      .set({ withdrawnAt: sql`now()`, withdrawnReason: reason })
      .where(eq(attachments.id, found.id))
      .returning({ id: attachments.id });
    // Somebody withdrew it, or accepted the figure, between our reading and our writing.
    if (withdrawn.length === 0) throw new ServiceError("locked");
    await record(tx, signedIn, {
      action: "attachment.withdraw",
      organisationId,
      subject: `attachments/${found.id}`,
      detail: { name: found.name, reason },
    });
    return place;
  });
}
