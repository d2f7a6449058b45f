import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Counted } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** What carries a mark, each a way to its own explanation. */
export function CountedItems({
  items,
  plan,
  fy,
  marks,
  withMark = false,
}: {
  items: readonly Counted[];
  plan: string;
  fy: number;
  marks: Rubric["marks"];
  /** Where they do not stand under their mark. */
  withMark?: boolean;
}) {
  return (
    <ul className="border-t border-solid-gray-420">
      {items.map((item) => (
        <li
          key={item.code}
          className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-200 py-1.5 text-dns-14N-130"
        >
          <TextLink
            to={
              item.kind === "indicator"
                ? paths.explanation(plan, item.code, fy)
                : paths.count(plan, { kind: "project", code: item.code }, fy)
            }
            quiet
          >
            {t`${item.code}　${item.name}`}
          </TextLink>
          {withMark && (
            <EvaluatedMark evaluation={{ mark: item.mark, unjudged: null }} marks={marks} />
          )}
          {!item.inTerm && withMark && <span className="text-solid-gray-700">{t`対象期間外`}</span>}
          {item.mark !== item.computedMark && (
            <span className="text-solid-gray-700">
              {rich`上書き（算出：${
                item.computedMark === null ? (
                  t`なし`
                ) : (
                  <EvaluatedMark
                    evaluation={{ mark: item.computedMark, unjudged: null }}
                    marks={marks}
                  />
                )
              }）`}
            </span>
          )}
          {item.unjudged && (
            <span className="text-solid-gray-700">{unjudgedLabels[item.unjudged]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
