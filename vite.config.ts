import { readFileSync } from "node:fs";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Makes server/main.ts the entry of the server bundle. Remix points the entry at its own virtual
 * module; main.ts imports that module, so the process and the pages share one module graph and
 * every module exists once.
 */
function serverEntry(): Plugin {
  return {
    name: "portal:server-entry",
    apply: "build",
    config(_config, { isSsrBuild }) {
      if (!isSsrBuild) return;
      return { build: { rollupOptions: { input: "server/main.ts" } } };
    },
  };
}

/** How Remix asks for what the browser gets of a route. */
const clientRoute = "?__remix-build-client-route";

/**
 * Gives the browser only the routes with scripts. All others are documents, which no script draws; in
 * the bundle they would split what the few routes share into dozens of files. Where a script leads to
 * a document after all, as a redirect may, the browser loads it.
 */
function onlyHydratedRoutes(): Plugin {
  return {
    name: "portal:only-hydrated-routes",
    apply: "build",
    transform(_code, id) {
      if (!id.endsWith(clientRoute)) return null;
      const file = id.slice(0, -clientRoute.length);
      const isRoot = file.endsWith("/app/root.tsx");
      if (isRoot || readFileSync(file, "utf8").includes("hydrate: true")) return null;
      return "export default function Document() { window.location.reload(); return null; }";
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    serverEntry(),
    onlyHydratedRoutes(),
  ],
  build: {
    target: isSsrBuild ? "node20" : "es2022",
    sourcemap: Boolean(isSsrBuild),
    // A data: URL in the style sheet would need a wider content security policy.
    assetsInlineLimit: 0,
  },
}));
