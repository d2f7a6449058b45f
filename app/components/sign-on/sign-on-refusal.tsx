import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { type SignOnReason, signOnRefusals } from "#app/i18n/sign-on.ts";

/** Why nobody was signed in by their organisation's service, and what to do about it. */
export function SignOnRefusal({
  refusal: { reason, minutes },
}: {
  refusal: { reason: SignOnReason; minutes: number };
}) {
  const { kind, title, words } = signOnRefusals[reason];
  return (
    <NotificationBanner kind={kind} live title={title} className="mb-6">
      <p>
        {words}
        {reason === "slow_down" && `約${minutes}分後にもう一度お試しください。`}
      </p>
    </NotificationBanner>
  );
}
