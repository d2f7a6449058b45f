import { and, eq, type SQL, sql } from "drizzle-orm";
import { type PlanVersion, versionForYear } from "#app/domain/plan/revision.ts";
import { type PlanTree, planTree } from "#app/domain/plan/tree.ts";
import type { Transaction } from "#db/client.server.ts";
import { plans, planVersions } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import {
  definitionFacts,
  type Printed,
  planState,
  type VersionNotes,
} from "./state-columns.server.ts";

/** What is read once for every state of a plan's definition, and then kept in the process. */
type Kept = {
  state: string;
  organisationNames: Record<string, string>;
  organisationIds: Record<string, string>;
  versionNotes: VersionNotes;
  printed: Printed;
  /** Without what stands in them. */
  versions: PlanVersion[];
  /** What stands in them, the one read last at the end. */
  trees: Map<number, ReturnType<typeof withNames>>;
};
const kept = new Map<string, Kept>();

/** More than grade the years of any plan; who leafs through all versions of one fills no memory. */
const mostTrees = 8;

/**
 * A plan with the state of its figures and of its versions: one statement. Throws `not_found`.
 */
export async function readPlanState(tx: Transaction, code: string) {
  const known = kept.get(code);
  const unlessKnown = <Value>(value: SQL<Value>) =>
    sql<Value | null>`case when ${planState.definition} is distinct from ${known?.state ?? null}
      then ${value} end`;
  const [found] = await tx
    .select({
      plan: plans,
      state: planState,
      organisationNames: unlessKnown(definitionFacts.organisationNames),
      organisationIds: unlessKnown(definitionFacts.organisationIds),
      versionNotes: unlessKnown(definitionFacts.versionNotes),
      printed: unlessKnown(definitionFacts.printed),
      versions: unlessKnown(definitionFacts.versions),
    })
    .from(plans)
    .where(eq(plans.code, code))
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  const { definition, ...state } = found.state;
  const around: Kept =
    known?.state === definition
      ? known
      : {
          state: definition,
          organisationNames: found.organisationNames ?? {},
          organisationIds: found.organisationIds ?? {},
          versionNotes: found.versionNotes ?? {},
          printed: found.printed ?? {},
          versions: found.versions ?? [],
          trees: new Map(),
        };
  kept.set(code, around);
  const { versions } = around;
  return { plan: { ...found.plan, ...state, versions, definitionVersion: definition }, around };
}

export type PlanReadingState = Awaited<ReturnType<typeof readPlanState>>;

/**
 * The definition of one version of a plan: nodes in printed order with lead and themes (a policy's
 * theme holds for its projects), indicators, and where each is shown. A version never changes, so
 * that a process reads it once as long as somebody asks for it: one statement, and later none.
 */
export async function readVersion(
  tx: Transaction,
  { plan, around }: PlanReadingState,
  version: PlanVersion,
) {
  let tree = around.trees.get(version.version);
  if (!tree) {
    const [row] = await tx
      .select({ content: planVersions.content })
      .from(planVersions)
      .where(and(eq(planVersions.planId, plan.id), eq(planVersions.version, version.version)));
    if (!row) throw new ServiceError("not_found");
    tree = withNames(planTree(row.content), around);
  }
  around.trees.delete(version.version);
  around.trees.set(version.version, tree);
  const [oldest] = around.trees.keys();
  if (oldest !== undefined && around.trees.size > mostTrees) around.trees.delete(oldest);
  const { organisationNames, organisationIds, versionNotes } = around;
  return { plan, planVersion: version, organisationNames, organisationIds, versionNotes, ...tree };
}

/** Completes a tree by what is not part of the plan's document. */
function withNames(
  tree: PlanTree,
  { organisationNames, printed }: Pick<Kept, "organisationNames" | "printed">,
) {
  return {
    ...tree,
    nodes: tree.nodes.map((node) => {
      const lead = node.organisations.find(({ role }) => role === "lead")?.slug;
      return {
        ...node,
        lead:
          lead === undefined ? null : { slug: lead, shortName: organisationNames[lead] ?? lead },
        /** Counts that a document prints for the node. */
        printed: printed[node.id] ?? [],
      };
    }),
  };
}

/**
 * A plan with the definition that a fiscal year is graded by, or that is in force where no year is
 * given. Throws `not_found`.
 */
export async function readDefinition(
  tx: Transaction,
  code: string,
  yearOf: (plan: PlanReadingState["plan"]) => number | null = () => null,
) {
  const state = await readPlanState(tx, code);
  const fy = yearOf(state.plan);
  const { versions } = state.plan;
  const version = fy === null ? versions.at(-1) : versionForYear(versions, fy);
  if (!version) throw new ServiceError("not_found");
  return readVersion(tx, state, version);
}

export type Definition = Awaited<ReturnType<typeof readVersion>>;
export type DefinitionNode = Definition["nodes"][number];
