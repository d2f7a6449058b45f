import { groupBy } from "#app/domain/group-by.ts";
import { type PracticeFilter, passesFilter } from "#app/domain/practice/filter.ts";
import { placesIn } from "#app/domain/practice/outline.ts";
import { practiceCapabilities } from "#app/domain/practice/states.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { newestRollouts } from "../rollout/list.server.ts";
import { findLibrary } from "./find-library.server.ts";
import { readOutline } from "./outline.server.ts";
import { newestPractices } from "./versions.server.ts";

/**
 * The library of a plan: the shared cases that pass the filter, with what others make of them, and
 * what the reader's organisations have not shared or have taken back. What can be filtered by comes
 * from all shared cases. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function listPractices(context: ServiceContext, plan: string, filter: PracticeFilter) {
  authorize(context, "practice.read");
  return transaction(context, async (tx) => {
    const { plan: found, participants } = await findLibrary(tx, plan);
    const outline = await readOutline(tx, found.id);
    const practices = await newestPractices(tx, found.id);
    const rollouts = groupBy(await newestRollouts(tx, found.id), ({ practiceId }) => practiceId);
    const all = practices.map((practice) => ({
      ...practice,
      ...placesIn(outline, practice),
      rollouts: (rollouts.get(practice.practiceId) ?? []).map(({ state, organisation }) => ({
        state,
        organisation,
      })),
    }));
    const shared = all.filter(({ state }) => practiceCapabilities[state].visibleToMembers);
    const shown = shared.filter((practice) => passesFilter(practice, filter));
    const allGoals = outline.map(({ code, name }) => ({ code, name }));
    const indicators = outline.flatMap((goal) =>
      [goal, ...goal.projects].flatMap((place) => place.indicators),
    );
    return {
      plan: found,
      shown,
      total: shared.length,
      own: all.filter(({ state }) => !practiceCapabilities[state].visibleToMembers),
      choices: {
        goals: allGoals,
        organisations: participants.filter(({ slug }) =>
          shared.some((practice) => practice.organisation.slug === slug || filter.by === slug),
        ),
        indicators: indicators.filter(
          ({ code }) =>
            code === filter.kpi ||
            shared.some((practice) => practice.indicators.some((kpi) => kpi.code === code)),
        ),
      },
      /** For whom the reader may describe a case. */
      mayWrite: participants.filter(({ id }) =>
        can(context.actor, "practice.save", { organisationId: id }),
      ),
    };
  });
}
