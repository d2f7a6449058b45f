import { and, desc, eq } from "drizzle-orm";
import { wordDiff } from "#app/domain/sheet/word-diff.ts";
import { can } from "#app/policy/can.ts";
import { narratives, organisations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { readSheet } from "../sheet/read.server.ts";
import { findPlace, type NarrativeCodes } from "./find-place.server.ts";

/** So many versions are compared, each with the one before: it takes time, and few look further. */
const shownVersions = 20;

/**
 * A text of an evaluation sheet with its newest versions, newest first, each with what it changed,
 * how many older ones there are, the sheet itself, and whether the reader may change it. Throws
 * `forbidden` for people who are not members, `not_found`.
 */
export async function readNarrative(context: ServiceContext, codes: NarrativeCodes) {
  authorize(context, "rollup.read");
  const reading = await readSheet(context, codes, codes.fy);
  return transaction(context, async (tx) => {
    const { node, part, fy, rights } = await findPlace(tx, codes);
    const ofText = and(
      eq(narratives.nodeId, node.id),
      eq(narratives.fy, fy),
      eq(narratives.part, part),
    );
    // One more than is shown: what the last one shown has changed.
    const versions = await tx
      .select({
        version: narratives.version,
        text: narratives.text,
        author: users.name,
        organisation: organisations.shortName,
        createdAt: narratives.createdAt,
      })
      .from(narratives)
      .innerJoin(organisations, eq(organisations.id, narratives.authorOrganisationId))
      .leftJoin(users, eq(users.id, narratives.authorId))
      .where(ofText)
      .orderBy(desc(narratives.version))
      .limit(shownVersions + 1);
    const shown = versions.slice(0, shownVersions);
    return {
      // Without `unless` there always is one.
      sheet: reading?.sheet ?? null,
      part,
      newest: { version: versions[0]?.version ?? 0, text: versions[0]?.text ?? "" },
      versions: shown.map(({ text, ...version }, index) => ({
        ...version,
        changes: wordDiff(versions[index + 1]?.text ?? "", text),
      })),
      olderVersions: (await tx.$count(narratives, ofText)) - shown.length,
      maySave: can(context.actor, "narrative.save", rights),
    };
  });
}
