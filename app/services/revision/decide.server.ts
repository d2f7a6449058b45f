import { type ServiceContext, transaction } from "../context.server.ts";
import type { ItemSubject } from "./append-item.server.ts";
import { decideItem } from "./decide-item.server.ts";
import type { RevisionCodes } from "./find.server.ts";

/**
 * Sets a proposal aside (不採用), with the reason, or takes it up again: by those who assemble the
 * revision. Throws as `decideItem`.
 */
export function decideProposal(
  context: ServiceContext,
  codes: RevisionCodes,
  subject: ItemSubject,
  step: "set_aside" | "take_up",
  input: Record<string, unknown>,
): Promise<void> {
  const decision = { permission: "revision.decide", step } as const;
  return transaction(context, (tx) => decideItem(tx, context, codes, subject, decision, input));
}
