import type { Transaction } from "#db/client.server.ts";
import { findProject, type ProjectCodes } from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";
import { listActivities } from "./list.server.ts";

/** An activity of a project, as codes from a URL. */
export type ActivityCodes = ProjectCodes & { activity: string };

/**
 * Proves that the activity is one of the project in the plan in force. Answers both, the activity
 * with its reports. Throws `not_found` otherwise.
 */
export async function findActivity(tx: Transaction, codes: ActivityCodes) {
  const project = await findProject(tx, codes);
  const listed = await listActivities(tx, project.node.id);
  const activity = listed.find(({ id }) => id === codes.activity);
  if (!activity) throw new ServiceError("not_found");
  return { project, activity };
}
