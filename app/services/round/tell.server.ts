import { deciders, type Role, roles, writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import type { SignedIn } from "../context.server.ts";
import { notify } from "../notification/notify.server.ts";
import type { FoundRound } from "./find.server.ts";
import { countQuestions } from "./questions.server.ts";

type Told = {
  step: "open" | "extend" | "reopen";
  /** The due day of an organisation, by its slug. */
  dueOnOf: (organisation: string) => string;
  reason?: string;
  /** Only this one. */
  organisation?: string;
};

/** Tells those who write for the organisations that a round asks how much they answer until when. */
export async function tellReporters(
  tx: Transaction,
  context: SignedIn,
  { plan, round }: Pick<FoundRound, "plan" | "round">,
  { step, dueOnOf, reason = "", organisation }: Told,
): Promise<void> {
  for (const asked of await countQuestions(tx, round.id)) {
    const { organisationId, slug, count, indicatorIds } = asked;
    if (organisation !== undefined && organisation !== slug) continue;
    await notify(tx, context, {
      kind: "round",
      to: { organisationId, roles: writers, about: indicatorIds },
      organisationId: plan.ownerId,
      path: paths.entry(slug, plan.code, round.number),
      detail: { name: round.title, step, dueOn: dueOnOf(slug), count: String(count), reason },
    });
  }
}

/** Tells the members of the organisations that were asked, and who decides in the leads, of the result. */
export async function tellOfPublication(
  tx: Transaction,
  context: SignedIn,
  { plan, round }: Pick<FoundRound, "plan" | "round">,
  leadIds: readonly string[],
): Promise<void> {
  const asked = await countQuestions(tx, round.id);
  const told = new Map<string, readonly Role[]>(leadIds.map((id) => [id, deciders]));
  for (const { organisationId } of asked) told.set(organisationId, roles);
  for (const [organisationId, to] of told)
    await notify(tx, context, {
      kind: "round",
      to: { organisationId, roles: to },
      organisationId: plan.ownerId,
      path: paths.round(plan.code, round.number),
      detail: { name: round.title, step: "publish" },
    });
}
