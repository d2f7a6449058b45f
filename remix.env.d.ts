/// <reference types="vite/client" />
/// <reference types="@remix-run/dev/server-build" />
import "@remix-run/node";
import "@remix-run/server-runtime";
import type { Logger } from "pino";

type PortalLoadContext = {
  /** The nonce of this response's Content-Security-Policy. */
  nonce: string;
  requestId: string;
  /** The address of the client; from the proxy's header only when TRUST_PROXY=1. */
  clientAddress: string;
  log: Logger;
  /** Set when a loader or action could not reach the database; the server then answers 503. */
  unavailable?: boolean;
  /** Set when somebody did something too often: for how many seconds they wait. The server answers 429. */
  waitSeconds?: number;
  /** What a form with files said, as it was read; the files are not kept. */
  sent?: { values: Record<string, string>; files: number };
};

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends PortalLoadContext {}
}

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends PortalLoadContext {}
}
