import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";
import { paths } from "#app/site/paths.ts";

/** What was written of a file, and what comes next. */
export function PlanImportOutcome({
  plan,
  written,
  leftOut,
}: {
  plan: { code: string; name: string; isDraft: boolean };
  written: { version: number | null; figures: number; unchanged: number; passed: number };
  /** Rows that could not be read. */
  leftOut: number;
}) {
  const facts = [
    written.version === null ? "計画の内容に変更なし" : `計画の第${written.version}版を登録`,
    `実績${formatFigure(String(written.figures))}件を登録`,
    written.unchanged > 0 ? `変更のない実績${formatFigure(String(written.unchanged))}件` : null,
    written.passed > 0 ? `報告の途中のため取り込まなかった実績${written.passed}件` : null,
    leftOut > 0 ? `読み取れなかったため除いた行${leftOut}件` : null,
  ].filter((fact) => fact !== null);
  return (
    <NotificationBanner
      kind="success"
      title={`「${plan.name}」を取り込みました`}
      actions={<ButtonLink to={paths.plan(plan.code)}>計画を表示する</ButtonLink>}
    >
      <ul className="list-disc pl-6">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {plan.isDraft && (
        <div className="mt-4">
          <p className="text-std-16B-170">次の手順</p>
          <ol className="list-decimal pl-6">
            <li>計画の画面で、体系、指標及び実績を確かめます。</li>
            <li>
              直すところがあるときは、様式を直して送信し直します。前回との差だけを反映します。
            </li>
            <li>
              <TextLink to={paths.versions(plan.code)}>改定履歴</TextLink>
              から見直しを作成し、とりまとめて決定すると、計画が公開され、照会を始められます。
            </li>
          </ol>
        </div>
      )}
    </NotificationBanner>
  );
}
