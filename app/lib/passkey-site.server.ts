import { acceptedOrigins } from "./origins.ts";
import { webConfig } from "./web-config.server.ts";

/** Where passkeys count: the portal's host, and pages of its own address alone. */
export function passkeySite(): { id: string; origins: string[] } {
  const { appUrl } = webConfig();
  return { id: new URL(appUrl).hostname, origins: acceptedOrigins(appUrl) };
}
