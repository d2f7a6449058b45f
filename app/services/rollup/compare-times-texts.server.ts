import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import type { Transaction } from "#db/client.server.ts";
import { narratives, planNodes } from "#db/schema/index.ts";

type Text = { nodeId: string; part: NarrativePart; text: string };
type Scope = { planId: string; fy: number };

/** The texts of evaluation sheets as they stood at a moment; for members. */
export function textsAt(tx: Transaction, { planId, fy }: Scope, at: SQL): Promise<Text[]> {
  return tx
    .selectDistinctOn([narratives.nodeId, narratives.part], {
      nodeId: narratives.nodeId,
      part: narratives.part,
      text: narratives.text,
    })
    .from(narratives)
    .where(
      and(
        eq(narratives.fy, fy),
        sql`(${narratives.createdAt} <= ${at} or ${narratives.authorId} is null)`,
        inArray(
          narratives.nodeId,
          tx.select({ id: planNodes.id }).from(planNodes).where(eq(planNodes.planId, planId)),
        ),
      ),
    )
    .orderBy(narratives.nodeId, narratives.part, desc(narratives.version));
}

/** Those that an edition froze. */
export async function textsOfEdition(
  tx: Transaction,
  { planId, fy }: Scope,
  edition: number,
): Promise<Text[]> {
  return tx.execute<Text>(sql`
    select t.* from publications p,
      jsonb_to_recordset(p.content -> 'narratives') t("nodeId" text, part text, text text)
    where p.plan_id = ${planId} and p.fy = ${fy} and p.edition = ${edition}`);
}

/** Which texts are others; an emptied one is none. */
export function changedTexts(before: readonly Text[], after: readonly Text[]) {
  const keyOf = ({ nodeId, part }: Text) => `${nodeId} ${part}`;
  const was = new Map(before.map((text) => [keyOf(text), text.text]));
  const is = new Map(after.map((text) => [keyOf(text), text]));
  const all = new Map([...before, ...after].map((text) => [keyOf(text), text]));
  return [...all.values()].flatMap(({ nodeId, part }) => {
    const key = `${nodeId} ${part}`;
    const texts = { before: was.get(key) ?? "", after: is.get(key)?.text ?? "" };
    return texts.before === texts.after ? [] : [{ nodeId, part, ...texts }];
  });
}
