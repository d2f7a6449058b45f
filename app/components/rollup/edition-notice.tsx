import { CorrectionsLink } from "#app/components/changes/corrections-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

/** Says which published edition the figures of a page are from. */
export function EditionNotice({
  edition,
  plan,
}: {
  /** With it the notice leads to what the edition corrected. */
  plan?: string;
  edition: { fy: number; edition: number; title: string; note: string };
}) {
  return (
    <div className="mb-6">
      <NotificationBanner
        title={t`公表された実績（${fiscalYearShort(edition.fy)}　第${edition.edition}版）`}
      >
        <p>{edition.title}</p>
        {edition.note && <p>{edition.note}</p>}
        {plan !== undefined && edition.edition > 1 && (
          <p>
            <CorrectionsLink plan={plan} fy={edition.fy} edition={edition.edition} />
          </p>
        )}
      </NotificationBanner>
    </div>
  );
}
