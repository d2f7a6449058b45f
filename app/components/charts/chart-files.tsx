import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";

/** Where a drawing or table is saved from, by type; a type that it has no file of is left out. */
export type ChartFileLinks = { svg?: string; png?: string; csv?: string; xlsx?: string };

/** The ways to save what is drawn: as it is drawn, as a picture, and its figures. */
export function ChartFiles({
  links,
  of,
  className = "",
}: {
  links: ChartFileLinks;
  /** What is saved, for those who hear the links without what they stand under. */
  of: string;
  className?: string;
}) {
  const files = [
    { type: "SVG", to: links.svg },
    { type: "PNG", to: links.png },
    { type: "CSV", to: links.csv },
    { type: "Excel", to: links.xlsx },
  ];
  return (
    <p className={`flex flex-wrap gap-x-4 text-note text-solid-gray-700 print:hidden ${className}`}>
      {t`保存`}
      {files.map(
        ({ type, to }) =>
          to && (
            <TextLink key={type} to={to} aria-label={t`${of}を${type}で保存`}>
              {type}
            </TextLink>
          ),
      )}
    </p>
  );
}
