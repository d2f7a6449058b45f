import type { LoaderFunctionArgs } from "@remix-run/node";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { readSheet } from "#app/services/sheet/read.server.ts";
import { forPage } from "../respond.server.ts";
import { serviceContext } from "../session.server.ts";
import { yearOf } from "../year.ts";

/** The evaluation sheet that a file is asked for. */
export async function readRequestedSheet(args: LoaderFunctionArgs): Promise<EvaluationSheet> {
  const context = await serviceContext(args);
  const { plan, node } = args.params;
  const codes = { plan: String(plan), node: String(node) };
  const reading = await forPage(readSheet(context, codes, yearOf(args.request)));
  if (!reading) throw new Error("A reading without an earlier version is never null.");
  return reading.sheet;
}
