import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import type { InvitationStanding } from "#app/domain/invitation/standing.ts";
import { paths } from "#app/site/paths.ts";

const words: Record<InvitationStanding, string> = {
  open: "",
  used: "この招待は、すでに使われました。参加した人は、ログインして利用できます。",
  revoked:
    "この招待は取り消されたか、新しい招待に替わりました。新しいメールが届いていないか、ご確認ください。",
  expired: "この招待は、期限を過ぎました。",
};

/** An invitation that can be accepted no more: why, and the way on. Whose it was, is not said. */
export function InvitationGone({ standing }: { standing: InvitationStanding }) {
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader title="この招待は使えません" lead={words[standing]} />
      <p>必要な場合は、招待した団体の管理者に、もう一度招待するようご依頼ください。</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={paths.signIn}>ログイン</ButtonLink>
        <ButtonLink to={paths.front} variant="text">
          トップへ
        </ButtonLink>
      </p>
    </div>
  );
}
