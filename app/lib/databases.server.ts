import { type Database, openDatabase } from "#db/client.server.ts";
import { onShutdown } from "./shutdown.server.ts";
import { webConfig } from "./web-config.server.ts";

let opened: { app: Database; identity: Database } | undefined;

/**
 * The web process's two connections: `app` under row-level security, and `identity`, the only one
 * that reads passwords and sessions. Opened at the first use, ended when the process stops.
 */
export function databases(): { app: Database; identity: Database } {
  if (opened) return opened;
  const config = webConfig();
  const app = openDatabase(config.appDatabaseUrl, { max: 10, name: "portal app" });
  const identity = openDatabase(config.authDatabaseUrl, { max: 5, name: "portal identity" });
  onShutdown("app database", app.close);
  onShutdown("identity database", identity.close);
  opened = { app: app.database, identity: identity.database };
  return opened;
}
