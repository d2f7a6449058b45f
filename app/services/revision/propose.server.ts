import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { codeOf, subjectIn } from "#app/domain/plan/apply.ts";
import { diffIndicator, diffNode } from "#app/domain/plan/diff.ts";
import { readIndicatorForm } from "#app/domain/plan/indicator-form.ts";
import { readProjectForm } from "#app/domain/plan/project-form.ts";
import {
  revisionCapabilities,
  type SubjectContent,
  type SubjectKind,
} from "#app/domain/plan/revision.ts";
import type { Transaction } from "#db/client.server.ts";
import { revisionItems } from "#db/schema/index.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { readContent } from "../plan/contents.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendItem } from "./append-item.server.ts";
import type { RevisionCodes } from "./find.server.ts";
import { placeOf, rightsAt } from "./rights.server.ts";
import { openSubject, proposalYears, type SubjectReading } from "./subject.server.ts";

const formFields = stepFields.extend({
  /** The version of the plan that the form was made from; the newest where it does not say. */
  planVersion: z.coerce.number().int().min(1).optional(),
  reason: z.string().trim().min(1, "revision.reason").max(1000, "plan.too_long"),
});

/** What is to be proposed: a node or an indicator by its code, or a new one. */
export type ProposalTarget = { kind: SubjectKind; code: string | null };

/**
 * Proposes what a revision is to make of a project or a KPI, or a new one, with the reason. A later
 * proposal for the same thing takes the place of the earlier one, which stays in its history. Answers
 * the code. Throws `forbidden`, `not_found`, `invalid`, `locked` once the revision takes no more
 * proposals, and `conflict` where somebody else proposed meanwhile.
 */
export function proposeChange(
  context: ServiceContext,
  codes: RevisionCodes,
  given: ProposalTarget,
  input: Readonly<Record<string, string>>,
): Promise<string> {
  return transaction(context, async (tx) => {
    await lockVersions(tx, codes.plan);
    const target = await knownTarget(tx, given, input);
    const opened = await openSubject(tx, codes, target);
    const { found, draft, stands, newest, organisationIds } = opened;
    const place = stands ? placeOf(stands) : placeTyped(target, input);
    const at = (code: string | null) => rightsAt(draft, code, found.plan, organisationIds);
    const { context: signedIn, membership } = authorizeAs(context, "revision.propose", at(place));
    if (!revisionCapabilities[found.revision.state].takesProposals)
      throw new ServiceError("locked");
    const form = formFields.safeParse(input);
    const read = readSubject(opened, target, input);
    if (!form.success || !read.ok)
      throw new ServiceError("invalid", {
        errors: { ...(read.ok ? {} : read.errors), ...fieldErrors(form.error) },
      });
    // Where it would go to is somebody's too.
    authorizeAs(context, "revision.propose", at(placeOf(read.subject)));
    const code = codeOf(read.subject);
    if (target.code !== null && code !== target.code)
      throw new ServiceError("invalid", { errors: { code: "plan.code" } });
    // What came into force since the form was opened is nobody's wish to take back.
    const { planVersion = opened.newestVersion.version, ...step } = form.data;
    const formed = await readContent(tx, found.plan.id, planVersion);
    const basis = subjectIn(formed.content, target.kind, code);
    if (!newest && isUnchanged(basis, read.subject))
      throw new ServiceError("invalid", { errors: { name: "revision.unchanged" } });
    await appendItem(tx, signedIn, "revision.propose", {
      found,
      subject: { kind: target.kind, code },
      newest,
      step: "propose",
      content: read.subject,
      basis,
      organisationId: membership.organisationId,
      authorOrganisationId: membership.organisationId,
      ...step,
    });
    return code;
  });
}

/** The form of something new that is sent again is about what it proposed the first time. */
async function knownTarget(
  tx: Transaction,
  target: ProposalTarget,
  input: Readonly<Record<string, string>>,
): Promise<ProposalTarget> {
  const key = z.uuid().safeParse(input.requestKey);
  if (target.code !== null || !key.success) return target;
  const { subjectKind, subjectCode, requestKey } = revisionItems;
  const [sent] = await tx
    .select({ code: subjectCode })
    .from(revisionItems)
    .where(and(eq(subjectKind, target.kind), eq(requestKey, key.data)));
  return { ...target, code: sent?.code ?? null };
}

function placeTyped({ kind }: ProposalTarget, input: Readonly<Record<string, string>>) {
  return (kind === "node" ? input.parent : input.home) ?? null;
}

type Read = { ok: true; subject: SubjectContent } | { ok: false; errors: Record<string, string> };

/** The project or the KPI that the form says. */
function readSubject(
  { found, draft, stands, organisationNames }: SubjectReading,
  { kind }: ProposalTarget,
  input: Readonly<Record<string, string>>,
): Read {
  const common = { content: draft, years: proposalYears(found.plan), newId: randomUUID };
  if (kind === "node") {
    const before = stands?.kind === "node" ? stands.node : null;
    const read = readProjectForm(input, { ...common, before, scope: "revision" });
    return read.ok ? { ok: true, subject: { kind, node: read.node } } : read;
  }
  const before = stands?.kind === "indicator" ? stands.indicator : null;
  const organisations = Object.keys(organisationNames);
  const read = readIndicatorForm(input, { ...common, before, organisations });
  return read.ok ? { ok: true, subject: { kind, indicator: read.indicator } } : read;
}

function isUnchanged(basis: SubjectContent | null, proposed: SubjectContent): boolean {
  if (basis?.kind === "node" && proposed.kind === "node")
    return diffNode(basis.node, proposed.node) === null;
  if (basis?.kind === "indicator" && proposed.kind === "indicator")
    return diffIndicator(basis.indicator, proposed.indicator) === null;
  return false;
}
