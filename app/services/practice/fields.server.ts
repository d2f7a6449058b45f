import { z } from "zod";
import { themes } from "#app/domain/indicator/definition.ts";
import type { OutlineGoal } from "#app/domain/practice/outline.ts";
import { tickedCodes } from "#app/domain/ticked.ts";
import { requiredText, typedText } from "../typed-text.ts";

/** The longest part of a case, in characters. */
const longestPart = 2000;

const part = typedText(longestPart, "practice.too_long");
const filled = (key: string) => part.pipe(z.string().min(1, key));

/** Codes as the ids of what the plan has; one that it has not is refused, never left out. */
function idsOf(known: readonly { id: string; code: string }[]) {
  const byCode = new Map(known.map(({ code, id }) => [code, id]));
  return z.array(z.string()).transform((given, issues) =>
    given.map((code) => {
      const id = byCode.get(code);
      if (id === undefined) issues.addIssue({ code: "custom", message: "practice.unknown_place" });
      return id ?? "";
    }),
  );
}

/**
 * The fields of a case: what it says and what of the plan it belongs to. A draft may have gaps; what
 * others read says what was difficult, what was done, what came of it, whom to ask and where it
 * belongs.
 */
function fieldsFor(outline: readonly OutlineGoal[], complete: boolean) {
  const places = outline.flatMap((goal) => [goal, ...goal.projects]);
  const nodeIds = idsOf(places);
  const asked = (key: string) => (complete ? filled(key) : part);
  return z.object({
    title: requiredText(80, "practice.title", "practice.title"),
    problem: asked("practice.problem"),
    done: asked("practice.done"),
    cost: part,
    effect: asked("practice.effect"),
    contact: complete
      ? requiredText(200, "practice.contact", "practice.contact")
      : typedText(200, "practice.contact"),
    themes: z.array(z.enum(themes, "practice.unknown_place")),
    nodes: complete ? nodeIds.pipe(z.array(z.string()).min(1, "practice.nodes")) : nodeIds,
    indicators: idsOf(places.flatMap((place) => place.indicators)),
  });
}

/** Reads the form of a case, its ticked boxes included. */
export function readPracticeFields(
  outline: readonly OutlineGoal[],
  complete: boolean,
  input: Record<string, unknown>,
) {
  return fieldsFor(outline, complete).safeParse({
    ...input,
    themes: tickedCodes(input, "theme"),
    nodes: tickedCodes(input, "node"),
    indicators: tickedCodes(input, "indicator"),
  });
}
