import { randomUUID } from "node:crypto";
import { postedReview, reviewField, reviewKey } from "#app/domain/observation/review-rows.ts";
import type { Actor } from "#app/policy/can.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { approveObservation } from "#app/services/observation/approve.server.ts";
import type { TargetCodes } from "#app/services/observation/find-target.server.ts";
import { proposeObservation } from "#app/services/observation/propose.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { sendBackObservation } from "#app/services/observation/send-back.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { withdrawObservation } from "#app/services/observation/withdraw.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { jewels } from "#seeds/plans/jewels/plan.ts";
import type { Post } from "./people.ts";
import type { Portal } from "./portal.ts";

/** The fields of a form: texts, as a browser sends them. */
export type Fields = Record<string, string>;

/** What a verb is called with when this person's request is answered. */
export function actingAs(
  portal: Pick<Portal, "database">,
  actor: Actor | null,
  requestId = `request-${randomUUID()}`,
): ServiceContext {
  return { database: portal.database, actor, requestId };
}

/** A figure of the plan, an organisation's, in a year. */
export function question(
  indicator: string,
  organisation: OrganisationSlug,
  fy = 2023,
): TargetCodes {
  return { plan: "jewels", indicator, organisation, fy };
}

/** What a form sends that was opened when version `baseVersion` was the newest. */
export function form(baseVersion: number, fields: Fields = {}): Fields {
  return { baseVersion: String(baseVersion), requestKey: randomUUID(), ...fields };
}

export const figure = (value: string, more: Fields = {}): Fields => ({
  quality: "final",
  value,
  ...more,
});

export const fraction = (numerator: string, denominator: string, more: Fields = {}): Fields => ({
  quality: "final",
  numerator,
  denominator,
  ...more,
});

export const words = (text: string, reached: "yes" | "no"): Fields => ({
  quality: "final",
  words: text,
  reached,
});

export const quality = (name: string, note = ""): Fields => ({ quality: name, note });

/** The row of a table in which answers are ticked, as it is sent. */
export function tickedRow(codes: TargetCodes, baseVersion: number, requestKey = randomUUID()) {
  const key = reviewKey({ period: 0, ...codes });
  const values = {
    [reviewField("baseVersion", key)]: String(baseVersion),
    [reviewField("requestKey", key)]: requestKey,
  };
  const row = postedReview(values, key);
  if (!row) throw new RangeError(`Nothing is ticked by ${key}`);
  return row;
}

/** Approves one answer that was proposed; refused as the verbs that judge one refuse. */
export async function approveOne(
  context: ServiceContext,
  codes: TargetCodes,
  baseVersion: number,
  input: Fields = {},
): Promise<void> {
  const rows = [tickedRow(codes, baseVersion)];
  const [result] = await approveObservation(context, codes.organisation, rows, input);
  if (result?.outcome === "own")
    throw new ServiceError("forbidden", { permission: "observation.approve", own: true });
  if (result?.outcome !== "done") throw new ServiceError(result?.outcome ?? "not_found");
}

/** The organisation that leads the PT of an indicator or a node. */
export function leadOf(code: string): OrganisationSlug {
  const goal = jewels.goals.find((candidate) => candidate.code === code.slice(0, 3));
  if (!goal) throw new RangeError(`No goal of ${code}`);
  return goal.lead;
}

export type Desk = ReturnType<typeof deskOf>;

/** The verbs over a portal, by people who hold the post that the step asks for. */
export function deskOf(portal: Pick<Portal, "database">, staff: (post: Post) => Actor) {
  const editor = (codes: TargetCodes) =>
    actingAs(portal, staff(`${codes.organisation as OrganisationSlug} editor`));
  const decider = (codes: TargetCodes) =>
    actingAs(portal, staff(`${codes.organisation as OrganisationSlug} approver`));
  const reviewer = (codes: TargetCodes) =>
    actingAs(portal, staff(`${leadOf(codes.indicator)} approver`));
  const desk = {
    save: (codes: TargetCodes, baseVersion: number, fields: Fields) =>
      saveObservation(editor(codes), codes, form(baseVersion, fields)),
    submit: (codes: TargetCodes, baseVersion: number, fields: Fields) =>
      submitObservation(editor(codes), codes, form(baseVersion, fields)),
    propose: (codes: TargetCodes, baseVersion: number, fields: Fields) =>
      proposeObservation(editor(codes), codes, form(baseVersion, fields)),
    approve: (codes: TargetCodes, baseVersion: number) =>
      approveOne(decider(codes), codes, baseVersion),
    sendBack: (codes: TargetCodes, baseVersion: number, reason = "根拠をご確認ください。") =>
      sendBackObservation(decider(codes), codes, form(baseVersion, { reason })),
    withdraw: (codes: TargetCodes, baseVersion: number) =>
      withdrawObservation(editor(codes), codes, form(baseVersion)),
    accept: (codes: TargetCodes, baseVersion: number) =>
      acceptObservation(reviewer(codes), leadOf(codes.indicator), codes, form(baseVersion)),
    return: (codes: TargetCodes, baseVersion: number, reason = "確定値をご確認ください。") =>
      returnObservation(
        reviewer(codes),
        leadOf(codes.indicator),
        codes,
        form(baseVersion, { reason }),
      ),
    /** Reports a figure and has it accepted, from `baseVersion` on. Two versions. */
    report: async (codes: TargetCodes, fields: Fields, baseVersion = 0) => {
      await desk.submit(codes, baseVersion, fields);
      await desk.accept(codes, baseVersion + 1);
    },
  };
  return desk;
}

/** What a verb comes to: `done`, or the code of its refusal. Other errors are thrown on. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

/** The refusal of a verb that must refuse. */
export async function refusalOf(work: Promise<unknown>): Promise<ServiceError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ServiceError) return error;
  throw new Error("Expected a refusal", { cause: error });
}
