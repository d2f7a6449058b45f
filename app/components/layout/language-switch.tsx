import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { Languages } from "lucide-react";
import type { RootData } from "#app/components/layout/root-data.ts";
import { paths } from "#app/site/paths.ts";

const names = { ja: "日本語", en: "English" } as const;

/** Leads to the same page in the other language; the choice is kept. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const chosen = useRouteLoaderData<RootData>("root")?.chosenLocale ?? "ja";
  const other = chosen === "ja" ? "en" : "ja";
  return (
    <form method="post" action={paths.language}>
      <input type="hidden" name="to" value={pathname + search} />
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        className="inline-flex min-h-11 shrink-0 items-center gap-1.5 text-dns-16N-130 whitespace-nowrap text-solid-gray-800 hover:underline"
      >
        <Languages aria-hidden className="size-4.5 max-sm:hidden" />
        {names[other]}
      </button>
    </form>
  );
}
