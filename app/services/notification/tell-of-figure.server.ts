import { eq } from "drizzle-orm";
import { deciders, writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";
import type { ReportTarget } from "../observation/find-target.server.ts";
import { notify } from "./notify.server.ts";

/** What the words about a figure are made from. */
function detailOf({ indicator, organisation, fy }: ReportTarget): Record<string, string> {
  return { name: indicator.name, organisation: organisation.shortName, fy: String(fy) };
}

/**
 * Tells those who decide in the PT's lead that a figure was submitted to them, and `more` with it:
 * a grid of figures is one piece of news.
 */
export async function tellLead(
  tx: Transaction,
  context: SignedIn,
  target: ReportTarget,
  organisationId: string,
  more = 0,
): Promise<void> {
  if (target.lead === null) return;
  const [lead] = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, target.lead));
  if (!lead) return;
  await notify(tx, context, {
    kind: "submitted",
    to: { organisationId: target.lead, roles: deciders },
    organisationId,
    path: paths.review(lead.slug),
    detail: { ...detailOf(target), ...(more > 0 ? { more: String(more) } : {}) },
  });
}

/** Tells those who write for an organisation what the PT's lead decided about its figure. */
export async function tellReporter(
  tx: Transaction,
  context: SignedIn,
  target: ReportTarget,
  given: { kind: "returned" | "accepted"; organisationId: string },
): Promise<void> {
  const { plan, indicator, organisation, fy, period } = target;
  await notify(tx, context, {
    ...given,
    to: { organisationId: organisation.id, roles: writers },
    path: paths.report(organisation.slug, plan.code, indicator.code, fy, period),
    detail: detailOf(target),
  });
}
