import type { RouteConfigEntry } from "@remix-run/route-config";
import type { ServerBuild } from "@remix-run/server-runtime";
import { inChosenLocale } from "#app/lib/locale.server.ts";
import { log } from "#app/lib/log.server.ts";
import routes from "#app/routes.ts";
import { type PageHandler, remixPages } from "#server/pages.ts";
import { appUrl } from "./web.ts";

/** Answers a request as the web process does. */
export type Site = (
  path: string,
  options?: { cookie?: string; init?: RequestInit },
) => Promise<Response>;

/** The portal's whole documents, from the modules of its routes and without a bundle. */
export async function openSite(): Promise<Site> {
  const pages = await openPages();
  return (path, { cookie, init } = {}) => {
    const request = new Request(`${appUrl}${path}`, { redirect: "manual", ...init });
    if (cookie !== undefined) request.headers.set("cookie", cookie);
    const context = { requestId: "r", nonce: "n", clientAddress: "192.0.2.1", log };
    return inChosenLocale(request, () => pages(request, context));
  };
}

/** What answers requests for pages, for the HTTP application. */
export async function openPages(): Promise<PageHandler> {
  return remixPages(await buildOf(await Promise.resolve(routes)));
}

type Entry = { id: string; parentId: string | undefined; path: string | undefined; file: string };

async function buildOf(config: RouteConfigEntry[]): Promise<ServerBuild> {
  const entries: Entry[] = [{ id: "root", parentId: undefined, path: "", file: "root.tsx" }];
  const collect = (list: readonly RouteConfigEntry[], parentId: string) => {
    for (const { id, path, file, children = [] } of list) {
      const own = id ?? file;
      entries.push({ id: own, parentId, path: path?.replace(/^\//, ""), file });
      collect(children, own);
    }
  };
  collect(config, "root");
  const modules = await Promise.all(
    entries.map(({ file }) => import(/* @vite-ignore */ `../../app/${file}`)),
  );
  const named = <Value>(of: (entry: Entry, module: ServerBuild["entry"]["module"]) => Value) =>
    Object.fromEntries(entries.map((entry, n) => [entry.id, of(entry, modules[n])]));
  return {
    entry: { module: await import("#app/entry.server.tsx") },
    routes: named(({ id, parentId, path }, module) => ({ id, parentId, path, module })),
    assets: {
      entry: { imports: [], module: "" },
      routes: named(({ id, parentId, path }) => ({
        id,
        parentId,
        path,
        module: "",
        hasLoader: true,
        hasAction: true,
        hasErrorBoundary: id === "root",
        hasClientAction: false,
        hasClientLoader: false,
      })),
      url: "",
      version: "",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      v3_routeConfig: true,
      unstable_optimizeDeps: false,
    },
  } as unknown as ServerBuild;
}
