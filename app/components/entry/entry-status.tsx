import { useSyncExternalStore } from "react";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { entryDoneText } from "#app/i18n/entry.ts";
import { paths } from "#app/site/paths.ts";
import type { EntryNews, EntryStore } from "./entry-store.ts";

/** What came of the last thing that was asked for, and whether the line stands. */
export function EntryStatus({ store }: { store: EntryStore }) {
  const news = useSyncExternalStore(
    (tell) => store.subscribe("news", tell),
    store.news,
    store.news,
  );
  const connection = useSyncExternalStore(
    (tell) => store.subscribe("connection", tell),
    store.connection,
    store.connection,
  );
  return (
    <div className="mb-6 space-y-4 empty:hidden">
      {connection === "down" && (
        <NotificationBanner kind="warning" live title="サーバーに接続できません">
          <p>入力した内容はこの画面に残っています。接続できしだい、自動で保存します。</p>
        </NotificationBanner>
      )}
      {connection === "signed_out" && (
        <NotificationBanner kind="warning" live title="ログインの有効期限が切れました">
          <p>
            入力した内容はこの画面に残っています。
            <a href={paths.signIn} target="_blank" rel="noreferrer" className="text-link">
              別のタブでログイン
            </a>
            すると、自動で保存を再開します。
          </p>
        </NotificationBanner>
      )}
      {connection === "broken" && (
        <NotificationBanner kind="error" live title="保存できませんでした">
          <p>
            求められている指標か、あなたの役割が変わった可能性があります。入力した内容を控えてから、画面を読み込み直してください。
          </p>
        </NotificationBanner>
      )}
      {news && news.open.length > 0 && (
        <ErrorSummary
          key={news.turn}
          title={entryDoneText(stepOf(news, store), news.done, news.open.length)}
          errors={news.open}
        />
      )}
      {news && news.open.length === 0 && (
        <NotificationBanner
          key={news.turn}
          kind="success"
          live
          takesFocus
          title={entryDoneText(stepOf(news, store), news.done, 0)}
        />
      )}
    </div>
  );
}

/** What was done with rows that were handed in, where the organisation decides first. */
function stepOf({ step }: EntryNews, { handsIn }: EntryStore) {
  return step === "submit" ? handsIn : step;
}
