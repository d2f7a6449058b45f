import { isDecimal } from "../figure/exact.ts";
import { type Fields, fromFields } from "./form.ts";
import type { Rule } from "./rubric.ts";

/** The rules of a form as far as they are complete enough to be said in words; null for the others. */
export function typedRules(fields: Fields): (Rule | null)[] {
  const { rules } = fromFields(fields).content as { rules: Rule[] };
  return rules.map((rule) => (isComplete(rule) ? rule : null));
}

function isComplete(rule: Rule): boolean {
  if (rule.mark === "") return false;
  if (rule.test === "no_figure") return rule.because.length > 0;
  return !("bound" in rule) || isDecimal(rule.bound);
}
