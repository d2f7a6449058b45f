import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import type { PortalEnv } from "#server/context.ts";
import { fixedSecurityHeaders, type SecurityOptions } from "#server/security-headers.ts";

const IMMUTABLE = "public, max-age=31536000, immutable";
const SHORT = "public, max-age=3600";

/**
 * Serves the built client files. Names under /assets/ contain a hash of their content, so they may
 * be kept for ever, and the build has put .br and .gz files beside them. The other files are
 * listed once, so that pages do not cost a look at the disk.
 */
export function serveClientFiles(
  app: Hono<PortalEnv>,
  folder: string,
  security: SecurityOptions,
): void {
  if (!existsSync(folder)) return;
  const headers = { ...fixedSecurityHeaders(security), "X-Robots-Tag": "noindex" };
  const files = serveStatic<PortalEnv>({ root: folder, precompressed: true });
  const names = new Set(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"))
      .filter((name) => !name.startsWith("/.vite/")),
  );
  app.use(async (c, next) => {
    const asset = c.req.path.startsWith("/assets/");
    if (!names.has(c.req.path)) return asset ? c.text("Not found", 404, headers) : next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return c.body(null, 405, headers);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header("Cache-Control", asset ? IMMUTABLE : SHORT);
    return files(c, next);
  });
}

/** The address of the built style sheet that every page uses, or null before there is one. */
export function findStylesheet(folder: string): string | null {
  const assets = join(folder, "assets");
  if (!existsSync(assets)) return null;
  const names = readdirSync(assets).filter((name) => name.endsWith(".css"));
  const name = names.find((candidate) => candidate.startsWith("app-")) ?? names[0];
  return name === undefined ? null : `/assets/${name}`;
}
