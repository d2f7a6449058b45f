import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { t } from "#app/i18n/t.ts";

/** Why somebody was not let in: what was not right, or how long to wait. */
export type Attempt =
  | { reason: "refused" | "no_membership" }
  | { reason: "slow_down"; minutes: number };

/** The answer to an attempt to say who one is. `wrong` says what was not right. */
export function AttemptNotice({ attempt, wrong }: { attempt: Attempt; wrong: string }) {
  if (attempt.reason === "slow_down")
    return (
      <NotificationBanner kind="warning" live title={t`しばらくお待ちください`}>
        <p>
          {t`続けて失敗したため、この端末からのログインを一時的に制限しています。約${attempt.minutes}分後にもう一度お試しください。`}
        </p>
      </NotificationBanner>
    );
  const alone = attempt.reason === "no_membership";
  return (
    <NotificationBanner kind="error" live title={t`ログインできませんでした`}>
      <p>
        {alone
          ? t`このアカウントは、どの団体にも所属していません。所属団体の管理担当にお問い合わせください。`
          : wrong}
      </p>
    </NotificationBanner>
  );
}
