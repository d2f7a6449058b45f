import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";

type Checked =
  | { ok: true; issuer: string; authorizationEndpoint: string; tokenEndpoint: string }
  | { ok: false; reason: "not_an_issuer" | "failed" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/** What came of asking a sign-in service how it works. */
export function CheckResult({ checked }: { checked: Checked }) {
  if (checked.ok)
    return (
      <NotificationBanner kind="success" live title="認証サービスに接続できました">
        <p>内容はまだ保存されていません。次の応答がありました。</p>
        <DefinitionList
          className="mt-3 break-all"
          items={[
            { term: "発行者", description: checked.issuer },
            { term: "ログイン画面", description: checked.authorizationEndpoint },
            { term: "トークンの取得先", description: checked.tokenEndpoint },
          ]}
        />
      </NotificationBanner>
    );
  if (checked.reason === "slow_down")
    return (
      <NotificationBanner kind="warning" live title="しばらくお待ちください">
        <p>
          確認の回数が多いため、一時的に制限しています。約{Math.ceil(checked.waitSeconds / 60)}
          分後にもう一度お試しください。
        </p>
      </NotificationBanner>
    );
  return (
    <NotificationBanner kind="error" live title="認証サービスに接続できませんでした">
      <p>
        発行者のアドレスが、認証サービスに表示されたものと一字一句同じかどうかを確認してください。庁内のネットワークだけで使われている認証サービスの場合は、ポータルの運用者による設定が必要です。
      </p>
    </NotificationBanner>
  );
}
