import { useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { asOfWords } from "#app/i18n/as-of.ts";
import { rich, t } from "#app/i18n/t.ts";

type Kept = {
  html: string;
  /** From when it is read; null for today. */
  asOf: string | null;
  /** The same page of today. */
  today: string;
  /** Where an open page is told that its figures moved; null where they cannot. */
  live: string | null;
};

/** A page whose contents were rendered by its loader; see lib/kept-page.server.tsx. */
export function KeptPage() {
  const { html, asOf, today, live } = useLoaderData<Kept>();
  return (
    <>
      {asOf !== null && (
        <NotificationBanner kind="warning" title={asOfWords(asOf)} className="mt-6 mb-2">
          <p>
            {rich`数値、評価及び計画は、その時点で記録されていたものです。${(
              <a href={today} className="text-link">
                {t`現在の集計を見る`}
              </a>
            )}`}
          </p>
        </NotificationBanner>
      )}
      <div
        data-live-contents={live === null ? undefined : ""}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is React's own, made on the server
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {live !== null && <LiveState stream={live} />}
    </>
  );
}

/** Says whether the page keeps itself up to date, and lets people stop that; without scripts nothing. */
function LiveState({ stream }: { stream: string }) {
  return (
    <div
      hidden
      data-live={stream}
      className="mt-10 flex flex-wrap items-center gap-x-4 gap-y-2 text-dns-14N-130 text-solid-gray-700 print:hidden"
    >
      <p role="status" data-live-state="" />
      <Button type="button" variant="text" size="sm">
        {t`自動更新を停止`}
      </Button>
      <script type="module" src="/live.js" />
    </div>
  );
}
