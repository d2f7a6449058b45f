import { groupBy } from "#app/domain/group-by.ts";
import { placesIn } from "#app/domain/practice/outline.ts";
import { nextPracticeState, practiceCapabilities } from "#app/domain/practice/states.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import { can } from "#app/policy/can.ts";
import { listAttachments } from "../attachment/list.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { canRollOut } from "../rollout/find.server.ts";
import { listRollouts } from "../rollout/list.server.ts";
import { ServiceError } from "../service-error.ts";
import { findPractice, type PracticeCodes } from "./find.server.ts";
import { findLibrary } from "./find-library.server.ts";
import { readOutline } from "./outline.server.ts";

/**
 * A case with all its parts, what every organisation of the plan makes of it, what was ever said, and
 * what the reader may do. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function readPractice(context: ServiceContext, codes: PracticeCodes) {
  authorize(context, "practice.read");
  return transaction(context, async (tx) => {
    const { plan, participants, versions, newest } = await findPractice(tx, codes);
    const outline = await readOutline(tx, plan.id);
    const rollouts = await listRollouts(tx, newest.practiceId);
    const files = await listAttachments(tx, context, [newest.practiceId]);
    const chains = groupBy(rollouts, ({ organisation }) => organisation.slug);
    const current = [...chains.values()].flatMap((chain) => newestVersion(chain) ?? []);
    const asked = participants.filter(
      ({ id, kind }) => kind === "prefecture" && id !== newest.organisation.id,
    );
    const others = current.filter(
      (row) => !asked.some(({ slug }) => slug === row.organisation.slug),
    );
    const may = (step: "save" | "share" | "withdraw") =>
      nextPracticeState(newest.state, step) !== null &&
      can(context.actor, `practice.${step}`, { organisationId: newest.organisation.id });
    const open = practiceCapabilities[newest.state].canBeRolledOut;
    return {
      plan,
      practice: { ...newest, ...placesIn(outline, newest) },
      versions,
      rollouts,
      files: files(newest.practiceId),
      /** The prefectures of the plan with what each makes of it, and whoever else does anything. */
      taken: [
        ...asked.map((organisation) => ({
          organisation,
          rollout: current.find((row) => row.organisation.slug === organisation.slug) ?? null,
        })),
        ...others.map((rollout) => ({ organisation: rollout.organisation, rollout })),
      ],
      may: {
        edit: may("save") || may("share"),
        /** The reader's organisations that may say what they make of it. */
        rollOut: (context.actor?.memberships ?? [])
          .filter(
            ({ organisationId: id, kind }) =>
              open &&
              canRollOut({ id, kind }, newest.organisation) &&
              can(context.actor, "rollout.save", { organisationId: id }),
          )
          .map(({ slug, shortName }) => ({
            slug,
            shortName,
            begun: current.some((row) => row.organisation.slug === slug),
          })),
      },
    };
  });
}

/**
 * What the form of a case shows: what it says now and what it can belong to; without `practice` that
 * of a new one for `organisation`. Throws `forbidden` for everybody but its organisation's writers,
 * `not_found`.
 */
export async function readPracticeForm(
  context: ServiceContext,
  codes: { plan: string; practice: string | null; organisation: string | null },
) {
  authorize(context, "practice.read");
  return transaction(context, async (tx) => {
    const { plan: code, practice } = codes;
    const found = practice === null ? null : await findPractice(tx, { plan: code, practice });
    const { plan, participants } = found ?? (await findLibrary(tx, code));
    const organisation =
      found?.newest.organisation ?? participants.find(({ slug }) => slug === codes.organisation);
    if (!organisation) throw new ServiceError("forbidden", { permission: "practice.save" });
    authorize(context, "practice.save", { organisationId: organisation.id });
    const outline = await readOutline(tx, plan.id);
    const newest = found?.newest ?? null;
    const steps = (["save", "share", "withdraw"] as const).filter(
      (step) => nextPracticeState(newest?.state ?? null, step) !== null,
    );
    return { plan, organisation, newest, outline, steps };
  });
}
