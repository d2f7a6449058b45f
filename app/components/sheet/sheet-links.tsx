import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import { nodeTitle } from "#app/i18n/sheet.ts";
import { paths } from "#app/site/paths.ts";

/** The sheets of a plan, each on the screen and as files. */
export function SheetLinks({
  plan,
  nodes,
  fy,
}: {
  plan: { code: string; levelNames: Record<Exclude<NodeKind, "strategy">, string> };
  nodes: readonly (NodeLink & { lead: { shortName: string } | null })[];
  fy: number;
}) {
  return (
    <ul className="border-t border-solid-gray-420">
      {nodes.map((node) => {
        const title = nodeTitle(plan.levelNames, node);
        return (
          <li
            key={node.code}
            className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-solid-gray-200 py-3"
          >
            <span className="min-w-0">
              <TextLink to={paths.sheet(plan.code, node.code, fy)}>{title}</TextLink>
              {node.lead && (
                <span className="ml-4 text-dns-14N-130 text-solid-gray-700">
                  {node.lead.shortName}
                </span>
              )}
            </span>
            <span className="flex gap-x-5 text-dns-16N-130 print:hidden">
              {(["pdf", "xlsx"] as const).map((type) => (
                <TextLink key={type} to={paths.sheetFile(plan.code, node.code, type, fy)}>
                  <span className="sr-only">{title}の</span>
                  {type === "pdf" ? "PDF" : "Excel"}
                </TextLink>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
