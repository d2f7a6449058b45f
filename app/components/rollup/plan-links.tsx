import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** What there is of a plan beside its roll-up; the library of good practices is for members. */
export function PlanLinks({
  plan,
  fy,
  figures,
  members,
}: {
  plan: string;
  fy: number;
  figures: boolean;
  members: boolean;
}) {
  const links = [
    { to: paths.roadmap(plan, fy), label: t`ロードマップ` },
    { to: paths.matrix(plan, fy), label: t`団体別一覧` },
    { to: paths.sheets(plan, fy), label: t`評価調書` },
    { to: paths.rubric(plan), label: t`評価基準` },
    { to: paths.health(plan), label: t`計画点検` },
    { to: paths.versions(plan), label: t`改定履歴` },
    ...(figures ? [{ to: paths.meeting(plan, fy), label: t`会議モード` }] : []),
    ...(members
      ? [
          { to: paths.packs(plan), label: t`会議資料` },
          { to: paths.rounds(plan), label: t`照会` },
          { to: paths.practices(plan), label: t`好事例` },
        ]
      : []),
  ];
  return (
    <nav aria-label={t`この計画の資料`} className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
      {links.map(({ to, label }) => (
        <TextLink key={to} to={to}>
          {label}
        </TextLink>
      ))}
    </nav>
  );
}
