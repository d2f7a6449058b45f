import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changeList } from "#app/domain/plan/change-list.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import { brokenReferences } from "#app/domain/plan/integrity.ts";
import { planContent } from "#seeds/load/plan-content.ts";
import { jewels } from "./plan.ts";

type Facts = {
  pts: { projects: { id: string; is_digital_new: boolean; is_revised_existing: boolean }[] }[];
  existing_project_revisions: { project_id: string }[];
};
const file = new URL("../../../tests/golden/jewels.facts.json", import.meta.url);
const facts: Facts = JSON.parse(readFileSync(file, "utf8"));
const projects = facts.pts.flatMap((pt) => pt.projects);

const [before, after] = (jewels.versions ?? []).map(({ goals }) =>
  planContent({ ...jewels, goals }),
);
if (!before || !after) throw new Error("JEWELS+ has two versions");
const entries = changeList(after, diffPlans(before, after)).flatMap((group) => group.entries);
const ofProjects = (change: string) =>
  entries.filter((entry) => entry.node.kind === "project" && entry.change === change);

describe("the revision of JEWELS+", () => {
  it("brings in the twelve digital projects", () => {
    const added = ofProjects("added").map(({ node }) => node.code);
    const digital = projects.filter((project) => project.is_digital_new);
    expect(added).toHaveLength(12);
    expect(added.sort()).toEqual(digital.map(({ id }) => id).sort());
  });

  it("changes the nine projects that the document lists, and says how", () => {
    const changed = ofProjects("changed").map(({ node }) => node.code);
    const listed = facts.existing_project_revisions.map((revision) => revision.project_id);
    expect(changed).toHaveLength(9);
    expect(changed.sort()).toEqual(listed.sort());
    const revised = projects.filter((project) => project.is_revised_existing);
    expect(changed.sort()).toEqual(revised.map(({ id }) => id).sort());
    const notes = jewels.versions?.[1]?.notes ?? {};
    expect(Object.keys(notes)).toEqual(expect.arrayContaining(changed));
  });

  it("does nothing else to a project", () => {
    const kinds = entries.filter(({ node }) => node.kind === "project").map(({ change }) => change);
    expect(new Set(kinds)).toEqual(new Set(["added", "changed"]));
    expect(kinds).toHaveLength(21);
  });

  it("leaves both versions whole, and the later one as it is printed today", () => {
    expect(brokenReferences(before)).toEqual([]);
    expect(brokenReferences(after)).toEqual([]);
    expect(after).toEqual(planContent(jewels));
    expect(after.nodes.filter(({ kind }) => kind === "project")).toHaveLength(56);
    expect(before.nodes.filter(({ kind }) => kind === "project")).toHaveLength(44);
  });
});
