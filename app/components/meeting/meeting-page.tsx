import { useLoaderData } from "@remix-run/react";
import { t } from "#app/i18n/t.ts";

type Kept = {
  html: string;
  /** Where the open page is told that its figures moved; null where they cannot. */
  live: string | null;
};

/**
 * A slide over the whole screen, rendered by its loader. Without scripts its links lead on; with them
 * keys do, the screen is filled, and it keeps itself up to date.
 */
export function MeetingPage() {
  const { html, live } = useLoaderData<Kept>();
  return (
    <div className="meeting" data-meeting="">
      <div
        className="flex min-h-full flex-col"
        data-live-contents={live === null ? undefined : ""}
        data-slide=""
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is React's own, made on the server
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <div className="flex flex-wrap items-center gap-x-[1em] text-[max(0.65em,0.75rem)] text-solid-gray-700">
        <button type="button" hidden data-full-screen="" className="min-h-6 underline">
          {t`全画面表示（Fキー）`}
        </button>
        {live !== null && <LiveState stream={live} />}
      </div>
      <script type="module" src="/meeting.js" />
    </div>
  );
}

/** Whether the slide keeps itself up to date; without scripts nothing. */
function LiveState({ stream }: { stream: string }) {
  return (
    <div hidden data-live={stream} className="flex items-center gap-x-[1em]">
      <p role="status" data-live-state="" />
      <button type="button" className="min-h-6 underline">
        {t`自動更新を停止`}
      </button>
      <script type="module" src="/live.js" />
    </div>
  );
}
