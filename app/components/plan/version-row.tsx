import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { versionKindLabels } from "#app/i18n/plan-version.ts";
import { paths } from "#app/site/paths.ts";

export type ListedVersion = {
  version: number;
  kind: VersionKind;
  title: string;
  reason: string;
  firstFy: number;
  effectiveOn: string;
  adoptedOn: string | null;
  organisation: string | null;
};

/** A version in the list of them: what it is, since when, and the ways into it. */
export function VersionRow({
  plan,
  version,
  inForce,
}: {
  plan: string;
  version: ListedVersion;
  inForce: boolean;
}) {
  const { kind, title, reason, firstFy, effectiveOn, adoptedOn, organisation } = version;
  const facts = [
    kind !== "edit" && `${fiscalYearLabel(firstFy)}の評価から適用`,
    `${dayText(effectiveOn)}から`,
    adoptedOn && `決定 ${dayText(adoptedOn)}`,
    organisation,
  ].filter(Boolean);
  return (
    <li className="border-b border-solid-gray-200 py-4 last:border-b-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-std-17B-170">
        <span className="tabular-nums">第{version.version}版</span>
        <span>{title}</span>
        <Tag tone={kind === "edit" ? "gray" : "blue"}>{versionKindLabels[kind]}</Tag>
        {inForce && <Tag tone="green">現在の計画</Tag>}
      </h3>
      <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{facts.join("　")}</p>
      {reason && <p className="mt-2 max-w-[52rem] leading-160 whitespace-pre-line">{reason}</p>}
      <p className="mt-2 flex flex-wrap gap-x-5 print:hidden">
        {kind !== "original" && (
          <TextLink to={paths.version(plan, version.version)}>
            {kind === "revision" ? "見直し一覧" : "変更の内容"}
            <span className="sr-only">（第{version.version}版）</span>
          </TextLink>
        )}
        <TextLink to={paths.versionDocument(plan, version.version)}>
          この版の計画
          <span className="sr-only">（第{version.version}版）</span>
        </TextLink>
      </p>
    </li>
  );
}
