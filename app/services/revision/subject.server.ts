import { applyProposals, subjectIn } from "#app/domain/plan/apply.ts";
import type { SubjectKind } from "#app/domain/plan/revision.ts";
import type { Transaction } from "#db/client.server.ts";
import { readNewest } from "../plan/contents.server.ts";
import { ServiceError } from "../service-error.ts";
import {
  findRevision,
  type ItemVersion,
  listItemVersions,
  newestItems,
  type RevisionCodes,
} from "./find.server.ts";

/** How many years a plan may grow by, at most, in one revision. */
const mostYears = 10;

/** The years that a proposal may name: a plan may be continued beyond its term. */
export function proposalYears({ firstFy, lastFy }: { firstFy: number; lastFy: number }) {
  return { firstFy, lastFy: lastFy + mostYears };
}

/** A revision with the plan in force and the plan as it would be with all that is proposed. */
export async function openDraft(tx: Transaction, codes: RevisionCodes) {
  const found = await findRevision(tx, codes);
  const { content: inForce, ...newestVersion } = await readNewest(tx, found.plan.id);
  const versions = await listItemVersions(tx, found.revision.id);
  const items = newestItems(versions);
  const proposed = items.filter(({ state }) => state === "proposed");
  const { content: draft, conflicts } = applyProposals(inForce, proposed);
  const { organisationNames, organisationIds } = found;
  return {
    found,
    inForce,
    newestVersion,
    draft,
    conflicts,
    versions,
    items,
    organisationNames,
    organisationIds,
  };
}

/**
 * A draft with the thing that a proposal is about, as the draft has it: null for a new one. A thing
 * that was proposed and taken back stands as the plan has it. Throws `not_found` for an unknown code.
 */
export async function openSubject(
  tx: Transaction,
  codes: RevisionCodes,
  target: { kind: SubjectKind; code: string | null },
) {
  const draft = await openDraft(tx, codes);
  const stands = target.code === null ? null : subjectIn(draft.draft, target.kind, target.code);
  const newest = itemOf(draft.items, target);
  if (target.code !== null && !stands && !newest) throw new ServiceError("not_found");
  if (stands?.kind === "node" && stands.node.kind !== "project")
    throw new ServiceError("not_found");
  return { ...draft, stands: stands ?? null, newest };
}

export type SubjectReading = Awaited<ReturnType<typeof openSubject>>;

/** The newest version of an item; null where there is none. */
export function itemOf(
  items: readonly ItemVersion[],
  { kind, code }: { kind: SubjectKind; code: string | null },
): ItemVersion | null {
  return items.find((item) => item.subjectKind === kind && item.subjectCode === code) ?? null;
}
