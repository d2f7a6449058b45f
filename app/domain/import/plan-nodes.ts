import { type FiscalYear, fiscalYearShort } from "../fiscal-year/fiscal-year.ts";
import { type NodeKind, themes } from "../indicator/definition.ts";
import type { PlanContent, PlanContentNode } from "../plan/content.ts";
import { readProjectForm } from "../plan/project-form.ts";
import type { Naming } from "./plan-organisations.ts";
import { nodeSheet } from "./plan-sheets.ts";
import { brokenCells, type PlanRecord, type Records, type Refusal, refusal } from "./plan-table.ts";
import { kindWords, meaningOf, themeWords } from "./plan-words.ts";

export type NodesGiven = {
  /** As the plan stands, where it does already. */
  before: PlanContent | null;
  naming: Naming;
  years: { firstFy: FiscalYear; lastFy: FiscalYear };
  newId: () => string;
};

const code = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;

/**
 * The tree from the sheet 「体系」. A code that is known keeps its id and what the sheet does not ask
 * for. A project is read by the same rules as in the form of a revision.
 */
export function readNodes(
  { head, records }: Records,
  given: NodesGiven,
): { nodes: PlanContentNode[]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = (record: PlanRecord, field: string, reason: string) =>
    refusals.push(refusal(nodeSheet, head, record, field, reason));
  const rows = records.map((record) => ({ record, kind: kindOf(record) }));
  const seen = new Set<string>();
  for (const { record, kind } of rows) {
    refusals.push(...brokenCells(nodeSheet, head, record));
    const { code: typed = "", kind: word, number = "", name = "" } = record.values;
    if (word !== "" && kind === null) refuse(record, "kind", "plan_import.word");
    if (typed !== "" && !code.test(typed)) refuse(record, "code", "plan.code");
    if (seen.has(typed.toLowerCase())) refuse(record, "code", "plan_import.twice");
    seen.add(typed.toLowerCase());
    if (number.length > 20) refuse(record, "number", "plan.too_long");
    if (name.length > 100) refuse(record, "name", "plan.too_long");
  }
  if (refusals.length > 0) return { nodes: [], refusals };

  const kinds = new Map(rows.map(({ record, kind }) => [record.values.code ?? "", kind]));
  const placed = new Map<string, PlanContentNode>();
  // A 再掲 is read after what it repeats, and a project after the policy it stands under.
  const order = ["goal", "policy", "project", "repost"];
  const rank = ({ record, kind }: (typeof rows)[number]) =>
    order.indexOf(record.values.repostOf ? "repost" : (kind ?? ""));
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) {
    const { record, kind } = row;
    const content = { nodes: [...placed.values()], indicators: [] };
    const found = {
      head,
      record,
      refuse: (field: string, why: string) => refuse(record, field, why),
    };
    const node =
      kind === "project"
        ? readProject(found, content, given)
        : readGroup(found, kind, kinds, given);
    if (node) placed.set(node.code, node);
  }
  const nodes = rows.flatMap(({ record }) => placed.get(record.values.code ?? "") ?? []);
  return { nodes: inOrder(nodes), refusals };
}

type Found = { record: PlanRecord; refuse: (field: string, reason: string) => void };

function kindOf({ values }: PlanRecord): Exclude<NodeKind, "strategy"> | null {
  return meaningOf(kindWords, values.kind ?? "");
}

/** A goal or a policy. */
function readGroup(
  { record: { values }, refuse }: Found,
  kind: NodeKind | null,
  kinds: ReadonlyMap<string, NodeKind | null>,
  { before, naming, newId }: NodesGiven,
): PlanContentNode | null {
  const { code = "", number = "", name = "", parent = "", lead = "" } = values;
  if (kind === null) return null;
  const above = kinds.get(parent);
  if (kind === "goal" && parent !== "") refuse("parent", "plan_import.goal_parent");
  if (kind === "policy" && above !== "goal" && above !== "policy")
    refuse("parent", "plan_import.policy_parent");
  const slug = lead === "" ? naming.owner : naming.slugOf(lead);
  if (slug === null) refuse("lead", "plan_import.organisation");
  const was = before?.nodes.find((node) => node.code === code);
  const others = was?.organisations.filter(({ role }) => role !== "lead") ?? [];
  const organisations = [{ slug: slug ?? naming.owner, role: "lead" as const }, ...others];
  return {
    ...(was ?? blank(newId())),
    kind,
    code,
    number,
    name,
    parent: kind === "goal" ? null : parent,
    organisations: kind === "goal" ? organisations : (was?.organisations ?? []),
    themes: themesOf(values.themes ?? "", refuse),
    closedReason: null,
  };
}

function readProject(
  { record: { values }, refuse }: Found,
  content: PlanContent,
  { before, years, newId }: NodesGiven,
): PlanContentNode | null {
  const was = before?.nodes.find((node) => node.code === values.code) ?? null;
  const known = new Set(themesOf(values.themes ?? "", refuse));
  const read = readProjectForm(
    {
      ...values,
      firstFy: values.firstFy || fiscalYearShort(years.firstFy),
      lastFy: values.lastFy || fiscalYearShort(years.lastFy),
      activities: "",
      ...Object.fromEntries(themes.map((each) => [`theme.${each}`, known.has(each) ? "on" : ""])),
    },
    { content, before: null, scope: "revision", years, newId },
  );
  if (!read.ok) {
    for (const [field, reason] of Object.entries(read.errors)) refuse(field, reason);
    return null;
  }
  if (!was) return read.node;
  const { id, activities, organisations, leaders, links, continues } = was;
  const { overviewText = null, fundingTags = [] } = was.project ?? {};
  const project = read.node.project && { ...read.node.project, overviewText, fundingTags };
  return { ...read.node, id, project, activities, organisations, leaders, links, continues };
}

function themesOf(text: string, refuse: Found["refuse"]): PlanContentNode["themes"] {
  const words = text.split(/[、，,\s]+/u).filter((word) => word !== "");
  const found = words.map((word) => meaningOf(themeWords, word));
  if (found.includes(null)) refuse("themes", "plan_import.word");
  return themes.filter((theme) => found.includes(theme));
}

/** Siblings in the order of their rows. */
function inOrder(nodes: readonly PlanContentNode[]): PlanContentNode[] {
  const counted = new Map<string | null, number>();
  return nodes.map((node) => {
    const position = (counted.get(node.parent) ?? 0) + 1;
    counted.set(node.parent, position);
    return { ...node, position };
  });
}

function blank(id: string) {
  return {
    id,
    position: 0,
    repostOf: null,
    project: null,
    leaders: [],
    activities: [],
    links: [],
    mergedInto: null,
    continues: null,
  };
}
