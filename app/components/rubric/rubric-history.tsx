import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { rubricDifferences } from "#app/i18n/rubric.ts";
import { paths } from "#app/site/paths.ts";
import { Differences } from "./differences.tsx";
import type { RubricPlan, RubricVersion } from "./editor-data.ts";
import { RubricText } from "./rubric-text.tsx";

/** Every version of a plan's rubric, newest first: when, why, what changed, and its whole text. */
export function RubricHistory({
  versions,
  plan,
  mayAdopt,
}: {
  versions: readonly RubricVersion[];
  plan: RubricPlan;
  mayAdopt: boolean;
}) {
  const { project } = plan.levelNames;
  return (
    <ol className="border-t-2 border-solid-gray-900">
      {versions.map((version, index) => {
        const before = versions[index + 1];
        const differences = before
          ? rubricDifferences(before.content, version.content, project)
          : [];
        return (
          <li key={version.version} className="border-b border-solid-gray-420 py-4">
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <h3 className="text-std-17B-170">第{version.version}版</h3>
              {index === 0 && <Tag tone="blue">現行</Tag>}
              <span>{version.content.name}</span>
            </div>
            <p className="text-dns-14N-130 leading-150 text-solid-gray-700">
              <time dateTime={version.createdAt.toISOString()}>
                {momentText(version.createdAt)}
              </time>
              {version.author && <span className="ml-3">{version.author}</span>}
            </p>
            <p className="mt-1.5 whitespace-pre-line">
              <span className="mr-2 text-eyebrow text-solid-gray-600">理由</span>
              {version.reason || "計画とともに登録した評価基準です。"}
            </p>
            {before && (
              <div className="mt-3">
                {differences.length === 0 ? (
                  <p className="text-dns-14N-130 text-solid-gray-700">内容の変更はありません。</p>
                ) : (
                  <Differences
                    caption={`第${version.version}版で変わったこと`}
                    before={`第${before.version}版`}
                    after={`第${version.version}版`}
                    differences={differences}
                  />
                )}
              </div>
            )}
            {index > 0 && (
              <Disclosure small summary={`第${version.version}版の全文`} className="mt-2">
                <div className="rounded-8 border border-solid-gray-200 p-5">
                  <RubricText rubric={version.content} project={project} />
                </div>
              </Disclosure>
            )}
            {mayAdopt && index > 0 && (
              <ButtonLink
                to={paths.rubricEditor(plan.code, { from: String(version.version) })}
                size="sm"
                className="mt-2"
              >
                この版を元に変更する
                <span className="sr-only">（第{version.version}版）</span>
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ol>
  );
}
