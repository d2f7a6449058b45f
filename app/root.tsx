import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import styles from "#app/app.css?url";
import { PatternDefinitions } from "#app/components/charts/patterns.tsx";
import { isHydrated } from "#app/components/hydration.ts";
import { DemoNotice } from "#app/components/layout/demo-notice.tsx";
import { ErrorPage, errorTitle } from "#app/components/layout/error-page.tsx";
import { JapaneseOnlyNotice } from "#app/components/layout/japanese-only-notice.tsx";
import type { NavigationItem, RootData } from "#app/components/layout/root-data.ts";
import { SecondFactorNotice } from "#app/components/layout/second-factor-notice.tsx";
import { SiteFooter } from "#app/components/layout/site-footer.tsx";
import { SiteHeader } from "#app/components/layout/site-header.tsx";
import { useNonce } from "#app/components/nonce.tsx";
import { AbsentPage } from "#app/components/plan/absent-page.tsx";
import { locale } from "#app/i18n/locale.ts";
import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";
import { chosenLocale } from "#app/lib/locale.server.ts";
import { namedInLanguage } from "#app/lib/named-in-language.server.ts";
import { sessionOf } from "#app/lib/session.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import type { Membership } from "#app/policy/can.ts";
import { paths } from "#app/site/paths.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: productTitle() }];
  return [{ title: t`${errorTitle(statusOf(error))}｜${productTitle()}` }];
};

/** What the frame of every page needs. */
export async function loader(args: LoaderFunctionArgs): Promise<RootData> {
  const session = await sessionOf(args.request, args.context);
  const memberships = namedInLanguage(session?.actor.memberships ?? []);
  const current =
    memberships.find((membership) => membership.slug === args.params.organisation) ??
    memberships.find((membership) => membership.kind !== "council") ??
    memberships[0];
  return {
    locale: locale(),
    chosenLocale: chosenLocale(args.request),
    person: session && {
      name: session.actor.name,
      email: session.email,
      unread: session.unread,
    },
    organisations: memberships.map(({ slug, shortName }) => ({ slug, shortName })),
    barred: {
      organisations: namedInLanguage(session?.barred ?? []),
      keeping: session?.keepingBarred ?? false,
    },
    demo: webConfig().demo,
    currentOrganisation: current?.slug,
    navigation: [
      ...(current ? navigationOf(current) : []),
      ...(session?.actor.keepsPortal ? [{ to: paths.platform, label: t`ポータルの管理` }] : []),
    ],
  };
}

function navigationOf(membership: Membership): NavigationItem[] {
  const { slug, kind } = membership;
  const workspace = { to: paths.workspace(slug), label: t`ワークスペース`, end: true };
  const review = { to: paths.review(slug), label: t`受理待ち` };
  const decisions = membership.requiresApproval
    ? [{ to: paths.approval(slug), label: t`決裁待ち` }]
    : [];
  const rollup = { to: paths.plan("jewels"), label: t`集計` };
  const rounds = { to: paths.rounds("jewels"), label: t`照会` };
  const completeness = { to: paths.completeness("jewels"), label: t`回答状況` };
  if (kind === "council") {
    const mails = { to: paths.mailLog(), label: t`送信記録` };
    const office = membership.role === "viewer" ? [] : [mails];
    return [rollup, rounds, completeness, { to: paths.front, label: t`計画一覧` }, ...office];
  }
  if (kind === "municipality")
    return [workspace, ...decisions, review, { to: paths.front, label: t`計画一覧` }];
  return kind === "prefecture"
    ? [workspace, ...decisions, review, rollup]
    : [workspace, ...decisions, rollup];
}

/** Whether a page may show made-up figures: kept pages know, all others say so to be safe. */
function mayShowDemo(page: unknown): boolean {
  const { showsDemo } = Object(page) as { showsDemo?: boolean };
  return showsDemo !== false;
}

/** Whether a route fills the screen by itself, with `export const handle = { bare: true }`. */
function isBare(handle: unknown): boolean {
  return Object(handle).bare === true;
}

/** The document: header, demo notice, the page, footer. Also frames errors. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const matches = useMatches();
  const hydrates = matches.some(({ handle }) => isHydrated(handle));
  const demo = matches.every((match) => mayShowDemo(match.data));
  const data = useRouteLoaderData<RootData>("root");
  // What went wrong is said in the frame that leads on.
  const failed = Boolean(useRouteError());
  const bare = !failed && matches.some(({ handle }) => isBare(handle));
  return (
    <html lang={data?.locale ?? "ja"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col text-std-16N-170">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute! focus:top-2 focus:left-2 focus:z-50 focus:bg-yellow-300 focus:px-4 focus:py-3 focus:text-oln-16B-100 focus:text-blue-1000 focus:underline"
        >
          {t`本文へ移動`}
        </a>
        <PatternDefinitions />
        {!bare && (
          <SiteHeader
            person={data?.person ?? null}
            organisations={data?.organisations ?? []}
            currentOrganisation={data?.currentOrganisation}
            items={data?.navigation ?? []}
          />
        )}
        {data && data.locale !== data.chosenLocale && <JapaneseOnlyNotice />}
        {!bare && data && <SecondFactorNotice {...data.barred} />}
        {!bare && data?.demo && demo && <DemoNotice />}
        <main
          id="main"
          tabIndex={-1}
          className={
            bare
              ? ""
              : "mx-auto w-full max-w-[80rem] grow px-4 pb-20 sm:px-6 print:max-w-none print:px-0 print:pb-0"
          }
        >
          {children}
        </main>
        {!bare && <SiteFooter />}
        {hydrates && <ScrollRestoration nonce={nonce} />}
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Every failure of a page ends here, framed like a page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const elsewhere = yearOf(error);
  if (elsewhere !== null) return <AbsentPage path={pathname} firstFy={elsewhere} />;
  return <ErrorPage status={statusOf(error)} requestId={requestIdOf(error)} />;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

/** The year whose plan has what that of the chosen year does not. */
function yearOf(error: unknown): number | null {
  const { firstFy } = Object(isRouteErrorResponse(error) ? error.data : null);
  return typeof firstFy === "number" ? firstFy : null;
}

function requestIdOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("requestId" in data)) return undefined;
  return typeof data.requestId === "string" ? data.requestId : undefined;
}
