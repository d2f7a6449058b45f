import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";

/** Where the portal sends no mail: the links to hand over, shown to who made them, once. */
export function SentLinks({ links }: { links: readonly { email: string; url: string }[] }) {
  return (
    <NotificationBanner
      kind="success"
      live
      takesFocus
      title="招待しました。次のリンクを本人に渡してください"
    >
      <p>
        このポータルはメールを送信しない設定です。リンクは、この画面にだけ表示されます。7日以内に一度だけ使えます。本人以外に渡らないように、対面や庁内の連絡手段で伝えてください。
      </p>
      <dl className="mt-3 space-y-3">
        {links.map(({ email, url }) => (
          <div key={url}>
            <dt className="font-bold">{email}</dt>
            <dd className="break-all">
              <a href={url} className="text-link">
                {url}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </NotificationBanner>
  );
}
