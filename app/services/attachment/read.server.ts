import { eq } from "drizzle-orm";
import { z } from "zod";
import { attachmentContents, attachments } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * A file with its content. Throws `forbidden` for people who are not members, and `not_found` where
 * there is none for the actor: unknown, another organisation's draft, or withdrawn.
 */
export async function readAttachment(context: ServiceContext, id: string) {
  authorize(context, "attachment.read");
  const known = z.uuid().safeParse(id);
  if (!known.success) throw new ServiceError("not_found");
  const [found] = await transaction(context, (tx) =>
    tx
      .select({
        name: attachments.name,
        mediaType: attachments.mediaType,
        content: attachmentContents.content,
      })
      .from(attachments)
      .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
      .where(eq(attachments.id, known.data)),
  );
  if (!found) throw new ServiceError("not_found");
  return found;
}
