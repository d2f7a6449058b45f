import type { HttpBindings } from "@hono/node-server";
import type { Logger } from "pino";

/** What the middleware of one request share. */
export type PortalEnv = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    nonce: string;
    log: Logger;
  };
};
