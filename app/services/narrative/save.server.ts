import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { trimLineEnds } from "#app/domain/line-ends.ts";
import { longestNarrative } from "#app/domain/sheet/narratives.ts";
import type { Transaction } from "#db/client.server.ts";
import { narratives } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { moveFiguresVersion } from "../evaluation/recompute.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { findPlace, type NarrativeCodes, type NarrativePlace } from "./find-place.server.ts";

/** Without blank lines around it and blanks at the ends of lines; a line keeps its indentation. */
function tidy(text: string): string {
  return trimLineEnds(text).replace(/^\n+/, "").trimEnd();
}

const fields = z.object({
  /** Plain text with line breaks; empty takes it away. */
  text: typedText(longestNarrative, "narrative.too_long", tidy),
  /** The version that the person saw; 0 where there was none. */
  baseVersion: z.coerce.number().int().min(0),
});

/**
 * Writes a text of an evaluation sheet as its next version; the earlier ones stay as its history. A
 * text that is the same as before changes nothing. Throws `forbidden`, `not_found`, `invalid`, and
 * `conflict` when somebody was faster.
 */
export function saveNarrative(
  context: ServiceContext,
  codes: NarrativeCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const place = await findPlace(tx, codes);
    const { context: signedIn, membership } = authorizeAs(context, "narrative.save", place.rights);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { text, baseVersion } = parsed.data;
    const newest = await newestText(tx, place);
    if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    if ((newest?.text ?? "") === text) return;
    const written = await tx
      .insert(narratives)
      .values({
        nodeId: place.node.id,
        fy: place.fy,
        part: place.part,
        version: baseVersion + 1,
        text,
        authorId: signedIn.actor.id,
        authorOrganisationId: membership.organisationId,
      })
      .onConflictDoNothing()
      .returning({ id: narratives.id });
    if (written.length === 0) throw new ServiceError("conflict");
    await record(tx, signedIn, {
      action: "narrative.save",
      organisationId: membership.organisationId,
      subject: `${place.plan.code}/${place.node.code}/${place.fy}/${place.part}`,
      detail: { version: baseVersion + 1, before: newest?.text ?? null, after: text },
    });
    await moveFiguresVersion(tx, place.plan.id);
  });
}

async function newestText(tx: Transaction, { node, fy, part }: NarrativePlace) {
  const [newest] = await tx
    .select({ version: narratives.version, text: narratives.text })
    .from(narratives)
    .where(and(eq(narratives.nodeId, node.id), eq(narratives.fy, fy), eq(narratives.part, part)))
    .orderBy(desc(narratives.version))
    .limit(1);
  return newest ?? null;
}
