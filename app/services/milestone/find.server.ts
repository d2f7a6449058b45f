import { z } from "zod";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  type FoundProject,
  findProject,
  type ProjectCodes,
} from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";
import { listMilestoneVersions } from "./list-versions.server.ts";

/** A milestone of a project, as codes from a URL. */
export type MilestoneCodes = ProjectCodes & { milestone: string };

/**
 * Proves that the milestone is the project's. Answers both with the version that counts and
 * every one, latest first. Throws `not_found` otherwise.
 */
export async function findMilestone(tx: Transaction, codes: MilestoneCodes) {
  const project = await findProject(tx, codes);
  const id = z.uuid().safeParse(codes.milestone);
  if (!id.success) throw new ServiceError("not_found");
  const versions = await listMilestoneVersions(tx, project.node.id, id.data);
  const newest = newestVersion(versions);
  if (!newest) throw new ServiceError("not_found");
  return { project, versions, newest, rights: advanceRights(project, newest.organisation.id) };
}

/** What the right to say how far a milestone has come depends on. */
export function advanceRights(project: FoundProject, responsibleId: string) {
  return { ...project.rights, organisationId: responsibleId };
}
