import { eq } from "drizzle-orm";
import { z } from "zod";
import { isUsable } from "#app/domain/identity/states.ts";
import { toRawAnswer } from "#app/domain/observation/answer.ts";
import { answerSchema } from "#app/domain/observation/answer-schema.ts";
import { can } from "#app/policy/can.ts";
import { auditEvents, organisations, reporterAnswers, reporterLinks } from "#db/schema/index.ts";
import type { ServiceContext } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { listLinks } from "./list.server.ts";
import { throughLink } from "./open.server.ts";

const fields = z.object({ baseVersion: z.coerce.number().int().min(0) });

/**
 * Answers a link, or corrects the answer while the organisation has not taken it over: whoever holds the
 * secret, nobody of the portal. Read like a report that is handed in. The same answer sent twice is one
 * version. Throws `not_found`, `invalid`; `locked` after the link's days or when it was taken over or
 * revoked, and `conflict` when somebody else corrected it meanwhile.
 */
export async function answerLink(
  context: ServiceContext,
  id: string,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  if (!can(null, "link.answer")) throw new ServiceError("forbidden", { permission: "link.answer" });
  await throughLink(context, id, async (tx) => {
    const [link] = await listLinks(tx, eq(reporterLinks.id, id), now);
    if (!link) throw new ServiceError("not_found");
    if (!isUsable(link, now)) throw new ServiceError("locked");
    const step = fields.safeParse(input);
    const answer = answerSchema(link.indicator, true).safeParse(input);
    if (!step.success || !answer.success)
      throw new ServiceError("invalid", { errors: fieldErrors(answer.error, step.error) });
    const before = link.answer && toRawAnswer(link.answer.content);
    const after = toRawAnswer(answer.data);
    if (before && JSON.stringify(before) === JSON.stringify(after)) return;
    const version = (link.answer?.version ?? 0) + 1;
    if (step.data.baseVersion !== version - 1) throw new ServiceError("conflict");
    await tx
      .insert(reporterAnswers)
      .values({ linkId: id, version, answer: after })
      .catch(throwRefusal);
    const [asking] = await tx
      .select({ id: organisations.id, slug: organisations.slug })
      .from(reporterLinks)
      .innerJoin(organisations, eq(organisations.id, reporterLinks.organisationId))
      .where(eq(reporterLinks.id, id));
    // What was answered stays with the link: it may be a firm's own secret.
    await tx.insert(auditEvents).values({
      action: "link.answer",
      organisationId: asking?.id,
      subject: `${asking?.slug}/${id}`,
      detail: { version },
      requestId: context.requestId,
    });
  });
}

/** Somebody was faster between our reading and our writing. */
function throwRefusal(error: unknown): never {
  const { code } = Object(Object(error).cause) as { code?: unknown };
  if (code === "23514") throw new ServiceError("locked");
  if (code === "23505") throw new ServiceError("conflict");
  throw error;
}
