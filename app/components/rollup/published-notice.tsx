import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Says to people who are not members why they see the plan and no figures. */
export function PublishedNotice() {
  return (
    <NotificationBanner title={t`実績値はまだ公表されていません`}>
      <p>
        {rich`計画の内容と目標値はどなたでもご覧いただけます。関係機関の方は${<TextLink to={paths.signIn}>{t`ログイン`}</TextLink>}すると、受理済みの実績値と評価を確認できます。`}
      </p>
    </NotificationBanner>
  );
}
