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
  ],
  build: {
    target: isSsrBuild ? "node20" : "es2022",
    sourcemap: Boolean(isSsrBuild),
    // A data: URL in the style sheet would need a wider content security policy.
    assetsInlineLimit: 0,
    // The few pages with scripts need them all at once: a dozen files come sooner than sixty.
    rollupOptions: isSsrBuild ? {} : { output: { experimentalMinChunkSize: 100_000 } },
  },
}));
