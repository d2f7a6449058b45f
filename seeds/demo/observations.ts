import type { AnswerContent } from "#app/domain/observation/answer.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { type PlacedIndicator, placedIndicators } from "#seeds/load/placed-indicators.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { demoApprover, demoEditor } from "#seeds/people.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { demoAnswers, demoLastFy, type YearAnswer } from "./answers.ts";
import { between, randomOf } from "./random.ts";
import { type Scene, sceneOf } from "./story.ts";

/** One version of a demo observation, in the order in which they were written. */
export type DemoStep = {
  state: ObservationState;
  answer: AnswerContent;
  reason: string | null;
  author: string;
  authorOrganisation: OrganisationSlug;
  at: Date;
};

export type DemoObservation = {
  code: string;
  fy: number;
  organisation: OrganisationSlug;
  steps: readonly DemoStep[];
};

/** The demo figures of a plan: R2–R4 closed, R5 as it stands shortly before the due date. */
export function demoObservations(plan: PlanData): DemoObservation[] {
  return placedIndicators(plan).flatMap((indicator) =>
    demoAnswers(indicator).flatMap((given) => observe(indicator, given)),
  );
}

function observe(indicator: PlacedIndicator, given: YearAnswer): DemoObservation[] {
  const { code } = indicator.data;
  const scene = sceneOf(code, given);
  if (scene.progress === "due") return [];
  const { fy, organisation } = given;
  return [{ code, fy, organisation, steps: stepsOf(indicator, given, scene) }];
}

function stepsOf(indicator: PlacedIndicator, given: YearAnswer, scene: Scene): DemoStep[] {
  const { code } = indicator.data;
  const { fy, organisation } = given;
  const key = [code, organisation, fy];
  const { answer } = scene;
  const days = workingDays(fy, key);
  const own = { author: demoEditor(organisation), authorOrganisation: organisation };
  const lead = indicator.goal.lead;
  const reviewer = { author: demoApprover(lead), authorOrganisation: lead };

  const draft: DemoStep = { state: "draft", answer, reason: null, ...own, at: days.written };
  const submitted: DemoStep = { ...draft, state: "submitted" };
  const judged = (state: "accepted" | "returned", reason: string | null): DemoStep => ({
    state,
    answer,
    reason,
    ...reviewer,
    at: days.judged,
  });
  switch (scene.progress) {
    case "due":
      return [];
    case "draft":
      return [draft];
    case "proposed":
      return [draft, { ...draft, state: "proposed" }];
    case "submitted":
      return [submitted];
    case "returned":
      return [submitted, judged("returned", scene.reason)];
    case "accepted":
      if (!askedAgain(indicator, given)) return [submitted, judged("accepted", null)];
      return [
        submitted,
        judged("returned", "算定方法を備考に記載のうえ、再度ご提出ください。"),
        { ...submitted, answer: explained(answer), at: days.writtenAgain },
        { ...judged("accepted", null), answer: explained(answer), at: days.judgedAgain },
      ];
  }
}

const explained = (answer: AnswerContent): AnswerContent => ({
  ...answer,
  note: "市町村及び関係団体への照会結果を積み上げて算定。",
});

/** A few answers of closed years were returned once before they were accepted. */
function askedAgain(indicator: PlacedIndicator, { fy, organisation, answer }: YearAnswer): boolean {
  const { code } = indicator.data;
  return (
    fy < demoLastFy &&
    organisation !== indicator.goal.lead &&
    answer.quality === "final" &&
    answer.value !== null &&
    randomOf("again", code, organisation, fy)() < 0.02
  );
}

const day = 86_400_000;

/** Office hours of working days: July to November after a closed year, the weeks before now for R5. */
function workingDays(fy: number, key: readonly (string | number)[]) {
  const open = fy === demoLastFy;
  const start = open ? Date.UTC(2026, 9, 5) : Date.UTC(fy + 1, 6, 1);
  const written = between(0, open ? 36 : 85, "written", ...key);
  const judged = written + between(1, open ? 5 : 30, "judged", ...key);
  return {
    written: officeHour(start, written),
    judged: officeHour(start, judged),
    writtenAgain: officeHour(start, judged + 4),
    judgedAgain: officeHour(start, judged + 9),
  };
}

function officeHour(start: number, days: number): Date {
  const date = new Date(start + Math.floor(days) * day);
  const weekend = { 0: 1, 6: 2 }[date.getUTCDay()] ?? 0;
  // 9:00 to 17:00 in Japan is 0:00 to 8:00 in UTC; whole minutes, as people are.
  const minutes = Math.floor((days % 1) * 8 * 60);
  return new Date(date.getTime() + weekend * day + minutes * 60_000);
}
