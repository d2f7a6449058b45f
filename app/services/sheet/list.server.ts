import { type ServiceContext, transaction } from "../context.server.ts";
import { readState } from "../rollup/read.server.ts";

/**
 * The goals and strategies of a plan that have an evaluation sheet in a year. Null where the version
 * is still `unless`. Throws `not_found`.
 */
export function listSheets(
  context: ServiceContext,
  planCode: string,
  fy: number | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, planCode, fy);
    if (state.version === unless) return null;
    const { code, name, firstFy, lastFy, levelNames, sheet, ownerKind } = state.plan;
    const ofKind = (kind: "goal" | "strategy") =>
      state.nodes
        .filter((node) => node.kind === kind)
        .map(({ code, number, name, lead, themes }) => ({
          kind,
          code,
          number,
          name,
          lead,
          themes,
        }));
    return {
      version: state.version,
      plan: { code, name, firstFy, lastFy, levelNames, sheet, ownerKind },
      fy: state.fy,
      figures: state.figures,
      edition: state.edition,
      goals: ofKind("goal"),
      // Their own schedules are printed only where the plan's sheets are schedules.
      strategies: sheet === "schedule" ? ofKind("strategy") : [],
    };
  });
}

export type SheetList = NonNullable<Awaited<ReturnType<typeof listSheets>>>;
