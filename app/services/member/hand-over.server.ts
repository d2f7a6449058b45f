import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { approvalDeputies, handovers, memberNodes } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { notify } from "../notification/notify.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { endMembership } from "./end-membership.server.ts";
import { type FoundMember, findMember } from "./find.server.ts";
import { keepingAnAdmin } from "./keeping-an-admin.server.ts";
import { openWorkOf } from "./open-work.server.ts";

const fields = z.object({
  to: z.uuid("handover.to"),
  note: typedText(1000, "handover.note"),
  /** Ticked where the membership ends with it. */
  end: z.literal("yes").optional(),
});

/**
 * Leaves the open work of a member to a colleague who writes: a list of it as it is now, with a note,
 * the PTs that they look after, and the days to come on which they were to stand in for others; and ends
 * the membership where that is asked. The colleague is told. Answers the handover's id. Throws
 * `forbidden`, `not_found`, `invalid`.
 */
export async function handOverMember(
  context: ServiceContext,
  { organisation, userId }: { organisation: string; userId: string },
  input: Record<string, unknown>,
  now: Date,
): Promise<string> {
  const { organisationId } = requireMembership(context, organisation);
  authorize(context, "member.hand_over", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const { to, note, end } = parsed.data;
  const today = dateInJapan(now);
  return keepingAnAdmin("end", () =>
    transaction(context, async (tx) => {
      const member = await findMember(tx, { organisationId, userId });
      const colleague = await findMember(tx, { organisationId, userId: to }).catch(() => null);
      if (!colleague || colleague.userId === userId || !writers.includes(colleague.role))
        throw new ServiceError("invalid", { errors: { to: "handover.to" } });
      const whose = { organisation, organisationId, userId, name: member.name, today };
      const items = await openWorkOf(tx, whose);
      const [handover] = await tx
        .insert(handovers)
        .values({
          organisationId,
          fromUserId: userId,
          toUserId: to,
          note,
          items,
          authorId: context.actor.id,
        })
        .returning({ id: handovers.id });
      if (!handover) throw new ServiceError("conflict");
      await passGoals(tx, member, colleague);
      const days = await passDeputyDays(tx, context, { organisationId, member, colleague, today });
      await record(tx, context, {
        action: "member.hand_over",
        organisationId,
        subject: `${organisation}/${userId}`,
        detail: { to, items: items.length, deputyDays: days, handover: handover.id },
      });
      await notify(tx, context, {
        kind: "handover",
        to: [to],
        organisationId,
        path: paths.handover(organisation, handover.id),
        detail: { name: member.name },
      });
      if (end) await endMembership(tx, context, { organisation, organisationId, member });
      return handover.id;
    }),
  );
}

/** Whoever looks after all PTs already looks after these; others get them beside their own. */
async function passGoals(tx: Transaction, from: FoundMember, to: FoundMember): Promise<void> {
  if (to.goalIds.length === 0) return;
  if (from.goalIds.length === 0) {
    await tx.delete(memberNodes).where(eq(memberNodes.memberId, to.id));
    return;
  }
  await tx
    .insert(memberNodes)
    .values(from.goalIds.map((nodeId) => ({ memberId: to.id, nodeId })))
    .onConflictDoNothing();
}

/** Days on which somebody is to stand in go to a colleague who drafts, from today on. Answers how many times. */
async function passDeputyDays(
  tx: Transaction,
  context: SignedIn,
  given: { organisationId: string; member: FoundMember; colleague: FoundMember; today: string },
): Promise<number> {
  const { organisationId, member, colleague, today } = given;
  if (colleague.role !== "editor") return 0;
  const deputy = approvalDeputies;
  const passed = await tx
    .update(deputy)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(deputy.organisationId, organisationId),
        eq(deputy.userId, member.userId),
        isNull(deputy.endedAt),
        gte(deputy.untilOn, today),
      ),
    )
    .returning({ fromOn: deputy.fromOn, untilOn: deputy.untilOn, reason: deputy.reason });
  if (passed.length === 0) return 0;
  await tx.insert(deputy).values(
    passed.map(({ fromOn, ...days }) => ({
      ...days,
      fromOn: fromOn < today ? today : fromOn,
      userId: colleague.userId,
      organisationId,
      authorId: context.actor.id,
    })),
  );
  return passed.length;
}
