import type { ReactNode } from "react";
import { languageOf } from "#app/i18n/language-of.ts";
import { t } from "#app/i18n/t.ts";

export type Breadcrumb = { to?: string; label: string };

export type PageHeaderProps = {
  title: ReactNode;
  /** From the top down; the page itself, last, needs no `to`. */
  breadcrumbs?: readonly Breadcrumb[];
  /** What the title belongs to: a PT, a code, a kind of page. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Buttons and links; not printed. */
  actions?: ReactNode;
  /** Short facts in a row: 担当, 年度, 時点. */
  meta?: readonly { term: string; description: ReactNode }[];
  /** Stands under everything, over the rule: year choice, tabs. */
  children?: ReactNode;
};

/** Where one is, what the page is about, what can be done here. */
export function PageHeader({
  title,
  breadcrumbs = [],
  eyebrow,
  lead,
  actions,
  meta = [],
  children,
}: PageHeaderProps) {
  return (
    <div className={`mb-8 print:mb-5 print:pt-2 ${breadcrumbs.length > 0 ? "pt-4" : "pt-8"}`}>
      {breadcrumbs.length > 0 && (
        <nav aria-label={t`パンくずリスト`} className="mb-4 print:hidden">
          <ol className="flex flex-wrap items-center text-dns-14N-130">
            {breadcrumbs.map((crumb, index) => (
              <li key={crumb.label} className="inline-flex items-center">
                {index > 0 && (
                  <span aria-hidden="true" className="px-2 text-solid-gray-420">
                    {t`／`}
                  </span>
                )}
                {crumb.to ? (
                  <a
                    href={crumb.to}
                    lang={languageOf(crumb.label)}
                    className="inline-flex min-h-8 items-center text-blue-1000 underline underline-offset-[3px] hover:decoration-[3px] focus-visible:bg-yellow-300"
                  >
                    {crumb.label}
                  </a>
                ) : (
                  <span
                    aria-current="page"
                    lang={languageOf(crumb.label)}
                    className="inline-flex min-h-8 items-center text-solid-gray-700"
                  >
                    {crumb.label}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-[52rem] min-w-0">
          {eyebrow && <p className="mb-1 text-dns-14B-130 text-blue-1000">{eyebrow}</p>}
          <h1
            lang={languageOf(title)}
            className="text-std-24B-150 leading-140 sm:text-std-32B-150 sm:leading-140"
          >
            {title}
          </h1>
          {lead && (
            <div
              lang={languageOf(lead)}
              className="mt-2 text-std-16N-170 text-balance text-solid-gray-700 [word-break:auto-phrase]"
            >
              {lead}
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      {meta.length > 0 && (
        <dl className="mt-5 flex flex-wrap gap-x-8 gap-y-2 border-t border-solid-gray-420 pt-3 text-dns-14N-130">
          {meta.map((fact) => (
            <div key={fact.term} className="flex flex-wrap items-baseline gap-x-2">
              <dt className="text-solid-gray-600">{fact.term}</dt>
              <dd lang={languageOf(fact.description)} className="text-solid-gray-900">
                {fact.description}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children && <div className="mt-6 print:mt-3">{children}</div>}
    </div>
  );
}
