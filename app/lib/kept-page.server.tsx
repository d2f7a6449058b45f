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
/** Those that somebody narrowed down, apart from both: there are as many as there are choices. */
const keptChosen: Store = { limit: 100, pages: new Map() };

/**
 * The loader of a roll-up page. Its contents are the same for everybody who may see the figures and
 * change only with an acceptance or a new definition, so the rendered part is kept, and `read` is
 * asked for news at every request: it answers null while the version in the database is the kept
 * one. Nothing about a person may stand in such a page. What else it depends on are the query
 * parameters that it names: `render` gets those that were given, once each and in that order, and
 * answers what they mean. A page with a value that means nothing is not kept: there is no end of those.
 */
export async function keptPage<Reading extends { version: string }>(
  args: LoaderFunctionArgs,
  read: (
    context: ServiceContext,
    plan: string,
    fy: number | null,
    unless?: string,
  ) => Promise<Reading | null>,
  render: (
    reading: Reading,
    chosen: URLSearchParams,
  ) => { title: (string | null)[]; body: ReactElement; means?: Record<string, string> },
  parameters: readonly string[] = [],
): Promise<KeptPage> {
  const context = await rollupContext(args);
  const asOf = context.asOf ? asOfText(context.asOf) : null;
  const fy = yearOf(args.request);
  const { pathname, searchParams } = new URL(args.request.url);
  const chosen = chosenOf(searchParams, parameters);
  const key = [pathname, fy, can(context.actor, "rollup.read"), asOf, locale(), chosen].join(" ");
  const { limit, pages } = chosen.size > 0 ? keptChosen : asOf === null ? keptToday : keptPast;
  const found = pages.get(key);
  const reading = await forPage(read(context, String(args.params.plan), fy, found?.version));
  if (reading === null) {
    if (found) return found.page;
    throw new Error("A reading without an earlier version is never null.");
  }
  const { title, body, means = {} } = render(reading, chosen);
  // Ids made in here must not meet those of the frame around it.
  const html = renderToStaticMarkup(
    <CarriedAsOf.Provider value={asOf}>{body}</CarriedAsOf.Provider>,
    { identifierPrefix: "kept" },
  );
  // Wherever a made-up figure shows, its tag does.
  const query = new URLSearchParams([...(fy === null ? [] : [["fy", String(fy)]]), ...chosen]);
  const today = query.size > 0 ? `${pathname}?${query}` : pathname;
  const live =
    asOf === null && can(context.actor, "rollup.read")
      ? paths.live(String(args.params.plan))
      : null;
  const showsDemo = html.includes(demoTagClass);
  const page = serverOnly({ title, asOf, today, live, showsDemo }, html);
  if ([...chosen].some(([name, value]) => means[name] !== value)) return page;
  pages.delete(key);
  pages.set(key, { version: reading.version, page });
  for (const oldest of pages.keys()) {
    if (pages.size <= limit) break;
    pages.delete(oldest);
  }
  return page;
}

/** The query parameters that a page depends on, always in the same order; empty ones say nothing. */
function chosenOf(query: URLSearchParams, parameters: readonly string[]): URLSearchParams {
  return new URLSearchParams(
    parameters.flatMap((name) => {
      const value = query.get(name) ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
}

/**
 * A page whose markup does not count among its data: Remix encodes a loader's data for the browser
 * even where no script will read it, which costs a sixth of the answer for a page of this size.
 */
function serverOnly(page: Omit<KeptPage, "html">, html: string): KeptPage {
  return Object.defineProperty(page, "html", { value: html, enumerable: false }) as KeptPage;
}
