import type { Database } from "#db/client.server.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext } from "../context.server.ts";
import { readPerson } from "./read.server.ts";

/**
 * All that the portal holds about the actor, to take away; that it was taken is an event. `identity` is
 * the connection of sign-in. Throws `forbidden`.
 */
export async function exportPerson(context: ServiceContext, identity: Database) {
  authorize(context, "person.export", { userId: context.actor?.id ?? "" });
  const { id } = context.actor;
  const found = await readPerson(context, identity);
  await identity.transaction((tx) =>
    record(tx, context, { action: "person.export", organisationId: null, subject: id, detail: {} }),
  );
  return found;
}
