import { ServiceError } from "../service-error.ts";

/**
 * The organisation has come to want a decision (決裁) between the reading and the writing of a step,
 * and the database holds it to that: the state allows the step no more.
 */
export function throwLockedIfUndecided(error: unknown): never {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("constraint_name" in at && at.constraint_name === "observation_versions_decided")
      throw new ServiceError("locked");
  throw error;
}
