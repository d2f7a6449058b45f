import { and, eq } from "drizzle-orm";
import { type AnswerTotal, totalOf } from "#app/domain/link/total.ts";
import type { Transaction } from "#db/client.server.ts";
import { reporterLinks } from "#db/schema/index.ts";
import type { ReportTarget } from "../observation/find-target.server.ts";
import { type ListedLink, listLinks } from "./list.server.ts";

/** The links by which others were asked for a figure. Whom one asks no more is not among them. */
export async function linksOfFigure(
  tx: Transaction,
  target: ReportTarget,
  now: Date,
): Promise<ListedLink[]> {
  const links = await listLinks(
    tx,
    and(
      eq(reporterLinks.organisationId, target.organisation.id),
      eq(reporterLinks.indicatorId, target.indicator.id),
      eq(reporterLinks.fy, target.fy),
      eq(reporterLinks.period, target.period),
    ),
    now,
  );
  return links.filter(({ standing }) => standing !== "revoked");
}

/** What a report's page shows of them: the links, and the sum of what was answered where there is one. */
export async function askedOfFigure(
  tx: Transaction,
  target: ReportTarget,
): Promise<{ links: ListedLink[]; total: AnswerTotal | null }> {
  const links = await linksOfFigure(tx, target, new Date());
  const answers = links.map(({ answer }) => answer?.content ?? null);
  return { links, total: totalOf(target.indicator, answers) };
}
