import { sql } from "drizzle-orm";
import { z } from "zod";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError, type ServiceErrorCode } from "../service-error.ts";

const fields = z.object({ person: z.uuid() });

/** What the database refuses an erasure with. */
const refusals: Record<string, Extract<ServiceErrorCode, "not_found" | "locked">> = {
  P0002: "not_found",
  "23514": "locked",
};

/**
 * Takes a person out for good: name, address, every way to sign in, and what was only for them. What they
 * did stays, by office. Throws `forbidden`; `not_found` where there is nobody, or nobody any more;
 * `locked` while they belong to an organisation or keep the portal.
 */
export async function erasePerson(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  authorize(context, "person.erase");
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { person } = parsed.data;
  await transaction(context, async (tx) => {
    await tx.execute(sql`select portal.erase_person(${person})`).catch(throwRefusal);
    await record(tx, context, {
      action: "person.erase",
      organisationId: null,
      subject: person,
      detail: {},
    });
  });
}

function throwRefusal(error: unknown): never {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = "code" in at && typeof at.code === "string" ? refusals[at.code] : undefined;
    if (code) throw new ServiceError(code);
  }
  throw error;
}
