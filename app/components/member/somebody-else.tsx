import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { paths } from "#app/site/paths.ts";

/** The reader is signed in under another address than the one that was asked. */
export function SomebodyElse({
  invited,
  signedInAs,
}: {
  invited: string | null;
  signedInAs: string | null;
}) {
  return (
    <NotificationBanner
      kind="warning"
      title="この招待は、ほかの人に宛てたものです"
      actions={
        <form method="post" action={paths.signOut}>
          <Button variant="outline" size="sm">
            ログアウトする
          </Button>
        </form>
      }
    >
      <p>
        {signedInAs}でログインしていますが、招待は{invited}
        に宛てたものです。招待された本人がこのリンクを開く場合は、いったんログアウトしてから、もう一度開いてください。
      </p>
    </NotificationBanner>
  );
}
