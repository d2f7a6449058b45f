import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";

/** The links that were just made, where the portal sends no mail: shown this once, to hand them over. */
export function AskedLinks({
  links,
  to,
}: {
  links: readonly { id: string; recipient: string; address: string }[];
  /** Where it goes on. */
  to: string;
}) {
  return (
    <NotificationBanner
      kind="success"
      live
      takesFocus
      title={`回答用のリンクを${links.length}件作成しました`}
      actions={
        <ButtonLink to={to} size="sm">
          照会の一覧へ
        </ButtonLink>
      }
    >
      <p>
        このポータルはメールを送信しない設定です。リンクが表示されるのはこの画面だけですので、今すぐ控えて、それぞれの照会先にお知らせください。
      </p>
      <DefinitionList
        className="mt-3"
        items={links.map(({ recipient, address }) => ({
          term: recipient,
          description: <code className="font-mono break-all select-all">{address}</code>,
        }))}
      />
    </NotificationBanner>
  );
}
