import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { type ListedVersion, VersionRow } from "./version-row.tsx";

/** The versions of a plan, the newest first; the edits between two revisions are folded away. */
export function VersionList({
  plan,
  versions,
}: {
  plan: string;
  versions: readonly ListedVersion[];
}) {
  const [newest] = versions;
  const row = (version: ListedVersion) => (
    <VersionRow key={version.version} plan={plan} version={version} inForce={version === newest} />
  );
  return (
    <ol aria-label="計画の版" className="border-y border-solid-gray-420">
      {stretches(versions).map((stretch) => {
        const [first] = stretch;
        if (first?.kind !== "edit" || stretch.length === 1) return stretch.map(row);
        return (
          <li key={first.version} className="border-b border-solid-gray-200 py-2">
            <Disclosure
              summary={`軽微な変更　${stretch.length}件（第${stretch.at(-1)?.version}版～第${first.version}版）${first === newest ? "　現在の計画を含む" : ""}`}
            >
              <ol>{stretch.map(row)}</ol>
            </Disclosure>
          </li>
        );
      })}
    </ol>
  );
}

/** Neighbouring edits together, everything else alone. */
function stretches(versions: readonly ListedVersion[]): ListedVersion[][] {
  const found: ListedVersion[][] = [];
  for (const version of versions) {
    const last = found.at(-1);
    if (version.kind === "edit" && last?.[0]?.kind === "edit") last.push(version);
    else found.push([version]);
  }
  return found;
}
