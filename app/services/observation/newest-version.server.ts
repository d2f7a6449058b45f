import { and, desc, eq, getTableColumns } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { imports, observationVersions, organisations, users } from "#db/schema/index.ts";
import type { ReportTarget } from "./find-target.server.ts";

/** What an answer says, for readings that show one. */
export const answerColumns = {
  quality: observationVersions.quality,
  value: observationVersions.value,
  numerator: observationVersions.numerator,
  denominator: observationVersions.denominator,
  words: observationVersions.words,
  reached: observationVersions.reached,
  note: observationVersions.note,
  isDemo: observationVersions.isDemo,
};

const columns = {
  ...getTableColumns(observationVersions),
  author: users.name,
  /** The file that it came with, and whose that is; null for those who do not see it. */
  importName: imports.fileName,
  importOrganisation: organisations.slug,
};

/** The newest version that the actor may see, with its author's name; null when there is none. */
export async function readNewestVersion(tx: Transaction, target: ReportTarget) {
  const [newest] = await versionsOf(tx, target).limit(1);
  return newest ?? null;
}

/** All versions that the actor may see, newest first. */
export function versionsOf(tx: Transaction, target: ReportTarget) {
  const version = observationVersions;
  return tx
    .select(columns)
    .from(version)
    .leftJoin(users, eq(users.id, version.authorId))
    .leftJoin(imports, eq(imports.id, version.importId))
    .leftJoin(organisations, eq(organisations.id, imports.organisationId))
    .where(
      and(
        eq(version.indicatorId, target.indicator.id),
        eq(version.organisationId, target.organisation.id),
        eq(version.fy, target.fy),
        eq(version.period, target.period),
      ),
    )
    .orderBy(desc(version.version));
}
