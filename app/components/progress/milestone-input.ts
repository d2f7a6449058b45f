import { parseDay } from "#app/domain/progress/day.ts";
import { milestoneSteps } from "#app/domain/progress/milestone.ts";
import { dayText } from "#app/i18n/labels.ts";
import { dueText, milestoneStateLabels, milestoneStepLabels } from "#app/i18n/progress.ts";
import type { DefinitionInput } from "./milestone-definition-form.tsx";
import type { StepInput } from "./milestone-step-form.tsx";
import type { ShownMilestone } from "./shown.ts";

type Values = Record<string, string>;

/** What stands in the form of a milestone's definition: what was typed, or what is kept. */
export function definitionOf(typed: Values | null, kept: ShownMilestone | null): DefinitionInput {
  if (typed) {
    const { name = "", dueKind = "", dueOn = "", dueFy = "", organisation = "" } = typed;
    return { name, dueKind, dueOn, dueFy, organisation };
  }
  return {
    name: kept?.name ?? "",
    dueKind: kept?.dueOn ? "day" : "year",
    dueOn: kept?.dueOn ?? "",
    dueFy: kept?.dueFy ? String(kept.dueFy) : "",
    organisation: kept?.organisation.slug ?? "",
  };
}

/** What stands in the form of a milestone's next step: what was typed, or today and what is kept. */
export function stepOf(typed: Values | null, kept: ShownMilestone, today: string): StepInput {
  if (typed) {
    const { step = "", reason = "", reachedOn = "", evidence = "" } = typed;
    return { step, reason, reachedOn, evidence };
  }
  return { step: "", reason: "", reachedOn: kept.reachedOn ?? today, evidence: kept.evidence };
}

/** What was typed beside what somebody else kept meanwhile. */
export function milestoneRows(
  intent: "save" | "advance",
  typed: Values,
  kept: ShownMilestone,
  participants: readonly { slug: string; shortName: string }[],
) {
  if (intent === "save") {
    const mine = definitionOf(typed, null);
    const due =
      mine.dueKind === "day"
        ? { dueOn: parseDay(mine.dueOn), dueFy: null }
        : { dueOn: null, dueFy: Number(mine.dueFy) || null };
    const responsible = participants.find(({ slug }) => slug === mine.organisation);
    return [
      { term: "名称", mine: mine.name, theirs: kept.name },
      { term: "期限", mine: dueText(due), theirs: dueText(kept) },
      {
        term: "担当団体",
        mine: responsible?.shortName ?? "",
        theirs: kept.organisation.shortName,
      },
    ];
  }
  const mine = stepOf(typed, kept, "");
  const step = milestoneSteps.find((known) => known === mine.step);
  return [
    {
      term: "状況",
      mine: step ? milestoneStepLabels[step] : "",
      theirs: milestoneStateLabels[kept.state],
    },
    { term: "理由", mine: mine.reason, theirs: kept.reason },
    {
      term: "達成日",
      mine: step === "reach" ? mine.reachedOn : "",
      theirs: kept.reachedOn ? dayText(kept.reachedOn) : "",
    },
    { term: "根拠", mine: mine.evidence, theirs: kept.evidence },
  ];
}
