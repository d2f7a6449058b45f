import type { Database } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";
import { beginSession, type Opening } from "../session/begin.server.ts";
import { findVouchedPerson, type Vouched } from "./find-person.server.ts";

/**
 * Opens a session for the member whom their organisation's sign-in service vouches for, and answers its
 * Set-Cookie; the session acts for that organisation alone. Null for everybody else, which is recorded.
 */
export async function admitVouched(
  identity: Database,
  vouched: Vouched,
  opening: Omit<Opening, "viaOrganisationId" | "replaces">,
): Promise<string | null> {
  const userId = await findVouchedPerson(identity, vouched);
  if (userId === null) {
    const { requestId } = opening;
    await identity
      .insert(auditEvents)
      .values({ action: "session.refuse", subject: "unknown", requestId });
    return null;
  }
  const viaOrganisationId = vouched.organisationId;
  return beginSession(identity, userId, { ...opening, viaOrganisationId });
}
