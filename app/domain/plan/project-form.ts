import { z } from "zod";
import { type FiscalYear, fiscalYearShort, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import { themes } from "../indicator/definition.ts";
import { readActivities, writeActivities } from "./activities-text.ts";
import type { PlanContent, PlanContentNode } from "./content.ts";

/** What is typed of a project, by field. */
export type ProjectInput = Readonly<Record<string, string>>;

export type ReadProject =
  | { ok: true; node: PlanContentNode }
  | { ok: false; errors: Record<string, string> };

/** How a project ends, if it does: it is closed, or another one goes on with it. */
export const endings = ["none", "closed", "merged"] as const;
export type Ending = (typeof endings)[number];

/** What only the council may change of a project that is in the plan; its keepers change the rest. */
export type ProjectScope = "revision" | "edit";

const text = (longest: number) =>
  z.string().default("").transform(tidy).pipe(z.string().max(longest));
const fields = z.object({
  code: text(20),
  number: text(20),
  name: text(100),
  parent: text(40),
  repostOf: text(40),
  purpose: text(2000),
  overviewText: text(400),
  bureau: text(100),
  activities: z.string().default("").pipe(z.string().max(8000)),
  closedReason: text(1000),
  mergedInto: text(40),
});

function tidy(typed: string): string {
  return typed.replace(/\r\n?/g, "\n").trim();
}

/** The form of a project as it stands, or an empty one under a policy. */
export function writeProjectForm(node: PlanContentNode | null, parent: string): ProjectInput {
  const { project = null } = node ?? {};
  return {
    code: node?.code ?? "",
    number: node?.number ?? "",
    name: node?.name ?? "",
    parent: node?.parent ?? parent,
    repostOf: node?.repostOf ?? "",
    purpose: project?.purpose ?? "",
    firstFy: project ? fiscalYearShort(project.firstFy) : "",
    lastFy: project ? fiscalYearShort(project.lastFy) : "",
    overviewText: project?.overviewText ?? "",
    bureau: project?.bureau ?? "",
    activities: writeActivities(node?.activities ?? []),
    ...Object.fromEntries(
      themes.map((theme) => [`theme.${theme}`, node?.themes.includes(theme) ? "on" : ""]),
    ),
    ending: !node?.closedReason ? "none" : node.mergedInto ? "merged" : "closed",
    closedReason: node?.closedReason ?? "",
    mergedInto: node?.mergedInto ?? "",
  };
}

/**
 * A project from its form: `before` as it stands, null for a new one. In the scope `edit` only its
 * texts, themes and activities are read. Errors are message keys by field.
 */
export function readProjectForm(
  input: ProjectInput,
  given: {
    content: PlanContent;
    before: PlanContentNode | null;
    scope: ProjectScope;
    years: { firstFy: FiscalYear; lastFy: FiscalYear };
    newId: () => string;
  },
): ReadProject {
  const { content, before, scope, newId } = given;
  const parsed = fields.safeParse(input);
  const errors: Record<string, string> = {};
  if (!parsed.success)
    for (const issue of parsed.error.issues) errors[String(issue.path[0])] = "plan.too_long";
  const typed = parsed.data ?? fields.parse({});
  const whole = scope === "revision" || before === null;
  const kindOf = (code: string) => content.nodes.find((node) => node.code === code)?.kind;
  const isProject = (code: string) => kindOf(code) === "project" && code !== before?.code;

  const activities = readActivities(typed.activities, before?.activities ?? [], newId);
  if (!activities.ok) errors.activities ??= "plan.activities";
  const firstFy = parseFiscalYear(input.firstFy ?? "");
  const lastFy = parseFiscalYear(input.lastFy ?? "");
  const ending = endings.find((each) => each === input.ending) ?? "none";
  const repostOf = whole && typed.repostOf !== "" ? typed.repostOf : null;
  if (whole) {
    if (typed.name === "") errors.name ??= "plan.name";
    if (typed.number === "") errors.number ??= "plan.number";
    if (kindOf(typed.parent) !== "policy") errors.parent ??= "plan.parent";
    if (!inTerm(firstFy, given.years)) errors.firstFy ??= "plan.first_fy";
    if (!inTerm(lastFy, given.years) || (firstFy ?? 0) > (lastFy ?? 0))
      errors.lastFy ??= "plan.last_fy";
    if (repostOf !== null && !isProject(repostOf)) errors.repostOf ??= "plan.repost_of";
  }
  if (!before) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(typed.code)) errors.code ??= "plan.code";
    else if (isTaken(content, typed.code)) errors.code ??= "plan.code_taken";
  }
  if (whole && ending !== "none" && typed.closedReason === "")
    errors.closedReason ??= "plan.closed_reason";
  if (whole && ending === "merged" && !isProject(typed.mergedInto))
    errors.mergedInto ??= "plan.merged_into";
  if (Object.keys(errors).length > 0 || !activities.ok) return { ok: false, errors };

  const own = {
    themes: themes.filter((theme) => input[`theme.${theme}`] === "on"),
    activities: activities.activities,
  };
  const texts = {
    purpose: typed.purpose || null,
    overviewText: typed.overviewText || null,
    bureau: typed.bureau || null,
  };
  if (!whole && before) {
    const project = before.project && { ...before.project, ...texts };
    return { ok: true, node: { ...before, ...own, project } };
  }
  return {
    ok: true,
    node: {
      ...(before ?? blank(typed.code, newId(), content, typed.parent)),
      ...own,
      number: typed.number,
      name: typed.name,
      parent: typed.parent,
      repostOf,
      project: {
        fundingTags: before?.project?.fundingTags ?? [],
        ...texts,
        firstFy: firstFy ?? given.years.firstFy,
        lastFy: lastFy ?? given.years.lastFy,
      },
      closedReason: ending === "none" ? null : typed.closedReason,
      mergedInto: ending === "merged" ? typed.mergedInto : null,
    },
  };
}

function inTerm(
  fy: FiscalYear | null,
  { firstFy, lastFy }: { firstFy: FiscalYear; lastFy: FiscalYear },
): boolean {
  return fy !== null && firstFy <= fy && fy <= lastFy;
}

/** Codes stand in addresses: one for each thing of a plan, however it is written. */
export function isTaken({ nodes, indicators }: PlanContent, code: string): boolean {
  const same = (other: { code: string }) => other.code.toLowerCase() === code.toLowerCase();
  return nodes.some(same) || indicators.some((one) => same(one) || one.shownOn.some(same));
}

function blank(code: string, id: string, { nodes }: PlanContent, parent: string): PlanContentNode {
  const siblings = nodes.filter((node) => node.parent === parent);
  return {
    id,
    kind: "project",
    code,
    number: "",
    name: "",
    parent,
    position: Math.max(0, ...siblings.map((node) => node.position)) + 1,
    repostOf: null,
    project: null,
    themes: [],
    organisations: [],
    leaders: [],
    activities: [],
    links: [],
    closedReason: null,
    mergedInto: null,
    continues: null,
  };
}
