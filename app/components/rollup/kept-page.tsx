import { useLoaderData } from "@remix-run/react";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { asOfWords } from "#app/i18n/as-of.ts";

type Kept = {
  html: string;
  /** From when it is read; null for today. */
  asOf: string | null;
  /** The same page of today. */
  today: string;
};

/** A page whose contents were rendered by its loader; see lib/kept-page.server.tsx. */
export function KeptPage() {
  const { html, asOf, today } = useLoaderData<Kept>();
  return (
    <>
      {asOf !== null && (
        <NotificationBanner kind="warning" title={asOfWords(asOf)} className="mt-6 mb-2">
          <p>
            数値、評価及び計画は、その時点で記録されていたものです。
            <a href={today} className="text-link">
              現在の集計を見る
            </a>
          </p>
        </NotificationBanner>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is React's own, made on the server */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
