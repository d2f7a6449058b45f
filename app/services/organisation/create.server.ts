import { sql } from "drizzle-orm";
import { organisations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { proveUnique, readSaid, slugField } from "./fields.server.ts";

/**
 * Makes an organisation, last in all lists. Nobody belongs to it: its first administrator is asked in
 * by an invitation. Answers its slug. Throws `forbidden`, `invalid`.
 */
export async function createOrganisation(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<string> {
  authorize(context, "organisation.create");
  const slug = slugField.safeParse(input.slug ?? "");
  const said = readSaid(input, slug.success ? {} : { slug: "organisation.slug" });
  if (!slug.success) throw new ServiceError("invalid", { errors: { slug: "organisation.slug" } });
  await transaction(context, async (tx) => {
    await proveUnique(tx, said, { slug: slug.data });
    await tx.insert(organisations).values({
      ...said,
      slug: slug.data,
      position: sql`(select max(position) + 1 from organisations)`,
    });
    await record(tx, context, {
      action: "organisation.create",
      organisationId: null,
      subject: slug.data,
      detail: { before: null, after: said },
    });
  });
  return slug.data;
}
