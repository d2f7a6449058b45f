import { type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "./read-definition.server.ts";

/** The definition of a plan that is in force. Public. Throws `not_found`. */
export function readPlan(context: ServiceContext, code: string) {
  return transaction(context, (tx) => readDefinition(tx, code));
}

export type PlanReading = Awaited<ReturnType<typeof readPlan>>;
