import { eq } from "drizzle-orm";
import { practiceCapabilities } from "#app/domain/practice/states.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/index.ts";
import { findPractice, type PracticeCodes } from "../practice/find.server.ts";
import { ServiceError } from "../service-error.ts";
import { listRollouts } from "./list.server.ts";

/** What an organisation makes of a case, as codes from a URL. */
export type RolloutCodes = PracticeCodes & { organisation: string };

/**
 * The case and what the organisation has made of it so far. Throws `not_found` where there is no such
 * case or organisation, `forbidden` where the organisation has nothing to roll out: the case is its
 * own, or it is the council's office; `locked` where the case is not shared.
 */
export async function findRollout(tx: Transaction, codes: RolloutCodes) {
  const practice = await findPractice(tx, codes);
  const [organisation] = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      kind: organisations.kind,
    })
    .from(organisations)
    .where(eq(organisations.slug, codes.organisation));
  if (!organisation) throw new ServiceError("not_found");
  const { newest } = practice;
  if (!canRollOut(organisation, newest.organisation))
    throw new ServiceError("forbidden", { permission: "rollout.save" });
  if (!practiceCapabilities[newest.state].canBeRolledOut) throw new ServiceError("locked");
  const rollouts = await listRollouts(tx, newest.practiceId);
  const versions = rollouts.filter((row) => row.organisation.id === organisation.id);
  return { ...practice, organisation, rollouts: versions, rollout: newestVersion(versions) };
}

/** Whether a case is somebody else's for an organisation that carries out anything itself. */
export function canRollOut(
  organisation: { id: string; kind: string },
  owner: { id: string },
): boolean {
  return organisation.id !== owner.id && organisation.kind !== "council";
}
