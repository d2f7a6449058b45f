import { eq } from "drizzle-orm";
import { type LinkStanding, linkStandings } from "#app/domain/link/standing.ts";
import { can } from "#app/policy/can.ts";
import { reporterLinks } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { listLinks } from "./list.server.ts";

/**
 * The links by which an organisation asked others for figures, the newest first, and how many there are
 * of each standing; only those of `standing` where it is one. Who only reads sees no addresses. Throws
 * `forbidden` for people of other organisations.
 */
export async function readLink(
  context: ServiceContext,
  slug: string,
  standing: string | null,
  now: Date,
) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  authorize(context, "link.read", { organisationId });
  const mayAsk = can(context.actor, "link.ask", { organisationId });
  return transaction(context, async (tx) => {
    const links = await listLinks(tx, eq(reporterLinks.organisationId, organisationId), now);
    const chosen = linkStandings.find((each) => each === standing) ?? null;
    const counts = Object.fromEntries(
      linkStandings.map((each) => [each, links.filter((link) => link.standing === each).length]),
    ) as Record<LinkStanding, number>;
    return {
      membership,
      counts,
      chosen,
      mayAsk,
      links: links
        .filter((link) => chosen === null || link.standing === chosen)
        .map((link) => (mayAsk ? link : { ...link, email: null })),
    };
  });
}
