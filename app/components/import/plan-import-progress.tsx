import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";

/** How far the reading or the writing of a file has come; the page asks again by itself. */
export function PlanImportProgress({
  isReading,
  done,
  total,
  isInterrupted,
  mayResume,
  here,
}: {
  isReading: boolean;
  done: number;
  total: number | null;
  isInterrupted: boolean;
  mayResume: boolean;
  /** The address of this page. */
  here: string;
}) {
  const what = isReading ? "読み取り" : "取り込み";
  if (isInterrupted)
    return (
      <NotificationBanner kind="warning" title={`${what}が中断されました`}>
        <p>何も登録されていません。</p>
        {mayResume && (
          <form method="post" className="mt-4">
            <Button name="intent" value="resume">
              {isReading ? "もう一度読み取る" : "確認の画面に戻る"}
            </Button>
          </form>
        )}
      </NotificationBanner>
    );
  return (
    <NotificationBanner title={`ファイルを${isReading ? "読み取って" : "取り込んで"}います`}>
      <p>この画面は自動的に更新されます。閉じても、{what}は続きます。</p>
      {total !== null && (
        <p className="mt-3">
          <ProgressBar value={done} total={total} unit="行" label={`${what}済み`} labelVisible />
        </p>
      )}
      {total === null && done > 0 && <p>{formatFigure(String(done))}行</p>}
      <p className="mt-3">
        <TextLink to={here}>最新の状況を表示する</TextLink>
      </p>
    </NotificationBanner>
  );
}
