import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { ServiceContext } from "#app/services/context.server.ts";
import { readRollupVersion } from "#app/services/rollup/read-version.server.ts";
import { forPage } from "./respond.server.ts";
import { serviceContext } from "./session.server.ts";
import { yearOf } from "./year.ts";

export type KeptPage = { title: (string | null)[]; html: string };

/** Pages of one process; the oldest goes first. A page is some 50 kB. */
const limit = 500;
const kept = new Map<string, { version: string; page: KeptPage }>();

/**
 * The loader of a roll-up page. Its contents are the same for everybody who may see the figures and
 * change only with an acceptance or a new definition, so the rendered part is kept while the
 * version in the database stays; the version is asked for at every request. Nothing about a person
 * may stand in such a page.
 */
export async function keptPage<Reading>(
  args: LoaderFunctionArgs,
  read: (context: ServiceContext, plan: string, fy: number) => Promise<Reading>,
  render: (reading: Reading) => { title: (string | null)[]; body: ReactElement },
): Promise<KeptPage> {
  const context = await serviceContext(args);
  const plan = String(args.params.plan);
  const state = await forPage(readRollupVersion(context, plan, yearOf(args.request)));
  const key = `${new URL(args.request.url).pathname} ${state.fy} ${state.figures}`;
  const found = kept.get(key);
  if (found?.version === state.version) return found.page;

  const { title, body } = render(await forPage(read(context, plan, state.fy)));
  // Ids made in here must not meet those of the frame around it.
  const page = { title, html: renderToStaticMarkup(body, { identifierPrefix: "kept" }) };
  kept.delete(key);
  kept.set(key, { version: state.version, page });
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) break;
    kept.delete(oldest);
  }
  return page;
}
