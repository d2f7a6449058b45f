import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { PackState } from "#app/domain/pack/pack.ts";
import { packProblem } from "#app/i18n/pack.ts";
import { t } from "#app/i18n/t.ts";

/** How far the making of a pack has come; the page asks again by itself. */
export function PackProgress({
  pack,
  mayMake,
  tooMany,
  here,
  again,
}: {
  pack: {
    state: PackState;
    isInterrupted: boolean;
    problem: string | null;
    stepsDone: number;
    stepsTotal: number;
  };
  mayMake: boolean;
  /** Making it again was refused: others are under way. */
  tooMany: boolean;
  /** The address of this page. */
  here: string;
  /** Where it is taken up again. */
  again: string;
}) {
  if (pack.state === "failed" || pack.isInterrupted)
    return (
      <NotificationBanner
        kind={pack.state === "failed" ? "error" : "warning"}
        title={pack.state === "failed" ? t`資料を作成できませんでした` : t`作成が中断されました`}
      >
        {pack.problem && <p>{packProblem(pack.problem)}</p>}
        {tooMany && <p>{packProblem("too_many")}</p>}
        {mayMake && (
          <form method="post" action={again} className="mt-4">
            <Button>{t`もう一度作成`}</Button>
          </form>
        )}
      </NotificationBanner>
    );
  return (
    <NotificationBanner title={t`資料を作成しています`}>
      <p>{t`この画面は自動的に更新されます。閉じても、作成は続きます。`}</p>
      <p className="mt-3">
        <ProgressBar
          value={pack.stepsDone}
          total={pack.stepsTotal}
          unit={t`段階`}
          label={t`作成の進み具合`}
          labelVisible
        />
      </p>
      <p className="mt-3">
        <TextLink to={here}>{t`最新の状況を表示する`}</TextLink>
      </p>
    </NotificationBanner>
  );
}
