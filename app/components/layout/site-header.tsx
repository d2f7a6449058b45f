import { useLocation } from "@remix-run/react";
import { Bell, BookOpen, ChevronDown, LogOut, Search as SearchIcon } from "lucide-react";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { ProductMark } from "#app/components/layout/product-mark.tsx";
import type {
  NavigationItem,
  OrganisationLink,
  SignedInPerson,
} from "#app/components/layout/root-data.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type SiteHeaderProps = {
  person: SignedInPerson | null;
  organisations: readonly OrganisationLink[];
  /** slug of the organisation the page is about */
  currentOrganisation?: string;
  items: readonly NavigationItem[];
  signInPath?: string;
  signOutPath?: string;
};

/** Name of the portal, main navigation, and who is signed in for which organisation. */
export function SiteHeader({
  person,
  organisations,
  currentOrganisation,
  items,
  signInPath = paths.signIn,
  signOutPath = paths.signOut,
}: SiteHeaderProps) {
  const current = organisations.find((each) => each.slug === currentOrganisation);
  return (
    <header className="border-t-4 border-b border-t-blue-1000 border-b-solid-gray-420 bg-white print:border-t-0">
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center justify-between gap-x-8 px-4 sm:px-6 print:px-0">
        <a
          href={paths.front}
          className="flex min-h-14 items-center gap-2.5 py-2 text-solid-gray-900 print:min-h-0 print:py-1"
        >
          <ProductMark className="size-8 print:size-6" />
          <span className="text-dns-17B-130 tracking-wide [font-feature-settings:'palt']">
            {productTitle()}
          </span>
        </a>
        <div className="flex min-w-0 items-center gap-5 max-sm:gap-3 print:hidden max-sm:w-full max-sm:border-t max-sm:border-solid-gray-200">
          <a
            href={paths.search}
            className="inline-flex min-h-11 shrink-0 items-center gap-1.5 text-dns-16N-130 whitespace-nowrap text-solid-gray-800 hover:underline"
          >
            <SearchIcon aria-hidden className="size-4.5" />
            {t`検索`}
          </a>
          <a
            href={paths.guides}
            className="hidden sm:inline-flex min-h-11 shrink-0 items-center gap-1.5 text-dns-16N-130 whitespace-nowrap text-solid-gray-800 hover:underline"
          >
            <BookOpen aria-hidden className="size-4.5" />
            {t`手引き`}
          </a>
          <LanguageSwitch />
          {person && <NotificationsLink unread={person.unread} />}
          {person ? (
            <PersonMenu
              person={person}
              organisations={organisations}
              current={current}
              signOutPath={signOutPath}
            />
          ) : (
            <ButtonLink to={signInPath} size="sm" className="max-sm:my-2">
              {t`ログイン`}
            </ButtonLink>
          )}
        </div>
        {items.length > 0 && <MainNavigation items={items} />}
      </div>
    </header>
  );
}

/** The way to what somebody was told; how much of it is unread stands beside it. */
function NotificationsLink({ unread }: { unread: number }) {
  return (
    <a
      href={paths.notifications}
      className="inline-flex min-h-11 shrink-0 items-center gap-1.5 text-dns-16N-130 whitespace-nowrap text-solid-gray-800 hover:underline"
    >
      <Bell aria-hidden className="size-4.5" />
      {t`お知らせ`}
      {unread > 0 && <Count of={unread} word={t`未読`} />}
    </a>
  );
}

function Count({ of, word = "" }: { of: number; word?: string }) {
  return (
    <span className="min-w-6 rounded-full bg-blue-900 px-1.5 py-0.5 text-center text-tag text-white tabular-nums">
      <span className="sr-only">{word}</span>
      {of}
      <span className="sr-only">{t`件`}</span>
    </span>
  );
}

function MainNavigation({ items }: Pick<SiteHeaderProps, "items">) {
  const { pathname } = useLocation();
  const isAt = ({ to, end }: NavigationItem) =>
    pathname === to || (!end && pathname.startsWith(`${to}/`));
  // A page may stand below two entries: the nearer one is current.
  const [current] = items.filter(isAt).sort((a, b) => b.to.length - a.to.length);
  return (
    <nav
      aria-label={t`メインメニュー`}
      className="relative -mx-4 w-[calc(100%+2rem)] overflow-x-auto px-1 sm:px-0 print:hidden"
    >
      <ul className="flex min-w-max">
        {items.map((item) => (
          <li key={item.to}>
            <a
              href={item.to}
              aria-current={item === current ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 border-b-4 border-transparent px-3 pt-1 text-dns-16N-130 text-solid-gray-800 -outline-offset-4 hover:border-solid-gray-420 aria-[current=page]:border-blue-900 aria-[current=page]:font-bold aria-[current=page]:text-blue-900 sm:px-4"
            >
              {item.label}
              {item.count !== undefined && item.count > 0 && <Count of={item.count} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PersonMenu({
  person,
  organisations,
  current,
  signOutPath,
}: {
  person: SignedInPerson;
  organisations: readonly OrganisationLink[];
  current: OrganisationLink | undefined;
  signOutPath: string;
}) {
  const shown = current ?? (organisations.length === 1 ? organisations[0] : undefined);
  return (
    <details className="group/menu relative min-w-0 max-sm:grow" name="header-menu">
      <summary className="flex min-h-11 items-center gap-2 rounded-4 px-2 text-dns-14N-130 hover:bg-solid-gray-50 focus-visible:bg-yellow-300 max-sm:-mx-2">
        <span className="sr-only">{t`利用者と組織：`}</span>
        {shown && <span className="truncate font-bold text-solid-gray-900">{shown.shortName}</span>}
        {shown && (
          <span aria-hidden="true" className="h-4 border-l border-solid-gray-420 max-sm:hidden" />
        )}
        <span className={shown ? "truncate max-sm:sr-only" : "truncate"}>{person.name}</span>
        <ChevronDown aria-hidden className="ml-auto size-4 shrink-0 group-open/menu:rotate-180" />
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-8 border border-solid-gray-420 bg-white py-2 shadow-1">
        <p className="px-4 py-1 text-dns-14N-130">
          <span className="block font-bold">{person.name}</span>
          <span className="block text-solid-gray-600">{person.email}</span>
        </p>
        {organisations.length > 0 && (
          <div className="mt-2 border-t border-solid-gray-200 pt-2">
            <p id="organisation-switch" className="px-4 py-1 text-eyebrow text-solid-gray-600">
              {organisations.length > 1 ? t`組織の切替え` : t`所属`}
            </p>
            <ul aria-labelledby="organisation-switch" className="max-h-[60vh] overflow-y-auto">
              {organisations.map((each) => (
                <li key={each.slug}>
                  <a
                    href={paths.workspace(each.slug)}
                    aria-current={each.slug === shown?.slug ? "true" : undefined}
                    className="flex min-h-11 items-center border-l-4 border-transparent px-3 text-dns-16N-130 -outline-offset-4 hover:bg-blue-50 hover:underline aria-[current=true]:border-blue-900 aria-[current=true]:font-bold"
                  >
                    {each.shortName}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <a
          href={paths.account}
          className="mt-2 flex min-h-11 items-center border-t border-solid-gray-200 px-4 pt-1 text-dns-16N-130 -outline-offset-4 hover:bg-blue-50 hover:underline"
        >
          {t`アカウント`}
        </a>
        <form
          method="post"
          action={signOutPath}
          className="mt-2 border-t border-solid-gray-200 px-2 pt-2"
        >
          <Button variant="text" size="sm" className="w-full justify-start px-2">
            <LogOut aria-hidden className="size-4" />
            {t`ログアウト`}
          </Button>
        </form>
      </div>
    </details>
  );
}
