import { checkPlan } from "#app/domain/health/check-plan.ts";
import type { Finding } from "#app/domain/health/finding.ts";
import type { Transaction } from "#db/client.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { readHealthPlan } from "./read-health-plan.server.ts";

// The check reads the definition and what was published, and costs some 30 ms for a hundred
// indicators; it changes only with one of them.
const kept = new Map<string, { version: string; findings: readonly Finding[] }>();

/**
 * A plan's definition and what the health check finds in it, kept in the process for as long as the
 * definition and the editions stay. Throws `not_found`.
 */
export async function readFindings(tx: Transaction, code: string) {
  const definition = await readDefinition(tx, code);
  const { definitionVersion, editions } = definition.plan;
  const version = [definitionVersion, ...editions.map((edition) => edition.id)].join(" ");
  const known = kept.get(code);
  if (known?.version === version) return { definition, findings: known.findings };
  const findings = checkPlan(await readHealthPlan(tx, definition));
  kept.set(code, { version, findings });
  return { definition, findings };
}
