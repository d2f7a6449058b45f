import { can } from "#app/policy/can.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { type ContactCodes, findContact } from "./find.server.ts";

/**
 * Who is to be asked about a PT in the reader's own organisation, as the form shows it. Throws
 * `forbidden` for people of other organisations, `not_found`.
 */
export async function readContact(context: ServiceContext, codes: ContactCodes) {
  const membership = requireMembership(context, codes.organisation);
  const subject = { organisationId: membership.organisationId };
  return transaction(context, async (tx) => ({
    ...(await findContact(tx, codes)),
    maySave: can(context.actor, "contact.save", subject),
  }));
}
