import { z } from "zod";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Transaction } from "#db/client.server.ts";
import { ServiceError } from "../service-error.ts";
import { findLibrary } from "./find-library.server.ts";
import { listPracticeVersions } from "./versions.server.ts";

/** A case, as codes from a URL. */
export type PracticeCodes = { plan: string; practice: string };

/**
 * Proves that the case is the plan's and the reader's to see. Answers it with the version that counts
 * and every one, latest first. Throws `not_found` otherwise, also where it is another's draft.
 */
export async function findPractice(tx: Transaction, codes: PracticeCodes) {
  const library = await findLibrary(tx, codes.plan);
  const id = z.uuid().safeParse(codes.practice);
  if (!id.success) throw new ServiceError("not_found");
  const versions = await listPracticeVersions(tx, library.plan.id, id.data);
  const newest = newestVersion(versions);
  if (!newest) throw new ServiceError("not_found");
  return { ...library, versions, newest };
}
