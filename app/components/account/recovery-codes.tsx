import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { productName } from "#app/site/name.ts";

/** The recovery codes of somebody, once: to be printed, or kept as a file. */
export function RecoveryCodes({ codes, title }: { codes: readonly string[]; title: string }) {
  const text = `${productName}\n回復コード（それぞれ1回だけ使えます）\n\n${codes.join("\n")}\n`;
  return (
    <NotificationBanner kind="success" live takesFocus title={title}>
      <p>
        次の回復コードを印刷又は保存し、施錠できる場所に保管してください。認証アプリを使えなくなったときに、確認コードの代わりに1回ずつ使えます。
        <strong>この画面を離れると、もう表示できません。</strong>
      </p>
      <ul
        aria-label="回復コード"
        className="my-4 grid max-w-[30rem] grid-cols-1 gap-x-8 gap-y-1 font-mono text-std-17N-170 sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <a
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download="recovery-codes.txt"
        className="text-link print:hidden"
      >
        テキストファイルで保存する
      </a>
    </NotificationBanner>
  );
}
