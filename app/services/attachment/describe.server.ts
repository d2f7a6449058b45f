import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { findAttachment } from "./find.server.ts";

/**
 * What is to be withdrawn, for the page that asks why. Throws `not_found`, `forbidden`, and `locked`
 * where it was withdrawn already or an accepted figure rests on it.
 */
export function describeAttachment(context: ServiceContext, id: string) {
  return transaction(context, async (tx) => {
    const { name, place, organisationId, ...found } = await findAttachment(tx, id);
    authorize(context, "attachment.withdraw", { organisationId });
    if (found.settled || found.withdrawnReason !== null) throw new ServiceError("locked");
    return { id: found.id, name, place };
  });
}
