import { ShieldAlert } from "lucide-react";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Says that what somebody belongs to counts only when they sign in with a second factor, and where to begin. */
export function SecondFactorNotice({
  organisations,
  keeping,
}: {
  organisations: readonly string[];
  keeping: boolean;
}) {
  if (organisations.length === 0 && !keeping) return null;
  return (
    <aside
      aria-label={t`二要素認証の設定が必要です`}
      className="border-b border-yellow-900 bg-yellow-50 text-solid-gray-900 print:hidden"
    >
      <p className="mx-auto flex max-w-[80rem] items-start gap-2 px-4 py-2 text-dns-16N-130 sm:px-6">
        <ShieldAlert aria-hidden className="size-5 shrink-0 text-yellow-1100" />
        <span>
          {organisations.length > 0 &&
            t`${organisations.join(t`、`)}の業務には、二要素認証を使ったログインが必要です。`}
          {keeping && t`ポータルの管理には、二要素認証を使ったログインが必要です。`}{" "}
          <a href={paths.security} className="text-link">
            {t`設定する`}
          </a>
        </span>
      </p>
    </aside>
  );
}
