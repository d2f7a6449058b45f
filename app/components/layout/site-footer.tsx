import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

const links = () => [
  { to: paths.front, label: t`トップ` },
  { to: paths.plan("jewels"), label: t`計画` },
  { to: paths.guides, label: t`手引き` },
  { to: paths.glossary(), label: t`用語集` },
  { to: paths.openapi, label: t`公開API（OpenAPI）` },
];

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-solid-gray-420 bg-solid-gray-50 print:hidden">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-5 text-dns-14N-130 sm:px-6">
        <p className="text-solid-gray-700">{productTitle()}</p>
        <nav aria-label={t`フッター`}>
          <ul className="flex flex-wrap gap-x-6">
            {links().map((link) => (
              <li key={link.to}>
                <a
                  href={link.to}
                  className="inline-flex min-h-8 items-center text-solid-gray-800 underline underline-offset-[3px] hover:decoration-[3px] focus-visible:bg-yellow-300"
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
