import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { asOfText } from "#app/domain/rollup/as-of.ts";
import { locale } from "#app/i18n/locale.ts";
import { can } from "#app/policy/can.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { CarriedAsOf } from "#app/site/carried-link.ts";
import { demoTagClass } from "#app/site/demo.ts";
import { paths } from "#app/site/paths.ts";
import { forPage } from "./respond.server.ts";
import { rollupContext } from "./rollup-context.server.ts";
import { yearOf } from "./year.ts";

/** `showsDemo`: made-up figures stand on it, so that the frame says what they are. */
export type KeptPage = {
  title: (string | null)[];
  showsDemo: boolean;
  html: string;
  /** From when it is read; null for today. */
  asOf: string | null;
  /** The same page of today. */
  today: string;
  /** Where an open page is told that its figures moved; null where they cannot. */
  live: string | null;
};

type Store = { limit: number; pages: Map<string, { version: string; page: KeptPage }> };

/** Pages of one process; the oldest goes first. A page is some 50 kB. */
const keptToday: Store = { limit: 500, pages: new Map() };
/** Those of earlier times apart: there are as many as there are moments. */
const keptPast: Store = { limit: 50, pages: new Map() };

/**
 * The loader of a roll-up page. Its contents are the same for everybody who may see the figures and
 * change only with an acceptance or a new definition, so the rendered part is kept, and `read` is
 * asked for news at every request: it answers null while the version in the database is the kept
 * one. Nothing about a person may stand in such a page.
 */
export async function keptPage<Reading extends { version: string }>(
  args: LoaderFunctionArgs,
  read: (
    context: ServiceContext,
    plan: string,
    fy: number | null,
    unless?: string,
  ) => Promise<Reading | null>,
  render: (reading: Reading) => { title: (string | null)[]; body: ReactElement },
): Promise<KeptPage> {
  const context = await rollupContext(args);
  const asOf = context.asOf ? asOfText(context.asOf) : null;
  const fy = yearOf(args.request);
  const { pathname } = new URL(args.request.url);
  const key = [pathname, fy, can(context.actor, "rollup.read"), asOf, locale()].join(" ");
  const { limit, pages } = asOf === null ? keptToday : keptPast;
  const found = pages.get(key);
  const reading = await forPage(read(context, String(args.params.plan), fy, found?.version));
  if (reading === null) {
    if (found) return found.page;
    throw new Error("A reading without an earlier version is never null.");
  }
  const { title, body } = render(reading);
  // Ids made in here must not meet those of the frame around it.
  const html = renderToStaticMarkup(
    <CarriedAsOf.Provider value={asOf}>{body}</CarriedAsOf.Provider>,
    { identifierPrefix: "kept" },
  );
  // Wherever a made-up figure shows, its tag does.
  const today = pathname + (fy === null ? "" : `?fy=${fy}`);
  const live =
    asOf === null && can(context.actor, "rollup.read")
      ? paths.live(String(args.params.plan))
      : null;
  const showsDemo = html.includes(demoTagClass);
  const page = serverOnly({ title, asOf, today, live, showsDemo }, html);
  pages.delete(key);
  pages.set(key, { version: reading.version, page });
  for (const oldest of pages.keys()) {
    if (pages.size <= limit) break;
    pages.delete(oldest);
  }
  return page;
}

/**
 * A page whose markup does not count among its data: Remix encodes a loader's data for the browser
 * even where no script will read it, which costs a sixth of the answer for a page of this size.
 */
function serverOnly(page: Omit<KeptPage, "html">, html: string): KeptPage {
  return Object.defineProperty(page, "html", { value: html, enumerable: false }) as KeptPage;
}
