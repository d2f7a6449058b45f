import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { areDeputyDays } from "#app/domain/approval/deputy.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import { approvalDeputies, members, users } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";

const day = (missing: string) =>
  z
    .string()
    .default("")
    .transform(parseDay)
    .pipe(z.string({ error: missing }));

const fields = z.object({
  person: z.uuid("approval.person"),
  fromOn: day("approval.from"),
  untilOn: day("approval.until"),
  reason: requiredText(200, "text.too_long", "approval.reason"),
  requestKey: z.uuid(),
});

/**
 * Names somebody who drafts in one's own organisation to decide in the approvers' place (代決), from the
 * first to the last of some days. `now` says which days are still to come. The same form sent twice
 * names once. Throws `forbidden`, `invalid`.
 */
export async function deputise(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "approval.deputise", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const { person, ...named } = parsed.data;
  if (!areDeputyDays(named.fromOn, named.untilOn, dateInJapan(now)))
    throw new ServiceError("invalid", { errors: { untilOn: "approval.until" } });
  await transaction(context, async (tx) => {
    const [drafter] = await tx
      .select({ id: members.userId })
      .from(members)
      .innerJoin(users, and(eq(users.id, members.userId), eq(users.kind, "person")))
      .where(
        and(
          eq(members.organisationId, organisationId),
          eq(members.userId, person),
          eq(members.role, "editor"),
        ),
      );
    if (!drafter) throw new ServiceError("invalid", { errors: { person: "approval.person" } });
    const [written] = await tx
      .insert(approvalDeputies)
      .values({ ...named, userId: person, organisationId, authorId: context.actor.id })
      .onConflictDoNothing()
      .returning({ id: approvalDeputies.id });
    if (!written) return;
    await record(tx, context, {
      action: "approval.deputise",
      organisationId,
      subject: `${slug}/${written.id}`,
      detail: { userId: person, fromOn: named.fromOn, untilOn: named.untilOn },
    });
  });
}
