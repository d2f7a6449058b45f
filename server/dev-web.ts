import type { RequestListener, Server } from "node:http";
import type { ServerBuild } from "@remix-run/server-runtime";
import { createServer } from "vite";

/** Puts Vite in front of the portal's own listener, so that modules and pages reload when edited. */
const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });

// Loaded through Vite like the pages, so that the process and the pages share one module graph.
const { runWeb } = (await vite.ssrLoadModule("/server/web.ts")) as typeof import("#server/web.ts");
const { remixPages } = (await vite.ssrLoadModule(
  "/server/pages.ts",
)) as typeof import("#server/pages.ts");

await runWeb({
  pages: remixPages(
    () => vite.ssrLoadModule("virtual:remix/server-build") as unknown as Promise<ServerBuild>,
  ),
  development: true,
  around(server: Server) {
    const listeners = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    server.on("request", (request, response) => {
      vite.middlewares(request, response, () => {
        for (const listener of listeners) listener(request, response);
      });
    });
  },
});
