import { eq } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import type { ObservationStep } from "#app/domain/observation/states.ts";
import { deciders, writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/index.ts";
import { decidersOf } from "../approval/deciders-of.server.ts";
import type { SignedIn } from "../context.server.ts";
import type { ReportTarget } from "../observation/find-target.server.ts";
import { notify } from "./notify.server.ts";

/** What the words about a figure are made from, and about how many `more`. */
function detailOf({ indicator, organisation, fy }: ReportTarget, more = 0): Record<string, string> {
  const detail = { name: indicator.name, organisation: organisation.shortName, fy: String(fy) };
  return more > 0 ? { ...detail, more: String(more) } : detail;
}

/** A figure and the step that was taken with it; null where the step had been taken before. */
export type TakenStep = { step: ObservationStep | null | undefined; target: ReportTarget };

/**
 * Tells of an organisation's figures that left their writer's hands: those who decide in it of what
 * was proposed to them, the PTs' leads of what was submitted to them. A grid of figures is one piece
 * of news for each of them.
 */
export async function tellHandedIn(
  tx: Transaction,
  context: SignedIn,
  taken: readonly TakenStep[],
  organisationId: string,
): Promise<void> {
  const targets = (wanted: readonly ObservationStep[]) =>
    taken.flatMap(({ step, target }) => (step && wanted.includes(step) ? [target] : []));
  const [proposed, ...more] = targets(["propose"]);
  if (proposed)
    await notify(tx, context, {
      kind: "approval",
      to: await decidersOf(tx, organisationId),
      organisationId,
      path: paths.approval(proposed.organisation.slug),
      detail: detailOf(proposed, more.length),
    });
  for (const [lead, [first, ...others]] of groupBy(targets(["submit", "approve"]), leadOf)) {
    if (!first || lead === null) continue;
    await notify(tx, context, {
      kind: "submitted",
      to: { organisationId: lead, roles: deciders, about: [first, ...others].map(indicatorOf) },
      organisationId,
      path: paths.review(await slugOf(tx, lead)),
      detail: detailOf(first, others.length),
    });
  }
}

const leadOf = ({ lead }: ReportTarget) => lead;
const indicatorOf = ({ indicator }: ReportTarget) => indicator.id;

async function slugOf(tx: Transaction, organisationId: string): Promise<string> {
  const [found] = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return found?.slug ?? "";
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
    to: { organisationId: organisation.id, roles: writers, about: [indicator.id] },
    path: paths.report(organisation.slug, plan.code, indicator.code, fy, period),
    detail: detailOf(target),
  });
}

/** Tells the writer of a proposed figure that it was sent back inside their organisation. */
export async function tellProposer(
  tx: Transaction,
  context: SignedIn,
  target: ReportTarget,
  given: { proposerId: string; organisationId: string },
): Promise<void> {
  const { plan, indicator, organisation, fy, period } = target;
  await notify(tx, context, {
    kind: "returned",
    to: [given.proposerId],
    organisationId: given.organisationId,
    path: paths.report(organisation.slug, plan.code, indicator.code, fy, period),
    detail: { ...detailOf(target), inside: "yes" },
  });
}
