import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { isInterrupted } from "#app/domain/pack/pack.ts";
import type { Transaction } from "#db/client.server.ts";
import { councilPackFiles, councilPacks, plans, users } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** A pack of a plan, as codes from a URL. */
export type PackCodes = { plan: string; pack: string };

const columns = {
  id: councilPacks.id,
  fy: councilPacks.fy,
  edition: councilPacks.edition,
  meeting: councilPacks.meeting,
  meetingOn: councilPacks.meetingOn,
  pts: councilPacks.pts,
  parts: councilPacks.parts,
  state: councilPacks.state,
  stepsDone: councilPacks.stepsDone,
  stepsTotal: councilPacks.stepsTotal,
  problem: councilPacks.problem,
  createdAt: councilPacks.createdAt,
  movedAt: councilPacks.movedAt,
  madeAt: councilPacks.madeAt,
  author: users.name,
  files: sql<{ type: "pdf" | "xlsx"; size: number }[]>`(
    select coalesce(json_agg(json_build_object('type', f.type, 'size', f.size) order by f.type), '[]')
    from council_pack_files f where f.pack_id = ${councilPacks.id})`,
};

function packsOf(tx: Transaction) {
  return tx
    .select(columns)
    .from(councilPacks)
    .innerJoin(users, eq(users.id, councilPacks.authorId));
}

/** The packs of a plan, those of the newest meeting first; `now` decides what was interrupted. */
export async function listPacks(tx: Transaction, planId: string, now: Date) {
  const packs = await packsOf(tx)
    .where(eq(councilPacks.planId, planId))
    .orderBy(desc(councilPacks.meetingOn), desc(councilPacks.createdAt), desc(councilPacks.id));
  return packs.map((pack) => ({ ...pack, isInterrupted: isInterrupted(pack, now) }));
}

/** A pack of an id from the outside with its plan, which must be the plan of the URL. Throws `not_found`. */
export async function findPack(tx: Transaction, codes: PackCodes, now: Date) {
  const id = z.uuid().safeParse(codes.pack);
  if (!id.success) throw new ServiceError("not_found");
  const [found] = await tx
    .select({ planId: plans.id, ownerId: plans.ownerId, code: plans.code, name: plans.name })
    .from(plans)
    .where(eq(plans.code, codes.plan));
  const [pack] = found
    ? await packsOf(tx).where(
        and(eq(councilPacks.planId, found.planId), eq(councilPacks.id, id.data)),
      )
    : [];
  if (!found || !pack) throw new ServiceError("not_found");
  const { planId, ...plan } = found;
  return {
    plan: { id: planId, ...plan },
    pack: { ...pack, isInterrupted: isInterrupted(pack, now) },
  };
}

/** A file of a pack; undefined until it is made. */
export async function findPackFile(tx: Transaction, packId: string, type: "pdf" | "xlsx") {
  const [file] = await tx
    .select({ content: councilPackFiles.content })
    .from(councilPackFiles)
    .where(and(eq(councilPackFiles.packId, packId), eq(councilPackFiles.type, type)));
  return file;
}
