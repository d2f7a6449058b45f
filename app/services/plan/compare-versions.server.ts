import { changeContext } from "#app/domain/plan/change-context.ts";
import { changeList } from "#app/domain/plan/change-list.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { readContent } from "./contents.server.ts";
import { readPlanState } from "./read-definition.server.ts";

/**
 * What a version of a plan changed against another one, the one before it unless said, arranged by PT
 * and project. Public, as the definitions of adopted plans are. Throws `not_found`.
 */
export function compareVersions(
  context: ServiceContext,
  codes: { plan: string; version: number; against: number | null },
) {
  return transaction(context, async (tx) => {
    const { plan, around } = await readPlanState(tx, codes.plan);
    const known = (version: number) => {
      const found = plan.versions.find((each) => each.version === version);
      if (!found) throw new ServiceError("not_found");
      return found;
    };
    const version = known(codes.version);
    const earlier = codes.against ?? (version.version > 1 ? version.version - 1 : null);
    const against = earlier === null ? null : known(earlier);
    const row = await readContent(tx, plan.id, version.version);
    const before = against ? await readContent(tx, plan.id, against.version) : null;
    const { reason, notes, adoptedOn, content } = row;
    const changes = before ? diffPlans(before.content, content) : [];
    return {
      plan: { code: plan.code, name: plan.name, levelNames: plan.levelNames },
      versions: plan.versions,
      version: { ...version, reason, adoptedOn },
      against,
      notes,
      organisationNames: around.organisationNames,
      groups: changeList(content, changes),
      ...changeContext(before?.content ?? content, content, changes),
    };
  });
}

export type ComparisonReading = Awaited<ReturnType<typeof compareVersions>>;
