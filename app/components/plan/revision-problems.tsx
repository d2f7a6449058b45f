import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { ProposalConflict } from "#app/domain/plan/apply.ts";
import type { BrokenReference } from "#app/domain/plan/integrity.ts";
import { brokenWords, conflictFieldText } from "#app/i18n/revision.ts";
import { paths } from "#app/site/paths.ts";

/** What keeps a revision from being adopted: proposals that the plan moved away from, broken links. */
export function RevisionProblems({
  plan,
  number,
  conflicts,
  broken,
}: {
  plan: string;
  number: number;
  conflicts: readonly ProposalConflict[];
  broken: readonly BrokenReference[];
}) {
  if (conflicts.length + broken.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title="このままでは決定できない提案があります">
      <ul className="list-disc space-y-1 pl-5">
        {conflicts.map(({ kind, code, fields }) => (
          <li key={`${kind} ${code}`}>
            {code}：提案のあとに計画の「{fields.map(conflictFieldText).join("」「")}
            」が変わりました。
            <TextLink to={paths.proposal(plan, number, kind, code)}>提案し直す</TextLink>
          </li>
        ))}
        {broken.map(({ at, code, why }) => (
          <li key={`${at} ${code} ${why}`}>
            {at}：{brokenWords[why]}（{code}）。
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
