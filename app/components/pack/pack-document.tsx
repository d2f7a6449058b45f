import type { ReactNode } from "react";
import { PatternDefinitions } from "#app/components/charts/patterns.tsx";
import type { PackContent } from "#app/domain/pack/content.ts";
import type { PackPart } from "#app/domain/pack/pack.ts";
import { PackChangesPart } from "./pack-changes.tsx";
import { PackContents } from "./pack-contents.tsx";
import { PackCover } from "./pack-cover.tsx";
import { PackGoals } from "./pack-goals.tsx";
import { PackMissing } from "./pack-missing.tsx";
import { packOutline } from "./pack-outline.ts";
import { PackRevisions } from "./pack-revisions.tsx";
import { PackRoadmap } from "./pack-roadmap.tsx";
import { PackSummary } from "./pack-summary.tsx";
import { PackTable } from "./pack-table.tsx";

type Part = (props: { content: PackContent }) => ReactNode;

const parts: Record<Exclude<PackPart, "cover">, Part> = {
  summary: PackSummary,
  pts: PackGoals,
  roadmap: PackRoadmap,
  table: PackTable,
  changes: PackChangesPart,
  missing: PackMissing,
  revisions: PackRevisions,
};

/** Parts whose tables need the sheet across. */
const across: readonly PackPart[] = ["roadmap", "table"];

/**
 * A council pack as it is printed: cover, contents, and the chosen parts in their order. `pages` are
 * the pages on which the anchors stand, as far as they are known.
 */
export function PackDocument({
  content,
  pages,
}: {
  content: PackContent;
  pages: ReadonlyMap<string, number>;
}) {
  const outline = packOutline(content);
  return (
    <article>
      <PatternDefinitions />
      {content.choice.parts.includes("cover") && <PackCover content={content} />}
      <PackContents outline={outline} pages={pages} />
      {outline.map(({ part, id, number, title }) => {
        if (part === "cover") return null;
        const Body = parts[part];
        return (
          <section
            key={part}
            id={id}
            data-pack={across.includes(part) ? "across" : "upright"}
            className="break-before-page"
          >
            <h2 className="mb-4 border-b-2 border-solid-gray-900 pb-1 text-std-22B-150">
              {number}　{title}
            </h2>
            <Body content={content} />
          </section>
        );
      })}
    </article>
  );
}
