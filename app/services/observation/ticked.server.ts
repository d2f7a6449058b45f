import type { PostedReview, ReviewResult } from "#app/domain/observation/review-rows.ts";
import type { Transaction } from "#db/client.server.ts";
import { ServiceError } from "../service-error.ts";
import type { ReportTarget } from "./find-target.server.ts";
import { fieldErrors, stepFields } from "./write.server.ts";

/** More than a page shows; each is judged by itself. */
const most = 500;

export type Ticked = {
  key: string;
  target: ReportTarget;
  baseVersion: number;
  requestKey: string;
};

/** The answers that a form ticks, each proven by `find` to be the actor's to judge. Throws `invalid`. */
export async function findTicked(
  rows: readonly PostedReview[],
  find: (codes: PostedReview["codes"]) => Promise<ReportTarget>,
): Promise<Ticked[]> {
  if (rows.length > most) throw new ServiceError("invalid", { errors: { tick: "form.stale" } });
  const found: Ticked[] = [];
  for (const { key, codes, fields } of rows) {
    const step = stepFields.safeParse(fields);
    if (!step.success) throw new ServiceError("invalid", { errors: fieldErrors(step.error) });
    found.push({ key, target: await find(codes), ...step.data });
  }
  return found;
}

/** Judges one answer in a part of the transaction of its own, and says what became of it. */
export async function judgeTicked(
  tx: Transaction,
  judge: (part: Transaction) => Promise<unknown>,
): Promise<ReviewResult["outcome"]> {
  try {
    await tx.transaction(judge);
    return "done";
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.concernsOwn) return "own";
    if (error.code === "conflict" || error.code === "locked") return error.code;
    // Taken back while the list lay open: a draft does not exist for a reviewer.
    if (error.code === "not_found") return "locked";
    throw error;
  }
}
