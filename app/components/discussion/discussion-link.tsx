import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { t } from "#app/i18n/t.ts";

/** The way to what is said of a thing, with how much of it is open. */
export function DiscussionLink({ to, open }: { to: string; open: number }) {
  return (
    <ButtonLink to={to}>
      {t`意見・質問`}
      {open > 0 && <span className="ml-1 tabular-nums">{t`（未解決${open}件）`}</span>}
    </ButtonLink>
  );
}
