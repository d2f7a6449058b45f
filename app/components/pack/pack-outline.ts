import type { PackContent } from "#app/domain/pack/content.ts";
import type { PackPart } from "#app/domain/pack/pack.ts";
import { packPartLabel } from "#app/i18n/pack.ts";

/** A line of the contents: where it leads (an anchor of plain letters) and what stands there. */
export type OutlineEntry = { id: string; number: string; title: string; below: OutlineEntry[] };

/** The anchor of a PT in a part that has a place for each. */
export function goalAnchor(part: PackPart, index: number): string {
  return `${part}-${index + 1}`;
}

/** The parts of a pack after its cover, numbered, with the PTs of those that have a place for each. */
export function packOutline({ choice, plan, goals }: PackContent): (OutlineEntry & {
  part: PackPart;
})[] {
  return choice.parts
    .filter((part) => part !== "cover")
    .map((part, at) => ({
      part,
      id: part,
      number: String(at + 1),
      title: packPartLabel(part, plan.levelNames),
      below:
        part === "pts" || part === "roadmap"
          ? goals.map(({ sheet: { node } }, index) => ({
              id: goalAnchor(part, index),
              number: "",
              title: node.name,
              below: [],
            }))
          : [],
    }));
}
