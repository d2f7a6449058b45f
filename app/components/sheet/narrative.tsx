import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type NarrativePart, narrativeParts } from "#app/domain/indicator/definition.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { hasPlaceFor } from "#app/domain/sheet/narratives.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { paths } from "#app/site/paths.ts";

type Sheet = Pick<EvaluationSheet, "layout" | "narratives" | "plan" | "node" | "fy">;

/**
 * A text of a sheet, or its empty place. `editable` adds the way to the page where it is written,
 * for everybody who reads today's texts: that page knows who may.
 */
export function Narrative({
  sheet,
  part,
  editable,
  children,
}: {
  sheet: Sheet;
  part: NarrativePart;
  editable: boolean;
  /** What belongs under the text. */
  children?: React.ReactNode;
}) {
  const text = sheet.narratives[part];
  if (text === null && !hasPlaceFor(sheet.layout, part)) return null;
  return (
    <Section
      title={narrativeLabels[part]}
      aside={editable && <EditLink sheet={sheet} part={part} />}
      className="sheet-section"
    >
      {text === null ? (
        <p className="rounded-4 border border-dashed border-solid-gray-420 px-4 py-3 text-dns-16N-130 text-solid-gray-600 print:mr-px print:py-1.5">
          未記入
        </p>
      ) : (
        <p className="prose-report whitespace-pre-line">{text}</p>
      )}
      {children}
    </Section>
  );
}

function EditLink({ sheet, part }: { sheet: Sheet; part: NarrativePart }) {
  return (
    <TextLink
      to={paths.narrative(sheet.plan.code, sheet.node.code, part, sheet.fy)}
      className="print:hidden"
    >
      {narrativeLabels[part]}を編集
    </TextLink>
  );
}

/** The way to the texts for which a layout keeps no place while they are empty. */
export function MoreNarratives({ sheet }: { sheet: Sheet }) {
  const more = narrativeParts.filter(
    (part) => sheet.narratives[part] === null && !hasPlaceFor(sheet.layout, part),
  );
  if (more.length === 0) return null;
  return (
    <p className="mt-10 flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700 print:hidden">
      文章を書き加える：
      {more.map((part) => (
        <EditLink key={part} sheet={sheet} part={part} />
      ))}
    </p>
  );
}
