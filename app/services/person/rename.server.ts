import { eq } from "drizzle-orm";
import { z } from "zod";
import { oneLine } from "#app/domain/mail/mail.ts";
import { users } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/** What would break a line or turn the direction of writing is a space. */
const fields = z.object({
  name: z
    .string()
    .max(200)
    .transform((name) => oneLine(name.normalize("NFC"), 200))
    .pipe(z.string().min(1).max(60)),
});

/**
 * Changes the name by which the actor is shown, also beside what they did before. `context` is on the
 * connection of sign-in. The event says that, and not which names. Throws `forbidden` and `invalid`.
 */
export async function renamePerson(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  authorize(context, "person.rename", { userId: context.actor?.id ?? "" });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: { name: "person.name" } });
  const { name } = parsed.data;
  const { id } = context.actor;
  await context.database.transaction(async (tx) => {
    await tx.update(users).set({ name, updatedAt: new Date() }).where(eq(users.id, id));
    await record(tx, context, {
      action: "person.rename",
      organisationId: null,
      subject: id,
      detail: {},
    });
  });
}
