import { type ChangeKind, changeKinds } from "#app/domain/rollup/changes.ts";
import { changeKindSentences } from "#app/i18n/changes.ts";
import { KindTag } from "./kind-tag.tsx";

/** How many changed in which way, with what the words mean. */
export function KindCounts({
  groups,
}: {
  groups: readonly {
    projects: readonly { kind: ChangeKind }[];
    indicators: readonly { kind: ChangeKind }[];
  }[];
}) {
  const all = groups.flatMap(({ projects, indicators }) => [...projects, ...indicators]);
  const found = changeKinds
    .map((kind) => ({ kind, count: all.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  if (found.length === 0) return null;
  return (
    <ul className="mb-5 flex flex-wrap gap-x-6 gap-y-2 text-dns-14N-130">
      {found.map(({ kind, count }) => (
        <li key={kind} className="inline-flex items-center gap-2">
          <KindTag kind={kind} />
          <span className="text-dns-16B-130 tabular-nums">{count}</span>
          <span className="text-solid-gray-700">{changeKindSentences[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
