import type { ServiceContext } from "../context.server.ts";
import { decideOnFinding, type FindingCodes } from "./decide.server.ts";

/**
 * Takes a finding up again that was set aside. Throws `forbidden`, `not_found`, `conflict`.
 */
export function restoreFinding(context: ServiceContext, codes: FindingCodes): Promise<void> {
  return decideOnFinding(context, codes, "restore", () => "");
}
