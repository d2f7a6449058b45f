import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type AnswerTotal, totalOf } from "#app/domain/link/total.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { sourceNote } from "#app/i18n/link-record.ts";
import { reporterLinks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { appendVersion } from "../observation/append-version.server.ts";
import {
  findTarget,
  type ReportTarget,
  type TargetCodes,
} from "../observation/find-target.server.ts";
import { readNewestVersion } from "../observation/newest-version.server.ts";
import { stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ListedLink } from "./list.server.ts";
import { linksOfFigure } from "./of-figure.server.ts";

const fields = stepFields.extend({
  /** The answers as they were shown, by id: one, or all that the sum is made of. */
  answers: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).min(1).max(500)),
});

const longestNote = 2000;

/**
 * Takes what firms answered over into the organisation's own draft: one answer, or the sum of several,
 * with a note that says where it is from. Their links take no further answer. Throws `forbidden`,
 * `not_found`; `conflict` when one of the answers was corrected or the draft changed meanwhile, and
 * `locked` when the report takes no draft now.
 */
export async function takeLink(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { organisationId } = requireMembership(context, codes.organisation);
  authorize(context, "link.take", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { answers, baseVersion, requestKey } = parsed.data;
  await transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    const shown = (await linksOfFigure(tx, target, now)).flatMap((link) =>
      link.answer && answers.includes(link.answer.id) ? [link.id] : [],
    );
    if (shown.length !== new Set(answers).size) throw new ServiceError("conflict");
    const ended = await tx
      .update(reporterLinks)
      .set({ state: "used", endedAt: sql`now()` })
      .where(and(inArray(reporterLinks.id, shown), eq(reporterLinks.state, "open")))
      .returning({ id: reporterLinks.id });
    // From here on they stay as they are; what was corrected until then is seen now.
    const links = await linksOfFigure(tx, target, now);
    const taken = links.filter(({ answer }) => answer && answers.includes(answer.id));
    const content = taken.length === shown.length ? combined(target, links, taken) : null;
    if (content === null) throw new ServiceError("conflict");
    const before = (await readNewestVersion(tx, target))?.note ?? "";
    const source = sourceNote(taken, content.total, target.indicator.unit);
    const note = before.includes(source) ? before : [before, source].filter(Boolean).join("\n");
    await appendVersion(tx, context, target, {
      step: "save",
      baseVersion,
      requestKey,
      content: { ...content.answer, note: note.slice(0, longestNote) },
      authorOrganisationId: organisationId,
    });
    for (const { id } of ended)
      await record(tx, context, {
        action: "link.take",
        organisationId,
        subject: `${codes.organisation}/${id}`,
        detail: {
          plan: codes.plan,
          indicator: target.indicator.code,
          fy: target.fy,
          period: target.period,
        },
      });
  });
}

/** One answer as it is, or all of them as their sum; null where that is not what was asked for. */
function combined(
  { indicator }: ReportTarget,
  links: readonly ListedLink[],
  taken: readonly ListedLink[],
): { answer: AnswerContent; total: AnswerTotal | null } | null {
  const [only, ...more] = taken.flatMap(({ answer }) => answer?.content ?? []);
  if (!only) return null;
  if (more.length === 0) return { answer: only, total: null };
  const total = totalOf(
    indicator,
    links.map(({ answer }) => answer?.content ?? null),
  );
  const all = links.filter(({ answer }) => answer !== null).length;
  if (!total || taken.length !== all) return null;
  return { answer: { ...total.content, note: "" }, total };
}
