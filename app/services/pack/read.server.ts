import { desc, eq } from "drizzle-orm";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PackFileType } from "#app/domain/pack/pack.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { publications } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { findPack, findPackFile, listPacks, type PackCodes } from "./find.server.ts";

/**
 * The council packs of a plan, and for those who may have one made what it can be made of: the
 * published editions, the newest year first, and the PTs. Throws `forbidden`, `not_found`.
 */
export async function describePacks(context: ServiceContext, planCode: string, now: Date) {
  authorize(context, "pack.read");
  return transaction(context, async (tx) => {
    const { plan, nodes } = await readDefinition(tx, planCode);
    return {
      plan: {
        code: plan.code,
        name: plan.name,
        levelNames: plan.levelNames,
        ownerKind: plan.ownerKind,
      },
      packs: await listPacks(tx, plan.id, now),
      mayMake: can(context.actor, "pack.make", { ownerOrganisationId: plan.ownerId }),
      editions: (await listAllEditions(tx, plan.id)).map(({ publishedAt, ...edition }) => ({
        ...edition,
        publishedOn: dateInJapan(publishedAt),
      })),
      pts: nodes
        .filter(({ kind }) => kind === "goal")
        .map(({ code, number, name, kind }) => ({ code, number, name, kind })),
    };
  });
}

function listAllEditions(tx: Transaction, planId: string) {
  return tx
    .select({
      fy: publications.fy,
      edition: publications.edition,
      title: publications.title,
      publishedAt: publications.createdAt,
    })
    .from(publications)
    .where(eq(publications.planId, planId))
    .orderBy(desc(publications.fy), desc(publications.edition));
}

/** One pack, how far its making has come, and whether the reader may have it made again. Throws `forbidden`, `not_found`. */
export async function readPack(context: ServiceContext, codes: PackCodes, now: Date) {
  authorize(context, "pack.read");
  return transaction(context, async (tx) => {
    const { plan, pack } = await findPack(tx, codes, now);
    const { nodes, plan: defined } = await readDefinition(tx, plan.code, () => pack.fy);
    return {
      plan: { code: plan.code, name: plan.name, levelNames: defined.levelNames },
      pack,
      pts: nodes
        .filter(({ kind, code }) => kind === "goal" && pack.pts.includes(code))
        .map(({ code, name }) => ({ code, name })),
      allPts: nodes.filter(({ kind }) => kind === "goal").length === pack.pts.length,
      mayMake: can(context.actor, "pack.make", { ownerOrganisationId: plan.ownerId }),
    };
  });
}

/** A file of a pack that is ready, with what it is called by. Throws `forbidden`, `not_found`. */
export async function readPackFile(context: ServiceContext, codes: PackCodes, type: PackFileType) {
  authorize(context, "pack.read");
  return transaction(context, async (tx) => {
    const { pack } = await findPack(tx, codes, new Date());
    const file = pack.state === "ready" ? await findPackFile(tx, pack.id, type) : undefined;
    if (!file) throw new ServiceError("not_found");
    return { pack, content: file.content };
  });
}
