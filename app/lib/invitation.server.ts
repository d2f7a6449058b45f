import type { AppLoadContext } from "@remix-run/node";
import { sendInvitation } from "#app/services/invitation/send.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { databases } from "./databases.server.ts";
import { statusOf } from "./respond.server.ts";
import { linkSecretOf, secretPath } from "./secret-link.server.ts";
import { serviceContext } from "./session.server.ts";
import { webConfig } from "./web-config.server.ts";

type Values = Record<string, string>;

/** What comes of a form that asks people in, and how its page is answered. */
export type InviteAnswer = { values: Values; status: number; headers: Record<string, string> } & (
  | { said: "sent" }
  | { said: "links"; links: { email: string; url: string }[] }
  | { said: "slow_down"; waitSeconds: number }
  | { said: "invalid"; errors: Record<string, string> }
);

/**
 * Asks people in, into an organisation or (null) to keep the portal. Where no mail is sent, who asked
 * gets the links to hand over. Other refusals become the response that the error page is made of.
 */
export async function inviteFrom(
  args: { request: Request; context: AppLoadContext },
  organisation: string | null,
  values: Values,
): Promise<InviteAnswer> {
  const { sendsMail, appUrl, authSecret } = webConfig();
  const { identity } = databases();
  const answer = { values, status: 200, headers: {} };
  try {
    const context = await serviceContext(args);
    const when = { identity, now: new Date() };
    const result = await sendInvitation(context, organisation, values, when);
    if (!result.sent) {
      const headers = { "Retry-After": String(result.waitSeconds) };
      return {
        ...answer,
        said: "slow_down",
        waitSeconds: result.waitSeconds,
        status: 429,
        headers,
      };
    }
    if (sendsMail) return { ...answer, said: "sent" };
    const secret = linkSecretOf(authSecret);
    const links = result.sent.map(({ id, email }) => ({
      email,
      url: appUrl + secretPath(secret, "invitation", id),
    }));
    return { ...answer, said: "links", links, headers: { "Cache-Control": "no-store" } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return { ...answer, said: "invalid", errors: error.fieldErrors, status };
  }
}
