import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";

/** The key that was just issued: shown this once, as nobody keeps it. */
export function IssuedKey({ name, secret }: { name: string; secret: string }) {
  return (
    <NotificationBanner kind="success" live takesFocus title={`「${name}」のAPIキーを発行しました`}>
      <p>
        このキーが表示されるのは、この画面だけです。今すぐ利用するシステムの設定に保存し、メールなどで送らないでください。
      </p>
      <p className="mt-3 rounded-4 border border-solid-gray-420 bg-solid-gray-50 px-4 py-3">
        <code className="font-mono break-all select-all">{secret}</code>
      </p>
    </NotificationBanner>
  );
}
