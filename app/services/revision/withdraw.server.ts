import { type ServiceContext, transaction } from "../context.server.ts";
import type { ItemSubject } from "./append-item.server.ts";
import { decideItem } from "./decide-item.server.ts";
import type { RevisionCodes } from "./find.server.ts";

/** Takes a proposal back, by those who keep what it changes. Throws as `decideItem`. */
export function withdrawProposal(
  context: ServiceContext,
  codes: RevisionCodes,
  subject: ItemSubject,
  input: Record<string, unknown>,
): Promise<void> {
  const decision = { permission: "revision.withdraw", step: "withdraw" } as const;
  return transaction(context, (tx) => decideItem(tx, context, codes, subject, decision, input));
}
