import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ requiresSecondFactor: z.enum(["yes", "no"]) });

/** What an organisation asks of its members at sign-in, for those who administer it. Throws `forbidden`. */
export async function readOrganisationSecurity(context: ServiceContext, slug: string) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  authorize(context, "organisation.secure", { organisationId });
  return transaction(context, async (tx) => {
    const [found] = await tx
      .select({ requiresSecondFactor: organisations.requiresSecondFactor })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    return { membership, requiresSecondFactor: found?.requiresSecondFactor ?? false };
  });
}

/**
 * Says whether an organisation's members act for it only with a second factor; from their next request.
 * Who wants it has one in this session (`secondFactor`), so that nobody locks themselves out. Choosing
 * what holds already changes nothing. Throws `forbidden`, `invalid`, `locked`.
 */
export async function secureOrganisation(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
  { secondFactor }: { secondFactor: boolean },
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "organisation.secure", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success)
    throw new ServiceError("invalid", { errors: { requiresSecondFactor: "form.stale" } });
  const requiresSecondFactor = parsed.data.requiresSecondFactor === "yes";
  if (requiresSecondFactor && !secondFactor) throw new ServiceError("locked");
  await transaction(context, async (tx) => {
    const changed = await tx
      .update(organisations)
      .set({ requiresSecondFactor })
      .where(
        and(
          eq(organisations.id, organisationId),
          eq(organisations.requiresSecondFactor, !requiresSecondFactor),
        ),
      )
      .returning({ id: organisations.id });
    if (changed.length === 0) return;
    await record(tx, context, {
      action: "organisation.secure",
      organisationId,
      subject: slug,
      detail: {
        before: { requiresSecondFactor: !requiresSecondFactor },
        after: { requiresSecondFactor },
      },
    });
  });
}
