import { createHash } from "node:crypto";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PackFileType } from "#app/domain/pack/pack.ts";
import type { Transaction } from "#db/client.server.ts";
import { councilPackFiles, councilPacks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { findPack } from "./find.server.ts";
import { type Making, signOfLife } from "./make.server.ts";

/** The making of a pack that somebody else has taken up since: whoever held it stops. */
export class TakenUp extends Error {}

type Step = { stepsDone?: number; state?: "ready" | "failed"; problem?: string; madeAt?: SQL };

/**
 * Writes how far the making has come and gives a sign of life, against the one given last: who has
 * the last one is at work. Answers the new one. Throws TakenUp where it is another's.
 */
async function moveOn(tx: Transaction, { id, sign }: Making, step: Step): Promise<string> {
  const [moved] = await tx
    .update(councilPacks)
    .set({ ...step, movedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(councilPacks.id, id),
        eq(councilPacks.state, "making"),
        sql`${councilPacks.movedAt} = ${sign}::timestamptz`,
      ),
    )
    .returning({ sign: signOfLife });
  if (!moved) throw new TakenUp();
  return moved.sign;
}

/** Says that so many steps are done, or only that the maker is alive. Answers the new sign of life. */
export function reportPackStep(
  context: ServiceContext,
  making: Making,
  stepsDone?: number,
): Promise<string> {
  return asMaker(context, making, (tx) =>
    moveOn(tx, making, stepsDone === undefined ? {} : { stepsDone }),
  );
}

/** Ends the making without files: `problem` is a key of the catalogue of words. */
export function endPackWithout(
  context: ServiceContext,
  making: Making,
  problem: string,
): Promise<string> {
  return asMaker(context, making, (tx) => moveOn(tx, making, { state: "failed", problem }));
}

/** Keeps the files of a pack: from here on it stays as it is. */
export function keepPackFiles(
  context: ServiceContext,
  making: Making,
  contents: Readonly<Record<PackFileType, Uint8Array>>,
): Promise<void> {
  const files = Object.entries(contents).map(([type, content]) => ({
    packId: making.id,
    type: type as PackFileType,
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    content,
  }));
  return asMaker(context, making, async (tx, { signedIn, organisationId }) => {
    // First the sign of life: it holds the row, and whoever lost the pack keeps nothing.
    const sign = await moveOn(tx, making, {});
    await tx.insert(councilPackFiles).values(files);
    await moveOn(tx, { ...making, sign }, { state: "ready", madeAt: sql`now()` });
    await record(tx, signedIn, {
      action: "pack.make",
      organisationId,
      subject: `${making.plan}/packs/${making.id}`,
      detail: {
        step: "made",
        ...Object.fromEntries(files.map(({ type, sha256 }) => [type, sha256])),
      },
    });
  });
}

type Maker = { signedIn: Parameters<typeof record>[1]; organisationId: string };

/** Runs a step of the making by whoever may have the plan's packs made. */
function asMaker<Result>(
  context: ServiceContext,
  making: Making,
  work: (tx: Transaction, maker: Maker) => Promise<Result>,
): Promise<Result> {
  return transaction(context, async (tx) => {
    const codes = { plan: making.plan, pack: making.id };
    const { plan } = await findPack(tx, codes, new Date());
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn, membership } = authorizeAs(context, "pack.make", rights);
    return work(tx, { signedIn, organisationId: membership.organisationId });
  });
}
